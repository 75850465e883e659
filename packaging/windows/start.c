/* Decides how the trial payload starts: the Python beside this program runs the Studio, and its ending is ours.
   Built twice: with WINDOWED it opens no console. */
#include <windows.h>
#include <stdlib.h>
#include <wchar.h>

#ifdef WINDOWED
#define PYTHON L"pythonw.exe"
#else
#define PYTHON L"python.exe"
#endif

/* What follows the program's own name on the command line, as it was typed. */
static const wchar_t *arguments(void) {
    const wchar_t *at = GetCommandLineW();
    int quoted = 0;
    while (*at && (quoted || (*at != L' ' && *at != L'\t'))) {
        if (*at == L'"') quoted = !quoted;
        at++;
    }
    return at;
}

static int start(void) {
    static wchar_t folder[32768], program[32768], line[32768];
    STARTUPINFOW how;
    PROCESS_INFORMATION child;
    DWORD ended = 1;
    if (!GetModuleFileNameW(NULL, folder, 32768)) return 1;
    *wcsrchr(folder, L'\\') = 0;
    if (_snwprintf(program, 32767, L"%ls\\%ls", folder, PYTHON) < 0) return 1;
    if (_snwprintf(line, 32767, L"\"%ls\" -X utf8 -m whatsapp_studio%ls", program, arguments()) < 0) return 1;
    SetEnvironmentVariableW(L"PYTHONDONTWRITEBYTECODE", L"1");
    SetEnvironmentVariableW(L"PYTHONUTF8", L"1");
    SetConsoleCtrlHandler(NULL, FALSE);
    ZeroMemory(&how, sizeof how);
    how.cb = sizeof how;
    how.dwFlags = STARTF_USESTDHANDLES;
    how.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    how.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    how.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreateProcessW(program, line, NULL, NULL, TRUE, 0, NULL, NULL, &how, &child)) return 1;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &ended);
    return (int)ended;
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE a, HINSTANCE b, PWSTR c, int d) {
    (void)a; (void)b; (void)c; (void)d;
    return start();
}
#else
int wmain(void) { return start(); }
#endif
