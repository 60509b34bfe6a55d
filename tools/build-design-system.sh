#!/usr/bin/env bash
# Build the parts of Det Fælles Designsystem that raadhus uses, and fetch htmx, into src/raadhus/ui/static/ui/vendor.
# Needs Node and npm; nobody else does, because the output is committed. Run it again after changing tools/design-system/*
# or a version below, then run the tests: the budgets and the accessibility walk judge the result.
set -euo pipefail

DKFDS=11.2.0
SASS=1.92.0
ESBUILD=0.25.9
HTMX=2.0.11
PLEX=1.1.0
SYMBOLS=0.35.2

here="$(cd "$(dirname "$0")" && pwd)"
vendor="$here/../src/raadhus/ui/static/ui/vendor"
build="$(mktemp -d)"
trap 'rm -rf "$build"' EXIT

cd "$build"
npm init --yes >/dev/null 2>&1
npm install --silent --no-audit --no-fund "dkfds@$DKFDS" "sass@$SASS" "esbuild@$ESBUILD" "htmx.org@$HTMX" "@ibm/plex-sans@$PLEX" \
  "@material-symbols/svg-400@$SYMBOLS" array-foreach@1.0.2 receptor@0.1.5 object-assign@4.1.1 2>/dev/null
source="$build/node_modules/dkfds"

rm -rf "$vendor/dkfds" "$vendor/htmx"
mkdir -p "$vendor/dkfds/fonts" "$vendor/dkfds/icons" "$vendor/htmx"

npx sass --quiet --no-source-map --no-charset --style=compressed --load-path="$source/src/stylesheets" \
  "$here/design-system/raadhus.scss" "$vendor/dkfds/dkfds.css"
cp "$here/design-system/raadhus.js" "$build/entry.js"
# the package exports only its finished bundle; the parts are taken by path
sed -i "s#\"dkfds/src#\"./node_modules/dkfds/src#" "$build/entry.js"
npx esbuild "$build/entry.js" --bundle --minify --format=iife --log-level=warning --outfile="$vendor/dkfds/dkfds.js"

for face in Regular Italic Medium SemiBold; do
  for range in Latin1 Latin2; do
    cp "$source/src/fonts/IBMPlexSans/split/woff2/IBMPlexSans-$face-$range.woff2" "$vendor/dkfds/fonts/"
  done
done

# icons that the stylesheet asks for as files, and one sprite for those used in templates
grep -oE 'icons/[a-z0-9-]+\.svg' "$vendor/dkfds/dkfds.css" | sort -u | while read -r icon; do
  cp "$source/src/img/svg-icons/$(basename "$icon")" "$vendor/dkfds/icons/"
done
{
  echo '<svg xmlns="http://www.w3.org/2000/svg">'
  while read -r icon; do
    sed -E "s#<svg[^>]*viewBox=\"([^\"]*)\"[^>]*>#<symbol id=\"$icon\" viewBox=\"\1\">#; s#</svg>#</symbol>#" "$source/src/img/svg-icons/$icon.svg"
    echo
  done <"$here/design-system/icons.txt"
  echo '</svg>'
} >"$vendor/dkfds/sprite.svg"

cp "$source/LICENSE.md" "$vendor/dkfds/LICENSE.md"
install -m 644 "$build/node_modules/@ibm/plex-sans/LICENSE.txt" "$vendor/dkfds/LICENSE-OFL-1.1.txt"
cp "$build/node_modules/@material-symbols/svg-400/LICENSE" "$vendor/dkfds/LICENSE-Apache-2.0.txt"
cp "$build/node_modules/htmx.org/dist/htmx.min.js" "$vendor/htmx/htmx.min.js"
cp "$build/node_modules/htmx.org/LICENSE" "$vendor/htmx/LICENSE"
printf 'dkfds %s (https://designsystem.dk), htmx.org %s (https://htmx.org)\nbuilt by tools/build-design-system.sh; do not edit here\n' "$DKFDS" "$HTMX" >"$vendor/VERSIONS.txt"
du -sh "$vendor"/*
