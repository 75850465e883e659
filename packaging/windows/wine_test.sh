#!/usr/bin/env bash
# Decides whether the trial installer does on Windows what it says: installed, used, shown and removed under Wine.
#
#     packaging/windows/wine_test.sh [INSTALLER] [FOLDER]
#
# Without INSTALLER the newest in dist/packages. Results and a picture of the window come into FOLDER (build/wine-test).
# Needs wine, Xvfb, xdotool, ImageMagick's import and MinGW. Wine is not Windows: what it lacks is stood in for below.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 2
root=$PWD
installer=${1:-$(find dist/packages -name '*-x64-trial.exe' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)}
room=${2:-build/wine-test}
[ -f "$installer" ] || { echo "No installer: make one with python3 packaging/build.py windows" >&2; exit 2; }
installer=$(realpath "$installer")
rm -rf "$room"
mkdir -p "$room/stand-ins"
room=$(realpath "$room")
export WINEPREFIX=$room/prefix WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe,winedbg.exe=d"
export LANG=C.UTF-8 LC_ALL=C.UTF-8 QT_LOGGING_RULES="*.debug=false"
unset DISPLAY WAYLAND_DISPLAY PYTHONPATH PYTHONHOME
failed=0
mine=()

# shellcheck disable=SC2317  # called at the end
finish() {
    for one in "${mine[@]}"; do kill "$one" 2>>"$room/finish.log"; done
    wineserver -k 2>>"$room/finish.log"
}
trap finish EXIT

say() { # say NAME RESULT [LOG]
    if [ "$2" = 0 ]; then echo "PASS $1"; else
        echo "FAIL $1"
        failed=1
        if [ -n "${3:-}" ] && [ -f "$3" ]; then tail -n 15 "$3" | sed 's/^/     /'; fi
    fi
}

# Python under Wine wants pipes for its streams.
windows() { # windows LOG COMMAND...
    local log=$1
    shift
    : | timeout 300 wine "$@" 2>&1 | cat >"$log"
    return "${PIPESTATUS[1]}"
}

value() { # value KEY [NAME]: what the registry says
    local name=(/ve)
    [ -n "${2:-}" ] && name=(/v "$2")
    wine reg query "$1" "${name[@]}" 2>>"$room/registry.log" | tr -d '\r' | sed -nE 's/^ +.* +REG_(SZ|DWORD) +//p'
}

# Windows 10 has these libraries whole and Wine 8 has not; they are put into Wine, never into what is installed.
stand_ins() {
    local compiler=x86_64-w64-mingw32-gcc name
    cat >"$room/stand-ins/icuuc.c" <<'C'
#define X __declspec(dllexport)
X void *ucnv_open(const char *name, int *error) { (void)name; if (error) *error = 16; return 0; }
X void ucnv_close(void *c) { (void)c; }
X void ucnv_reset(void *c) { (void)c; }
X signed char ucnv_getMaxCharSize(void *c) { (void)c; return 1; }
X const char *ucnv_getName(void *c, int *error) { (void)c; (void)error; return ""; }
X const char *ucnv_getStandardName(void) { return 0; }
X const char *ucnv_getAvailableName(int n) { (void)n; return 0; }
X int ucnv_countAvailable(void) { return 0; }
X int ucnv_toUCountPending(void) { return 0; }
X int ucnv_fromUCountPending(void) { return 0; }
X void ucnv_toUnicode(void) {}
X void ucnv_fromUnicode(void) {}
X void ucnv_getToUCallBack(void) {}
X void ucnv_setToUCallBack(void) {}
X void ucnv_setFromUCallBack(void) {}
X void ucnv_cbToUWriteUChars(void) {}
X void ucnv_cbFromUWriteUChars(void) {}
X void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
X void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
C
    cat >"$room/stand-ins/bcp.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL ProcessPrng(PBYTE to, SIZE_T many) { return SystemFunction036(to, (ULONG)many); }
C
    cat >"$room/stand-ins/mscms.c" <<'C'
#include <windows.h>
#define X __declspec(dllexport)
X void *OpenColorProfileW(void *p, DWORD a, DWORD b, DWORD c) { (void)p; (void)a; (void)b; (void)c; return 0; }
X void *WcsOpenColorProfileW(void *p, void *q, void *r, DWORD a, DWORD b, DWORD c, DWORD d) {
    (void)p; (void)q; (void)r; (void)a; (void)b; (void)c; (void)d; return 0; }
X void *WcsCreateIccProfile(void *p, DWORD a) { (void)p; (void)a; return 0; }
X BOOL CloseColorProfile(void *p) { (void)p; return TRUE; }
X BOOL GetColorProfileFromHandle(void *p, BYTE *b, DWORD *n) { (void)p; (void)b; (void)n; return FALSE; }
X BOOL GetColorDirectoryW(void *p, void *q, void *r) { (void)p; (void)q; (void)r; return FALSE; }
X BOOL ColorProfileGetDisplayDefault(void) { return FALSE; }
C
    for name in icuuc bcp mscms; do
        local made=$name
        [ "$name" = bcp ] && made=bcryptprimitives
        local libraries=()
        [ "$name" = bcp ] && libraries=(-ladvapi32)
        "$compiler" -shared -O1 -o "$WINEPREFIX/drive_c/windows/system32/$made.dll" "$room/stand-ins/$name.c" \
            "${libraries[@]}" || return 1
    done
    python3 packaging/windows/wine_complex.py "$WINEPREFIX/drive_c/windows/system32" || return 1
    WINEDLLOVERRIDES="$WINEDLLOVERRIDES;mscms,icuuc,bcryptprimitives,ucrtbase,ucrtold=n"
}

wineboot -i >"$room/wineboot.log" 2>&1
say "Wine has a Windows of its own" $? "$room/wineboot.log"
stand_ins >"$room/stand-ins.log" 2>&1
say "what Wine lacks is stood in for, in Wine only" $? "$room/stand-ins.log"

home=$(find "$WINEPREFIX/drive_c/users" -maxdepth 1 -mindepth 1 ! -name Public | head -1)
there="$home/AppData/Local/Programs/WhatsApp Studio"
data="$home/AppData/Local/WhatsApp Studio"
find "$home" | sort >"$room/before.txt"

windows "$room/install.log" "$installer" /S
say "installed silently, without an administrator" $? "$room/install.log"
[ -f "$there/whatsapp-studio.exe" ] && [ -f "$there/uninstall.exe" ]
say "the program is in the person's own folder" $?
start=$(find "$home/AppData/Roaming/Microsoft/Windows/Start Menu" -name 'WhatsApp Studio.lnk')
[ -n "$start" ]
say "it is in the Start menu" $?

key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\WhatsAppStudio'
version=$(sed -nE 's/^version = "(.*)"/\1/p' pyproject.toml | head -1)
[ "$(value "$key" DisplayVersion)" = "$version" ]
say "Windows knows its version: $version" $?
size=$(($(value "$key" EstimatedSize)))
[ "$size" -gt 50000 ]
say "Windows knows its size: $size KB" $?
[ "$(value 'HKCU\Software\Classes\.wsjourney')" = WhatsAppStudio.Journey ]
say "a .wsjourney file is a journey" $?
value 'HKCU\Software\Classes\WhatsAppStudio.Journey\shell\open\command' | grep -qF 'whatsapp-studio.exe" gui "%1"'
say "a journey is opened with the program" $?
icon=$(value 'HKCU\Software\Classes\WhatsAppStudio.Journey\DefaultIcon')
[ -n "$icon" ] && [ -f "$(winepath -u "$icon" 2>>"$room/registry.log")" ]
say "a journey has its own icon" $?

windows "$room/version.log" "$there/whatsapp-studio-cli.exe" --version
grep -q "$version" "$room/version.log"
say "the command line answers" $? "$room/version.log"

odd="$WINEPREFIX/drive_c/prova è – テスト"
mkdir -p "$odd"
Xvfb :87 -screen 0 1366x768x24 -nolisten tcp >"$room/xvfb.log" 2>&1 &
mine+=($!)
for _ in $(seq 50); do [ -S /tmp/.X11-unix/X87 ] && break; sleep 0.1; done
export DISPLAY=:87
windows "$room/self-test.log" "$there/whatsapp-studio-cli.exe" --workspace 'C:\prova è – テスト\workspace' self-test
say "self-test, in a folder called prova è – テスト" $? "$room/self-test.log"
sed 's/^/     /' "$room/self-test.log"

: | wine "$there/whatsapp-studio.exe" 2>&1 | cat >"$room/window.log" &
mine+=($!)
window=$(timeout 120 xdotool search --sync --onlyvisible --name 'WhatsApp Studio' 2>>"$room/window.log" | head -1)
[ -n "$window" ]
say "the window is on the screen" $? "$room/window.log"
if [ -n "$window" ]; then
    # The first drawing is there when the screen has stopped changing.
    last=
    for _ in $(seq 40); do
        import -display :87 -window root "$room/window.png"
        now=$(cksum <"$room/window.png")
        [ "$now" = "$last" ] && [ "$(identify -format %k "$room/window.png")" -gt 50 ] && break
        last=$now
        sleep 1
    done
    [ "$(identify -format %k "$room/window.png")" -gt 50 ]
    say "the window is drawn: $room/window.png" $?
    windows "$room/again.log" "$installer" /S
    [ $? = 3 ] && [ -f "$there/whatsapp-studio.exe" ]
    say "installing over a program that runs ends with 3 and changes nothing" $? "$room/again.log"
    wine taskkill /im pythonw.exe >"$room/close.log" 2>&1
    for _ in $(seq 60); do
        xdotool search --onlyvisible --name 'WhatsApp Studio' >>"$room/close.log" 2>&1 || break
        sleep 0.5
    done
    ! xdotool search --onlyvisible --name 'WhatsApp Studio' >>"$room/close.log" 2>&1
    say "the window closes when Windows asks it to" $? "$room/close.log"
    wait "${mine[-1]}"
fi

windows "$room/over.log" "$installer" /S
say "installed again over itself" $? "$room/over.log"
windows "$room/uninstall.log" "$there/uninstall.exe" /S "_?=C:${there#*drive_c}"
say "removed silently" $? "$room/uninstall.log"
# Run in place so that its end can be waited for, the uninstaller cannot remove itself.
rm -f "$there/uninstall.exe"
rmdir "$there" 2>>"$room/finish.log"
[ ! -e "$there" ]
say "nothing of the program is left" $?
[ -z "$(find "$home" -name 'WhatsApp Studio.lnk')" ]
say "no link is left" $?
[ -z "$(value "$key" DisplayName)$(value 'HKCU\Software\Classes\WhatsAppStudio.Journey')$(value 'HKCU\Software\Classes\.wsjourney')" ]
say "no key is left" $?
[ -f "$data/workspace/studio.db" ]
say "the person's workspace is left" $?
find "$home" | sort | comm -13 "$room/before.txt" - >"$room/left.txt"
! grep -vF -e "$data" -e /Temp -e /Programs -e /INetCache -e /INetHistory "$room/left.txt" >"$room/unexpected.txt"
say "and nothing but that" $? "$room/unexpected.txt"
cd "$root" || exit 2
exit "$failed"
