#!/usr/bin/env bash
# Build Frontdesk.app and the .dmg that carries it.
#
#   installers/macos/dmg.sh OUT          needs macOS and the extra [package]
#
# FRONTDESK_SIGN_AS is the Developer ID that signs; FRONTDESK_NOTARY a keychain profile of notarytool,
# with which Apple is asked to look at it. Without them the app is signed for this computer alone,
# and others open it by a right click.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
python=${PYTHON:-$root/.venv/bin/python}
version=$("$python" -c 'import frontdesk; print(frontdesk.__version__)')
app=$out/Frontdesk.app
image=$out/Frontdesk-$version-$(uname -m).dmg

cd "$root"
"$python" -m PyInstaller --noconfirm --log-level=WARN \
  --distpath "$out" --workpath "$out/work" installers/frontdesk.spec
if [ -n "${FRONTDESK_SIGN_AS:-}" ]; then
  codesign --force --deep --options runtime --timestamp \
    --entitlements "$here/entitlements.plist" --sign "$FRONTDESK_SIGN_AS" "$app"
fi
codesign --verify --deep --strict "$app"
"$app/Contents/MacOS/frontdesk" --self-test

tree=$out/image
rm -rf "$tree" "$image"
mkdir "$tree"
cp -R "$app" "$tree/"
ln -s /Applications "$tree/Applications"
hdiutil create -volname Frontdesk -srcfolder "$tree" -format UDZO "$image"
if [ -n "${FRONTDESK_SIGN_AS:-}" ]; then
  codesign --timestamp --sign "$FRONTDESK_SIGN_AS" "$image"
fi
if [ -n "${FRONTDESK_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$FRONTDESK_NOTARY" --wait
  xcrun stapler staple "$image"
fi
