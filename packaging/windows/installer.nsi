; Decides what installing and removing WhatsApp Studio does on Windows: for one person, without an administrator.
; package.py gives VERSION, NUMBERS, PAYLOAD, ICONS, REMOVING, TARGET and KILOBYTES; TRIAL for the trial payload.
Target amd64-unicode
Unicode true
!ifdef TRIAL
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user
ManifestDPIAware true

!include MUI2.nsh
!include LogicLib.nsh
!include WinMessages.nsh

!define NAME "WhatsApp Studio"
!define KEY "WhatsAppStudio"
!define TYPE "WhatsAppStudio.Journey"
!define SUFFIX ".wsjourney"
!define MIME "application/vnd.whatsapp-studio.journey+json"
!define PROGRAM "whatsapp-studio.exe"
!define CONSOLE "whatsapp-studio-cli.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${KEY}"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} setup"
VIAddVersionKey "LegalCopyright" "All rights reserved"

!define MUI_ICON "${ICONS}/app.ico"
!define MUI_UNICON "${ICONS}/app.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_LANGDLL_ALLLANGUAGES
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(keeps)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Dutch"

LangString program ${LANG_ENGLISH} "WhatsApp Studio (required)"
LangString program ${LANG_DUTCH} "WhatsApp Studio (verplicht)"
LangString desktop ${LANG_ENGLISH} "Shortcut on the desktop"
LangString desktop ${LANG_DUTCH} "Snelkoppeling op het bureaublad"
LangString journey ${LANG_ENGLISH} "WhatsApp Studio journey"
LangString journey ${LANG_DUTCH} "WhatsApp Studio-journey"
LangString running ${LANG_ENGLISH} "WhatsApp Studio is running. Close it, then choose Retry."
LangString running ${LANG_DUTCH} "WhatsApp Studio is geopend. Sluit het en kies dan Opnieuw."
LangString keeps ${LANG_ENGLISH} "WhatsApp Studio will be removed from the folder below. Your contacts, journeys, campaigns and settings stay in $LOCALAPPDATA\${NAME}; delete that folder yourself if you no longer need them."
LangString keeps ${LANG_DUTCH} "WhatsApp Studio wordt uit de map hieronder verwijderd. Je contacten, journeys, campagnes en instellingen blijven in $LOCALAPPDATA\${NAME}; verwijder die map zelf als je ze niet meer nodig hebt."

; A program that runs cannot be opened for writing. Nobody to ask: end with 3 and change nothing.
!macro NotRunning prefix
Function ${prefix}NotRunning
  again:
  StrCpy $1 "$INSTDIR\${PROGRAM}"
  Call ${prefix}IsFree
  StrCpy $1 "$INSTDIR\${CONSOLE}"
  ${If} $0 == 1
    Call ${prefix}IsFree
  ${EndIf}
  ${If} $0 == 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Function ${prefix}IsFree
  StrCpy $0 1
  ${If} ${FileExists} "$1"
    ClearErrors
    FileOpen $2 "$1" a
    ${If} ${Errors}
      StrCpy $0 0
    ${Else}
      FileClose $2
    ${EndIf}
  ${EndIf}
FunctionEnd
!macroend
!insertmacro NotRunning ""
!insertmacro NotRunning "un."

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
  Call un.NotRunning
FunctionEnd

Section "$(program)" SecProgram
  SectionIn RO
  Call NotRunning
  ; What a former version had and this one has not goes with that version's own uninstaller.
  ReadRegStr $3 HKCU "${UNINSTALL}" "InstallLocation"
  ${If} $3 != ""
  ${AndIf} ${FileExists} "$3\uninstall.exe"
    ExecWait '"$3\uninstall.exe" /S _?=$3' $4
    ${If} $4 != 0
      SetErrorLevel $4
      Abort
    ${EndIf}
    Delete "$3\uninstall.exe"
    RMDir "$3"
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  File "${ICONS}/app.ico"
  File "${ICONS}/journey-file.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\app.ico"

  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "$(journey)"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\journey-file.ico"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" gui "%1"'
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}" "Content Type" "${MIME}"
  WriteRegStr HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${TYPE}" ""

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\app.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegStr HKCU "${UNINSTALL}" "Language" "$LANGUAGE"
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellExplorer
SectionEnd

Section /o "$(desktop)" SecDesktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\app.ico"
SectionEnd

Section "Uninstall"
  !include "${REMOVING}"
  Delete "$INSTDIR\app.ico"
  Delete "$INSTDIR\journey-file.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegValue HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids" "${TYPE}"
  DeleteRegKey /ifempty HKCU "${CLASSES}\${SUFFIX}\OpenWithProgids"
  ; A suffix that another program has taken since stays that program's.
  ReadRegStr $0 HKCU "${CLASSES}\${SUFFIX}" ""
  ${If} $0 == "${TYPE}"
    DeleteRegKey HKCU "${CLASSES}\${SUFFIX}"
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TellExplorer
  DetailPrint "$(keeps)"
SectionEnd
