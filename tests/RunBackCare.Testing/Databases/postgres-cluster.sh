# shellcheck shell=sh
# A private cluster for as long as standard input stays open. The kernel closes that pipe when its writer ends,
# however it ends, so that no cluster outlives its tests. Prints "ready FOLDER"; the socket lies in that folder.
# $1: PostgreSQL's bin folder
set -eu
trap '' HUP INT TERM
umask 077
folder=$(mktemp -d /tmp/runbackcare-pg.XXXXXX)
cd "$folder"
stop() {
  "$1/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
  cd / && rm -rf "$folder"
}

if ! {
  "$1/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions &&
    "$1/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 start -o "-k $folder \
      -c listen_addresses= -c max_connections=300 -c shared_buffers=64MB -c timezone=UTC \
      -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0"
} >"$folder/start.log" 2>&1 </dev/null; then
  cat "$folder/start.log" >&2
  cat "$folder/server.log" >&2 2>/dev/null || true
  stop "$1"
  exit 1
fi

echo "ready $folder"
cat >/dev/null
stop "$1"
