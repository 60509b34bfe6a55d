#!/bin/sh
# Print the path of a Chromium for the journeys. RAADHUS_CHROMIUM names one; otherwise the system's; otherwise it is
# installed: Debian's when root, Playwright's when not.
set -eu
python=${1:-.venv/bin/python}
if [ -n "${RAADHUS_CHROMIUM:-}" ]; then echo "$RAADHUS_CHROMIUM"; exit 0; fi
for name in chromium chromium-browser google-chrome; do
  if command -v "$name" >/dev/null 2>&1; then command -v "$name"; exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's chromium for the journeys ..." >&2
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } >&2
  command -v chromium
else
  echo "Installing Playwright's chromium for the journeys ..." >&2
  "$python" -m playwright install chromium >&2
  "$python" -c 'from playwright.sync_api import sync_playwright as s
with s() as p: print(p.chromium.executable_path)'
fi
