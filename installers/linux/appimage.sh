#!/usr/bin/env bash
# Build the AppImage: the packaged program with the system's libraries in it, in one file.
#
#   installers/linux/appimage.sh OUT     needs appimagetool on the path and the extra [package]
#
# To be built on the oldest system that it is to run on: the C library is not taken along.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$(dirname "$here")")
python=${PYTHON:-$root/.venv/bin/python}
version=$("$python" -c 'import frontdesk; print(frontdesk.__version__)')
tree=$out/Frontdesk.AppDir

cd "$root"
FRONTDESK_PORTABLE=1 "$python" -m PyInstaller --noconfirm --log-level=WARN \
  --distpath "$out" --workpath "$out/work" installers/frontdesk.spec
rm -rf "$tree"
mkdir -p "$tree/usr/lib" "$tree/usr/share/icons/hicolor/scalable/apps"
mv "$out/frontdesk" "$tree/usr/lib/frontdesk"
cp "$here/frontdesk.desktop" "$tree/"
cp resources/icons/app.svg "$tree/frontdesk.svg"
cp resources/icons/app.svg "$tree/usr/share/icons/hicolor/scalable/apps/frontdesk.svg"
ln -s usr/lib/frontdesk/frontdesk "$tree/AppRun"
"$tree/AppRun" --self-test
ARCH=$(uname -m) appimagetool "$tree" "$out/Frontdesk-$version-$(uname -m).AppImage"
