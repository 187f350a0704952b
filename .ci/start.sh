#!/bin/sh
# The main job: the console where there is a display, else the quickstart show headless from GO to its end.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname -s)" = Darwin ]; then
    exec .venv/bin/showctl shows/demo.yaml
fi
exec .venv/bin/showctl run shows/quickstart.yaml --headless --go --until-idle
