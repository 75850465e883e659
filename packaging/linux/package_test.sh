#!/usr/bin/env bash
# Shows that the .deb can be installed, used and removed on a clean Debian. Needs root and a machine with apt.
#   packaging/linux/package_test.sh [--deb FILE] [--suite NAME] [--fresh] [--keep]
# --deb    test this file; without it dist/packages is looked into, and built where there is nothing
# --suite  another Debian than 12 (bookworm); 13 (trixie) calls its libraries as Ubuntu 24.04 does
# --fresh  make the bare Debian anew instead of using the one in build/package-test
# --keep   leave the used root in build/package-test/root
# Ends with 0 when every line says PASS. Pictures and logs are in build/package-test/out.
set -uo pipefail
PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
WORK=$PROJECT/build/package-test
ROOT=$WORK/root OUT=$WORK/out
NAME=whatsapp-studio
USER_ID=1000
PERSON=marketer
PLACE="/home/$PERSON/prova è – テスト"
FAILED=0 DEB='' SUITE=bookworm FRESH='' KEEP=''

say() { printf '\n== %s\n' "$*"; }
note() { printf '      %s\n' "$*"; }
pass() { printf 'PASS  %s\n' "$*"; }
fail() { printf 'FAIL  %s\n' "$*"; FAILED=$((FAILED + 1)); }
stop() { printf 'STOP  %s\n' "$*"; exit 2; }
# check WORDS COMMAND…: one line of the outcome; what the command says goes to the log and, on failure, below the line.
check() {
    local words=$1; shift
    local begun=$SECONDS
    if "$@" >"$OUT/last.log" 2>&1; then pass "$words ($((SECONDS - begun)) s)"; else
        fail "$words"; tail -n 15 "$OUT/last.log" | sed 's/^/      | /'
    fi
    { echo "### $words"; cat "$OUT/last.log"; } >>"$OUT/all.log"
}

read_arguments() {
    while [ $# -gt 0 ]; do
        case $1 in
        --deb) DEB=$(readlink -f "${2:?a file}"); shift ;;
        --suite) SUITE=${2:?a name}; shift ;;
        --fresh) FRESH=1 ;;
        --keep) KEEP=1 ;;
        *) stop "unknown: $1" ;;
        esac
        shift
    done
    BARE=$WORK/bare-$SUITE
}

need_tools() {
    [ "$(id -u)" = 0 ] || stop "run this as root: it makes a Debian of its own and mounts its /proc and /dev"
    local lacking=() pair
    for pair in debootstrap:debootstrap Xvfb:xvfb xdotool:xdotool xprop:x11-utils xwininfo:x11-utils import:imagemagick \
        desktop-file-validate:desktop-file-utils; do
        command -v "${pair%:*}" >/dev/null || lacking+=("${pair#*:}")
    done
    [ ${#lacking[@]} = 0 ] || stop "apt-get install -y --no-install-recommends ${lacking[*]}"
}

find_deb() {
    local found
    if [ -z "$DEB" ]; then
        found=$(ls -t "$PROJECT"/dist/packages/*.deb 2>/dev/null | head -n 1)
        if [ -z "$found" ]; then
            say "Building the program and its packages"
            local part
            for part in program linux; do
                python3 "$PROJECT/packaging/build.py" $part || stop "the build did not succeed"
            done
            found=$(ls -t "$PROJECT"/dist/packages/*.deb | head -n 1)
        fi
        DEB=$found
    fi
    [ -f "$DEB" ] || stop "there is no $DEB"
}

# The mirrors are those of this machine: "address|release" a line. Of another Debian it need know nothing but the address.
mirrors() {
    apt-get indextargets --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' |
        awk -F'|' -v suite="$SUITE" '$4 == "Debian" && $3 == "main" {
            if ($2 == suite || $2 == suite "-updates" || $2 == suite "-security") print $1 "|" $2
            if ($2 !~ /-/) print $1 "|" suite }' | sort -u
}

make_bare() {
    [ -z "$FRESH" ] || rm -rf "$BARE"
    [ ! -f "$BARE/.done" ] || { note "bare Debian ($SUITE) from an earlier run; --fresh makes it anew"; return; }
    rm -rf "$BARE"
    [ -n "$(mirrors)" ] || stop "the package sources of this machine have no Debian"
    check "debootstrap makes a bare Debian, $SUITE (minbase)" \
        debootstrap --variant=minbase "$SUITE" "$BARE" "$(mirrors | awk -F'|' -v suite="$SUITE" '$2 == suite { print $1; exit }')"
    mirrors | sed 's/^\(.*\)|\(.*\)$/deb \1 \2 main/' >"$BARE/etc/apt/sources.list"
    apt-config dump | grep '^Acquire::\(http\|https\|Check\|Retries\|ForceIPv4\)' >"$BARE/etc/apt/apt.conf.d/00machine"
    # No daemon starts in a folder.
    printf '#!/bin/sh\nexit 101\n' >"$BARE/usr/sbin/policy-rc.d"
    chmod 755 "$BARE/usr/sbin/policy-rc.d"
    cp -L /etc/resolv.conf "$BARE/etc/resolv.conf"
    check "its package lists are read" chroot "$BARE" apt-get update
    touch "$BARE/.done"
}

# What follows runs in namespaces of its own: whatever happens, its mounts and processes go with it.
make_root() {
    rm -rf "$ROOT"
    cp -a --reflink=auto "$BARE" "$ROOT"
    mkdir -p "$ROOT/tmp/.X11-unix" "$ROOT/var/cache/apt/archives" "$WORK/archives/partial"
    mount -t proc proc "$ROOT/proc"
    mount -t tmpfs -o mode=755 dev "$ROOT/dev"
    mkdir "$ROOT/dev/shm" "$ROOT/dev/pts"
    local one
    for one in null zero full random urandom tty; do
        touch "$ROOT/dev/$one"
        mount --bind "/dev/$one" "$ROOT/dev/$one"
    done
    mount -t tmpfs -o mode=1777 shm "$ROOT/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$ROOT/dev/pts"
    ln -s pts/ptmx "$ROOT/dev/ptmx"; ln -s /proc/self/fd "$ROOT/dev/fd"
    mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
    mount --bind "$WORK/archives" "$ROOT/var/cache/apt/archives"
    cp "$DEB" "$ROOT/root/$NAME.deb"
    in_root useradd --create-home --uid "$USER_ID" --shell /bin/bash "$PERSON"
    as_user mkdir "$PLACE"
}

in_root() {
    chroot "$ROOT" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 HOME=/root \
        DEBIAN_FRONTEND=noninteractive "$@"
}
apt_get() { in_root apt-get -q -y -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=true "$@"; }
# An ordinary user, in the folder with the difficult name, with a display if there is one.
as_user() {
    chroot --userspec="$USER_ID:$USER_ID" "$ROOT" env -i PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 \
        HOME="/home/$PERSON" USER="$PERSON" ${DISPLAY_HERE:+DISPLAY="$DISPLAY_HERE"} PLACE="$PLACE" "$@"
}
studio() { as_user sh -c 'cd "$PLACE" && exec whatsapp-studio "$@"' studio "$@"; }
with_keyring() {
    as_user dbus-run-session -- sh -c '
        printf trial | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 1
        cd "$PLACE" && "$@"' session "$@"
}

# Every file but those that apt, dpkg and the loader keep for themselves, and what people own.
list_files() {
    (cd "$ROOT" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./home -o -path ./tmp/.X11-unix -o -path ./var/lib/apt \
        -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/dpkg \) -prune -o -printf '%y %m %u %p\n' | sort)
}

start_screen() {
    exec 7<>"$WORK/display"
    Xvfb -displayfd 7 -screen 0 1366x768x24 -ac -nolisten tcp >"$OUT/xvfb.log" 2>&1 &
    local number
    read -r -t 20 number <&7 || stop "Xvfb did not start; see $OUT/xvfb.log"
    DISPLAY_HERE=:$number
    export DISPLAY=$DISPLAY_HERE
}

# see_window PICTURE TITLE COMMAND…: start, wait for the window and its title, take its picture, close it as a person does.
see_window() {
    local picture=$1 title=$2; shift 2
    "$@" >"$OUT/$picture.log" 2>&1 &
    local program=$! window='' until=$((SECONDS + 60))
    # The search ends with an error where a window goes while it looks at it: then it looks again.
    while [ -z "$window" ] && [ "$SECONDS" -lt "$until" ]; do
        window=$(timeout 60 xdotool search --sync --onlyvisible --class "^$NAME\$" 2>/dev/null | head -n 1)
    done
    if [ -z "$window" ]; then
        fail "no window within 60 s"; tail -n 15 "$OUT/$picture.log" | sed 's/^/      | /'; kill "$program" 2>/dev/null; return
    fi
    check "a window of class $NAME, titled “$title”" titled "$window" "$title"
    check "the window has its icon" sh -c "xprop -id $window -len 16 _NET_WM_ICON | grep -q 'CARDINAL\|Icon'"
    [ "$picture" != window ] || check "the made-up people are in its workspace" people 235
    check "something is drawn in it, and comes to rest" at_rest "$window" "$OUT/$picture.png"
    note "picture: build/package-test/out/$picture.png, $(xwininfo -id "$window" | awk '/Width|Height/ { printf "%s ", $2 }')"
    xdotool windowfocus --sync "$window" key --clearmodifiers ctrl+q
    check "it closes by its own key and the program ends well" ends "$program"
    grep -q Traceback "$OUT/$picture.log" && { fail "it said:"; sed 's/^/      | /' "$OUT/$picture.log"; }
}
# people N: wait until so many contacts are in the workspace that the window has open.
people() {
    local until=$((SECONDS + 90)) found=''
    while [ $SECONDS -lt $until ]; do
        found=$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("select count(*) from contacts").fetchone()[0])' \
            "$ROOT$PLACE/workspace/studio.db" 2>&1) && [ "$found" = "$1" ] && return 0
        read -r -t 0.5 <> <(:) || :
    done
    echo "$found"
    return 1
}
titled() {
    local until=$((SECONDS + 30))
    until xdotool getwindowname "$1" | tee /dev/stderr | grep -q -- "$2"; do
        [ $SECONDS -lt $until ] || return 1
        read -r -t 0.3 <> <(:) || :
    done
}
# Two pictures a second apart are alike, and have more than a few colours.
at_rest() {
    local until=$((SECONDS + 60)) before='' now=''
    while [ $SECONDS -lt $until ]; do
        import -window "$1" "$2"
        now=$(sha256sum <"$2")
        [ "$now" = "$before" ] && [ "$(identify -format %k "$2")" -gt 50 ] && return 0
        before=$now
        read -r -t 1 <> <(:) || :
    done
    return 1
}
ends() {
    local until=$((SECONDS + 30))
    while kill -0 "$1" 2>/dev/null; do
        [ $SECONDS -lt $until ] || { kill "$1"; return 1; }
        read -r -t 0.3 <> <(:) || :
    done
    wait "$1"
}

# self_test OPTION COMMAND…: OPTION may be empty.
self_test() { local option=$1; shift; "$@" --json self-test ${option:+"$option"} | tee "$OUT/self-test.json" && grep -q '"ok": *true' "$OUT/self-test.json"; }
journeys() { studio --workspace "$PLACE/workspace" --json journey list >"$OUT/journeys.json" && python3 -c 'import json, sys
names = [one["name"] for one in json.load(open(sys.argv[1]))["journeys"]]; print(names); sys.exit(names != ["Welcome"][:int(sys.argv[2])])' "$OUT/journeys.json" "$1"; }
# In a folder of its own; the last line it says is the report, with nobody left to write to.
road() {
    as_user mkdir "$PLACE/road"
    install -m 755 "$PROJECT/packaging/linux/keyring_road.sh" "$ROOT/usr/local/bin/road"
    install -o $USER_ID -g $USER_ID "$PROJECT/resources/samples/contacts.csv" "$ROOT$PLACE/road/"
    with_keyring sh -c 'cd road && exec road' | tee "$OUT/road.log" && tail -n 1 "$OUT/road.log" >"$OUT/road.json"
    rm -f "$ROOT/usr/local/bin/road"
    grep -q '"state": "done".*"queued": 0.*"unknown": 0' "$OUT/road.json"
}
parts() { python3 -c 'import json, sys
for part in json.load(open(sys.argv[1]))["parts"]: print("     ", part["part"] + ":", part["said"], "(%.1f s)" % part["seconds"])' "$OUT/self-test.json" || :; }
campaign() { "$@" --json demo --out "$PLACE/demo" | tee "$OUT/demo.json" && grep -q '"agrees": *true' "$OUT/demo.json"; }
no_trace() { ! in_root sh -c "find / -xdev -not -path '/proc/*' -not -path '/home/*' -not -path '/var/cache/apt/*' -not -path '/var/lib/apt/*' -not -path '/var/log/*' -not -path '/root/*' -not -path '/tmp/.X11-unix/*' \( -iname '*whatsapp*' -o -iname '*wsjourney*' \) | grep . || grep -rIl wsjourney /usr/share/mime /usr/share/applications /etc 2>/dev/null"; }
unchanged() { list_files >"$OUT/after.txt"; diff "$OUT/before.txt" "$OUT/after.txt"; }
unchanged_files() { list_files | grep -v '^d ' | diff <(grep -v '^d ' "$OUT/before.txt") -; }
only_data() {
    (cd "$ROOT/home/$PERSON" && find . -type f -printf '%P\n' | sort) >"$OUT/home.txt"
    ! grep -vE '^(prova è – テスト/|\.local/share/(WhatsApp Studio|keyrings)/|\.cache/|\.config/|\.(bash|profile))' "$OUT/home.txt"
}

home_in_words() {
    awk -F/ -v home="/home/$PERSON" '{ part = $1 (NF > 2 ? "/" $2 : ""); if ($1 == ".local") part = $1 "/" $2 "/" $3; count[part]++ }
        END { for (part in count) printf "      left in %s: %s (%d)\n", home, part, count[part] }' "$OUT/home.txt" | sort
}

first_round() {
    say "1. As little as possible: no recommended packages, no keyring"
    apt_get install --no-install-recommends --simulate "/root/$NAME.deb" | awk '/^Inst/ { print $2 }' | grep -vx "$NAME" >"$OUT/needs.txt"
    check "apt finds all that the package needs: $(wc -l <"$OUT/needs.txt") packages" test -s "$OUT/needs.txt"
    check "these are installed" apt_get install --no-install-recommends $(cat "$OUT/needs.txt")
    list_files >"$OUT/before.txt"
    check "apt installs the .deb, and nothing else any more" apt_get install --no-install-recommends "/root/$NAME.deb"
    note "$(in_root dpkg-query -W -f '${Package} ${Version}, ${Installed-Size} kB' $NAME), $(in_root dpkg -L $NAME | wc -l) paths"
    check "an ordinary user finds the command" studio --version
    check "self-test passes in “$PLACE”, without a keyring" self_test --allow-no-keyring studio
    parts
    check "the sample campaign goes through the sandbox; both count the same" campaign studio
    note "$(python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); r = d["report"]; print("reports:", {k: r[k] for k in ("total", "sent", "delivered", "read", "failed") if k in r}, "sandbox:", d["sandbox"])' "$OUT/demo.json" 2>&1 | tail -n 1)"
    say "   The window, with sample data"
    see_window window "WhatsApp Studio" studio --workspace "$PLACE/workspace" gui --sample
    check "apt removes it" apt_get remove $NAME
    check "every file outside /home is as it was before ($(wc -l <"$OUT/before.txt") paths compared)" unchanged
    check "in /home there is only the user's data" only_data
    home_in_words
}

# The packages beside the .deb, on the same system: its libraries are still there.
other_formats() {
    local one rpm
    one=$(ls "$(dirname "$DEB")"/*.run 2>/dev/null | head -n 1)
    rpm=$(ls "$(dirname "$DEB")"/*.rpm 2>/dev/null | head -n 1)
    if [ -n "$one" ]; then
        say "2. The file that unpacks itself: an ordinary user, no FUSE"
        install -o $USER_ID -g $USER_ID -m 755 "$one" "$ROOT$PLACE/Studio.run"
        check "it starts" as_user "$PLACE/Studio.run" --version
        check "self-test passes" self_test --allow-no-keyring as_user "$PLACE/Studio.run"
        check "it goes into the user's menu" as_user "$PLACE/Studio.run" --bundle-install
        check "the menu entry is a good one" desktop-file-validate "$ROOT/home/$PERSON/.local/share/applications/$NAME.desktop"
        check "self-test passes from there" self_test --allow-no-keyring as_user /home/$PERSON/.local/bin/$NAME
        check "it takes itself out again" as_user "$PLACE/Studio.run" --bundle-remove
        rm "$ROOT$PLACE/Studio.run"
        check "in /home there is only the user's data" only_data
    fi
    if [ -n "$rpm" ] && command -v rpm >/dev/null; then
        say "3. The .rpm; no system with RPM is to be had here, so without what it asks of one"
        local on=(rpm --root "$ROOT" --dbpath /var/cache/rpm-of-the-test)
        check "rpm installs it" "${on[@]}" -i --nodeps --noscripts "$rpm"
        check "its files are as they were packed" "${on[@]}" -V --nodeps $NAME
        check "self-test passes" self_test --allow-no-keyring studio
        check "rpm removes it" "${on[@]}" -e --noscripts $NAME
        check "no file of it is left; shared folders, empty here, are other packages' there" unchanged_files
        (cd "$ROOT/usr/share" && find applications icons metainfo mime -depth -type d -empty -delete 2>/dev/null)
    fi
    check "every file outside /home is as it was before" unchanged
}

second_round() {
    say "4. As a desktop does it: with recommended packages, a real keyring, and the database of file types"
    check "a desktop's own packages" apt_get install --no-install-recommends shared-mime-info desktop-file-utils dbus xdg-utils
    check "apt installs the .deb in one go, with what it recommends" apt_get install "/root/$NAME.deb"
    check "it installs the same again (an update)" apt_get install --reinstall "/root/$NAME.deb"
    check "*.wsjourney is a journey for the desktop" grep -q 'application/vnd.whatsapp-studio.journey+json:.*wsjourney' "$ROOT/usr/share/mime/globs2"
    check "such a file opens with the Studio" test "$(as_user xdg-mime query default application/vnd.whatsapp-studio.journey+json)" = $NAME.desktop
    check "self-test passes with the keyring" self_test '' with_keyring whatsapp-studio
    parts
    check "the sample campaign goes through the sandbox by commands of a script, which find the token in the keyring" road
    note "$(python3 -c 'import json, sys; d = json.load(open(sys.argv[1])); print({k: d[k] for k in ("state", "total", "queued", "accepted", "failed", "unknown", "excluded")})' "$OUT/road.json" 2>&1 | tail -n 1)"
    say "   A journey opened by its file"
    cp "$PROJECT/resources/samples/journeys/welcome.wsjourney" "$ROOT$PLACE/"
    chown $USER_ID:$USER_ID "$ROOT$PLACE/welcome.wsjourney"
    check "the command line checks it" studio --workspace "$PLACE/workspace" journey check "$PLACE/welcome.wsjourney"
    check "no journey is in the workspace yet" journeys 0
    see_window journey "WhatsApp Studio" with_keyring whatsapp-studio --workspace "$PLACE/workspace" gui "$PLACE/welcome.wsjourney"
    check "the journey of the file is in the workspace now" journeys 1
    check "apt purges it, with all that came along" apt_get purge --autoremove $NAME
    check "no file, no file type and no menu entry of it is left" no_trace
    check "in /home there is only the user's data" only_data
    check "the workspace is whole: SQLite says so" test "$(python3 -c 'import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute("pragma integrity_check").fetchone()[0])' "$ROOT$PLACE/workspace/studio.db")" = ok
}

clean_up() {
    trap - EXIT INT TERM
    # The first process of the namespace takes all others with it, and their mounts.
    [ -z "${INSIDE:-}" ] || { kill "$INSIDE" 2>/dev/null && wait "$INSIDE" 2>/dev/null; }
    [ -n "$KEEP" ] || rm -rf --one-file-system "$ROOT"
    rm -f "$WORK/display"
}

read_arguments "$@"
if [ -z "${STUDIO_IN_NAMESPACE:-}" ]; then
    need_tools
    find_deb
    mkdir -p "$OUT"
    : >"$OUT/all.log"
    trap clean_up EXIT
    trap 'exit 130' INT TERM
    rm -f "$WORK/display" "$OUT"/*.png
    mkfifo "$WORK/display"
    STUDIO_IN_NAMESPACE=1 unshare --mount --pid --fork --kill-child --mount-proc -- "${BASH_SOURCE[0]}" --deb "$DEB" --suite "$SUITE" ${FRESH:+--fresh} &
    INSIDE=$!
    wait "$INSIDE"
    ended=$?
    INSIDE=''
    exit "$ended"
fi
say "$(basename "$DEB"), $(($(stat -c %s "$DEB") / 1000000)) MB, on a clean Debian ($SUITE)"
make_bare
make_root
start_screen
first_round
other_formats
second_round
say "$([ $FAILED = 0 ] && echo 'All passed.' || echo "$FAILED failed."): $SECONDS s"
[ $FAILED = 0 ]
