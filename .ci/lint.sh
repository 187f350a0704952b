#!/bin/sh
# Every linter, each to its end, so that one run shows all there is to mend.
set -u
cd "$(dirname "$0")/.." || exit 1

failed=
for check in 'ruff check --quiet' 'ruff format --quiet --check' mypy lint-imports; do
    # shellcheck disable=SC2086 # a command and its options
    .venv/bin/$check || failed="$failed, $check"
done
[ -z "$failed" ] || { echo "lint: failed: ${failed#, }" >&2; exit 1; }
