#!/bin/sh
# The words of the console, out of the code, for translators: showctl_en.ts has them all, with the plurals of English.
# Each translation beside it is brought up to date, and made what the console loads (.qm).
# Usage: words.sh [file.ts, instead of showctl_en.ts: then nothing else is touched]
set -eu
cd "$(dirname "$0")/.."
folder=resources/translations

sources=$(mktemp)
trap 'rm -f "$sources"' EXIT
find showctl/ui -name '*.py' | LC_ALL=C sort >"$sources"

update() { # file, further options of lupdate
    file=$1
    shift
    .venv/bin/pyside6-lupdate -silent -no-obsolete -locations none -sort-messages -source-language en \
        -tr-function-alias QT_TR_NOOP+=marked "$@" "@$sources" -ts "$file"
}

english=${1:-$folder/showctl_en.ts}
update "$english" -target-language en
PYTHONPATH=. .venv/bin/python .ci/plurals.py "$english"
[ $# -eq 0 ] || exit 0
for file in "$folder"/showctl_*.ts; do
    [ "$file" != "$english" ] || continue
    update "$file"
    .venv/bin/pyside6-lrelease -silent "$file" -qm "${file%.ts}.qm"
done
