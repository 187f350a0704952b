#!/bin/sh
# Every test, in two halves at once: those that mostly wait for real time, beside those that mostly compute. Together
# they take as long as the longer half, and what they need of a second core is what a console would take in a show.
cd "$(dirname "$0")/.." || exit 1
said=$(mktemp)
.venv/bin/python -m pytest tests/realtime tests/faults >"$said" 2>&1 &
waiting=$!
trap 'kill "$waiting" 2>/dev/null; rm -f "$said"' EXIT
trap 'exit 130' INT TERM
.venv/bin/python -m pytest --ignore=tests/realtime --ignore=tests/faults
computed=$?
wait "$waiting"
waited=$?
echo
echo "== tests/realtime and tests/faults"
cat "$said"
[ "$computed" -eq 0 ] && [ "$waited" -eq 0 ]
