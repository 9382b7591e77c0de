# shellcheck shell=sh
# Runs a program for as long as standard input stays open. The kernel closes that pipe when its writer ends,
# however it ends, so that no program outlives its tests. First line of output: the program's process id.
# "$@": the program and its arguments
exec 3<&0
"$@" 3<&- </dev/null &
child=$!
echo "$child"
{ cat <&3 >/dev/null; kill -KILL "$child"; } >/dev/null 2>&1 &
watcher=$!
exec 3<&-
wait "$child"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
