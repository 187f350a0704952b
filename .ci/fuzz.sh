#!/bin/sh
# Every fuzz test with many inputs: the loader, each importer, profiles, bundles. A line as each test ends, and then what
# was found: an input that fails is printed, cut down to what matters. SHOWCTL_FUZZ=500 .ci/fuzz.sh tries fewer.
cd "$(dirname "$0")/.." || exit 1
export SHOWCTL_FUZZ="${SHOWCTL_FUZZ:-10000}"
echo "fuzz: $SHOWCTL_FUZZ inputs for each test"
exec nice .venv/bin/python -m pytest tests/unit -m fuzz -vv --durations=0 --timeout=14400 "$@"
