#!/bin/sh
# WhatsApp Studio in one file. Needs no root and no FUSE: sh, tar, gzip and sha256sum do.
#   WhatsApp-Studio.run [what the program takes]   unpacks itself once into the user's cache and starts
#   WhatsApp-Studio.run --bundle-install           puts it into this user's applications menu
#   WhatsApp-Studio.run --bundle-remove            takes it out again, and leaves the user's data
#   WhatsApp-Studio.run --bundle-unpack FOLDER     only unpacks
set -eu
VERSION=@VERSION@
DIGEST=@DIGEST@
LINES=@LINES@
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/whatsapp-studio-bundle
DATA=${XDG_DATA_HOME:-$HOME/.local/share}
HOME_OF_PROGRAM=$HOME/.local/lib/whatsapp-studio
COMMAND=$HOME/.local/bin/whatsapp-studio
SELF=$(readlink -f "$0")

say() { printf '%s\n' "WhatsApp Studio $VERSION: $*" >&2; }

unpack() {
    found=$(tail -n +"$LINES" "$SELF" | sha256sum | cut -d' ' -f1)
    if [ "$found" != "$DIGEST" ]; then
        say "this file is damaged or not whole. Get it again."
        exit 1
    fi
    mkdir -p "$1"
    tail -n +"$LINES" "$SELF" | gzip -dc | tar -x --no-same-owner -C "$1"
}

# Versions that nobody runs any more go; one that runs still reads its own files.
forget_former() {
    for former in "$CACHE"/*; do
        [ -d "$former" ] && [ "$former" != "$CACHE/$DIGEST" ] || continue
        used=$(readlink /proc/[0-9]*/exe 2>/dev/null | grep -cF "$former/" || :)
        [ "$used" != 0 ] || rm -rf "$former"
    done
}

# The desktop learns of files that came and went, where it has the tools for that.
tell_desktop() {
    told update-mime-database "$DATA/mime"
    told update-desktop-database -q "$DATA/applications"
}
told() {
    command -v "$1" >/dev/null 2>&1 || return 0
    "$@" >/dev/null 2>&1 || say "$1 did not succeed; log in again to see the icon."
}

remove() {
    if [ -f "$HOME_OF_PROGRAM/installed-files" ]; then
        while IFS= read -r name; do rm -f "$DATA/$name"; done <"$HOME_OF_PROGRAM/installed-files"
    fi
    [ "$(readlink "$COMMAND" 2>/dev/null)" != "$HOME_OF_PROGRAM/program/whatsapp-studio" ] || rm -f "$COMMAND"
    rm -rf "$HOME_OF_PROGRAM" "$CACHE"
}

install_for_user() {
    fresh=$HOME_OF_PROGRAM.$$
    trap 'rm -rf "$fresh"' EXIT
    unpack "$fresh"
    remove
    mkdir -p "$(dirname "$HOME_OF_PROGRAM")" "$(dirname "$COMMAND")" "$DATA"
    mv "$fresh" "$HOME_OF_PROGRAM"
    (cd "$HOME_OF_PROGRAM/share" && find applications icons mime man -type f) >"$HOME_OF_PROGRAM/installed-files"
    while IFS= read -r name; do
        mkdir -p "$DATA/$(dirname "$name")"
        cp "$HOME_OF_PROGRAM/share/$name" "$DATA/$name"
    done <"$HOME_OF_PROGRAM/installed-files"
    ln -sf "$HOME_OF_PROGRAM/program/whatsapp-studio" "$COMMAND"
    # A menu does not look for commands in the user's own folder.
    sed -i "s|^Exec=whatsapp-studio|Exec=\"$COMMAND\"|; s|^TryExec=.*|TryExec=$COMMAND|" \
        "$DATA/applications/whatsapp-studio.desktop"
    tell_desktop
    say "is in your applications menu, and is the command $COMMAND."
}

case ${1:-} in
--bundle-install) install_for_user ;;
--bundle-remove)
    remove
    tell_desktop
    say "is removed. Your workspaces are where they were."
    ;;
--bundle-unpack) unpack "${2:?a folder to unpack into}" ;;
*)
    if [ ! -x "$CACHE/$DIGEST/program/whatsapp-studio" ]; then
        mkdir -p "$CACHE"
        fresh=$(mktemp -d "$CACHE/.unpacking.XXXXXX")
        trap 'rm -rf "$fresh"' EXIT
        unpack "$fresh"
        rm -rf "${CACHE:?}/$DIGEST"
        mv "$fresh" "$CACHE/$DIGEST" 2>/dev/null || [ -x "$CACHE/$DIGEST/program/whatsapp-studio" ]
        trap - EXIT
    fi
    forget_former
    exec "$CACHE/$DIGEST/program/whatsapp-studio" "$@"
    ;;
esac
exit 0
