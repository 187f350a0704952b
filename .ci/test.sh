#!/bin/sh
# Every test, in three parts at once: those that mostly wait for real time, beside the console's and all the others,
# which compute and step back for them. The console's go through a few processes, one after the other: what Qt keeps of
# each window that was open makes those after it slower.
cd "$(dirname "$0")/.." || exit 1
said=$(mktemp -d)
.venv/bin/python -m pytest tests/realtime tests/faults >"$said/waiting" 2>&1 &
waiting=$!
ls tests/ui/test_*.py | nice xargs -n 12 .venv/bin/python -m pytest >"$said/console" 2>&1 &
console=$!
trap 'kill "$waiting" "$console" 2>/dev/null; rm -rf "$said"' EXIT
trap 'exit 130' INT TERM
nice .venv/bin/python -m pytest --ignore=tests/realtime --ignore=tests/faults --ignore=tests/ui
others=$?
wait "$console"
shown=$?
wait "$waiting"
waited=$?
for part in console waiting; do
    echo
    echo "== $part"
    cat "$said/$part"
done
[ "$others" -eq 0 ] && [ "$shown" -eq 0 ] && [ "$waited" -eq 0 ]
