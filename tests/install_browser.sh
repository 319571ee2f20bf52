#!/bin/sh
# Sees to it that the browser tests have a Chromium: one on the PATH, else Debian's package, else Playwright's own.
set -u
find_browser() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    "${PYTHON:-python3}" - <<'PY' 2>/dev/null
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    sys.exit(not pathlib.Path(playwright.chromium.executable_path).exists())
PY
}
find_browser && exit 0
if command -v apt-get >/dev/null 2>&1; then
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root="none"; fi
    fi
    if [ "$as_root" != "none" ]; then
        echo "Installing Chromium for the browser tests …"
        $as_root apt-get update -qq >/dev/null 2>&1
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null 2>&1
        find_browser && exit 0
    fi
fi
"${PYTHON:-python3}" -m playwright install chromium >/dev/null 2>&1
find_browser && exit 0
echo "The browser tests need Chromium: install it with 'apt-get install chromium' or '.venv/bin/playwright install chromium', then run make test again." >&2
exit 1
