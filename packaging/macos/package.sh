#!/usr/bin/env bash
# Decides how the app becomes a disk image: signed and notarised where the environment says with what. For a Mac.
#
#     packaging/macos/package.sh APP OUT VERSION
#
# STUDIO_SIGNING_IDENTITY   name of a "Developer ID Application" certificate in the keychain; without it the app gets
#                           an ad-hoc signature, good for this Mac alone
# STUDIO_NOTARY_PROFILE     name under which `xcrun notarytool store-credentials` has put the account into the keychain;
#                           without it nothing is notarised
set -euo pipefail
if [ $# -ne 3 ]; then
    sed -n '4,9s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi
app=$1 out=$2 version=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
identity=${STUDIO_SIGNING_IDENTITY:--}
profile=${STUDIO_NOTARY_PROFILE:-}
image="$out/WhatsApp-Studio-$version-$(uname -m).dmg"
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT

if [ -n "$profile" ] && [ "$identity" = - ]; then
    echo "Only what is signed with a certificate can be notarised: set STUDIO_SIGNING_IDENTITY." >&2
    exit 2
fi

options=(--force --options runtime --entitlements "$here/entitlements.plist" --sign "$identity")
[ "$identity" = - ] || options+=(--timestamp)
# From the inside out: every library, then the frameworks, then the programs and the app around them.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 | xargs -0 -n 50 codesign "${options[@]}"
find "$app/Contents" -type d -name '*.framework' -prune -print0 | xargs -0 -n 10 codesign "${options[@]}"
codesign "${options[@]}" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

mkdir -p "$out" "$room/image"
ditto "$app" "$room/image/$(basename "$app")"
ln -s /Applications "$room/image/Applications"
rm -f "$image"
hdiutil create -volname "WhatsApp Studio" -srcfolder "$room/image" -fs HFS+ -format UDZO -quiet "$image"
[ "$identity" = - ] || codesign --timestamp --sign "$identity" "$image"

if [ -n "$profile" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$profile" --wait
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
hdiutil verify -quiet "$image"
echo "Made $image"
