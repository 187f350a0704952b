#!/bin/sh
# Renews .ci/constraints.txt: the newest versions that pyproject.toml allows, tried by `make test` before they are kept.
# Run with Python 3.11, whose PySide6 is pinned apart.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}
"$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "pins: needs PYTHON=python3.11" >&2; exit 1; }

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$python" -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install -qq -e '.[dev]' editables
# What newer Pythons get, asked of pip without installing it.
"$tmp/venv/bin/pip" install -qq --dry-run --no-deps --ignore-installed --target "$tmp/none" --only-binary :all: \
    --python-version 3.12 --report "$tmp/newer.json" PySide6-Essentials shiboken6
"$tmp/venv/bin/pip" freeze --exclude-editable >"$tmp/frozen.txt"
"$python" - "$tmp/frozen.txt" "$tmp/newer.json" >"$tmp/constraints.txt" <<'PYTHON'
import json
import sys

frozen, newer = sys.argv[1:]
found = (item["metadata"] for item in json.load(open(newer))["install"])
versions = {metadata["name"].lower().replace("_", "-"): metadata["version"] for metadata in found}
print("# Every version, of dependencies of dependencies too. Renew with `make pins`, then run `make test`.")
# pytest needs it on Windows alone, so no other system's freeze has it.
lines = [*open(frozen).read().splitlines(), 'colorama==0.4.6; sys_platform == "win32"']
for line in sorted(lines, key=str.lower):
    name = line.partition("==")[0]
    if other := versions.get(name.lower().replace("_", "-")):
        print(f'{line}; python_version < "3.12"')
        print(f'{name}=={other}; python_version >= "3.12"')
    else:
        print(line)
PYTHON
mv "$tmp/constraints.txt" .ci/constraints.txt
