#!/usr/bin/env bash
# RunBackCare on your own machine, in one go: a private PostgreSQL, twelve sample people, their first week
# planned and delivered as files, then the worker with its site and dashboard. Everything lies under .local/.
#   --once    stop after delivery
#   --fresh   forget everything and start over
# Again = goes on from what is there. Ctrl-C stops it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source deploy/install.sh

once='' fresh=''
for argument in "$@"; do
  case "$argument" in
    --once) once=1 ;;
    --fresh) fresh=1 ;;
    -h | --help) sed -n '2,6s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) echo "demo.sh: '$argument' is unknown; there are --once and --fresh." >&2; exit 2 ;;
  esac
done
exec </dev/null

say() { printf '%s\n' "$*"; }

# ---- what the machine must have

need_dotnet
install_missing postgresql
bin=$(dirname "$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")

# ---- the folder

local=${RUNBACKCARE_LOCAL:-$PWD/.local}
mkdir -p "$local"
local=$(cd "$local" && pwd)
# The database's user passes through; what is private in here has its own permissions.
chmod 755 "$local"
exec 9>"$local/lock"
if ! flock --nonblock 9; then
  say "A demo is running in $local already: stop that one first (Ctrl-C there)." >&2
  exit 1
fi

# ---- PostgreSQL, which refuses to run as root

if [ "$(id -u)" -eq 0 ]; then
  owner=$(id -un postgres 2>/dev/null || echo nobody)
  as_owner() { (cd / && exec runuser -u "$owner" -- "$@"); }
else
  owner=$(id -un)
  as_owner() { (cd / && exec "$@"); }
fi

# Where it really lies: its user may be unable to follow the link.
cluster=$(readlink -f "$local/postgres")
stop_cluster() {
  if as_owner "$bin/pg_ctl" -D "$cluster/data" status >/dev/null 2>&1; then
    as_owner "$bin/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
  fi
}

# A run that was killed leaves its server behind.
stop_cluster
if [ -n "$fresh" ]; then
  rm -rf "$cluster" "$local"/{postgres,mail,inbox,environment,password,port}
  cluster=$local/postgres
fi

worker='' sockets=''
finish() {
  local code=$?
  trap '' INT TERM
  if [ -n "$worker" ]; then
    kill "$worker" 2>/dev/null || true
    wait "$worker" 2>/dev/null || true
  fi
  stop_cluster || true
  [ -z "$sockets" ] || rm -rf "$sockets"
  exit "$code"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

if [ ! -f "$cluster/data/PG_VERSION" ]; then
  say "Making a private PostgreSQL …"
  rm -rf "$cluster" "$local/postgres"
  if as_owner test -x "$local"; then
    cluster=$local/postgres
    mkdir "$cluster"
  else
    # Such as a clone in /root: the database lies where its user may enter, and a link leads there.
    cluster=$(mktemp -d /var/tmp/runbackcare-demo.XXXXXX)
    ln -s "$cluster" "$local/postgres"
  fi
  chmod 700 "$cluster"
  chown "$owner" "$cluster"
  as_owner "$bin/initdb" -D "$cluster/data" -U runbackcare -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
fi

# A socket instead of a port: no clash with another server, nobody else can connect, and its path is short enough.
sockets=$(mktemp -d /tmp/runbackcare-demo.XXXXXX)
chown "$owner" "$sockets"
if ! as_owner "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/server.log" -w -t 60 \
  -o "-k $sockets -c listen_addresses=" start >/dev/null 9>&-; then
  tail -n 20 "$cluster/server.log" >&2
  exit 1
fi
sql() { "$bin/psql" -h "$sockets" -U runbackcare -d "$1" -qAt -v ON_ERROR_STOP=1 -c "$2"; }
[ -n "$(sql postgres "select 1 from pg_database where datname = 'runbackcare'")" ] || sql postgres 'create database runbackcare'

# ---- the program

say "Building …"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
if ! dotnet build src/RunBackCare.Worker --verbosity quiet >"$local/build.log" 2>&1 9>&-; then
  cat "$local/build.log" >&2
  exit 1
fi
program=src/RunBackCare.Worker/bin/Debug/net10.0/runbackcare.dll
runbackcare() { dotnet "$program" "$@" 9>&-; }

# ---- its settings

answers() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port=$(cat "$local/port" 2>/dev/null || echo 8080)
while answers "$port"; do port=$((port + 1)); done
echo "$port" >"$local/port"

mail=$local/mail
mkdir -p "$mail"
(
  umask 077
  cat >"$local/environment" <<END
# The demo's settings, for other commands while it runs:
#   set -a; . $local/environment; set +a; dotnet run --project src/RunBackCare.Worker -- --help
ConnectionStrings__RunBackCare='Host=$sockets;Username=runbackcare;Database=runbackcare'
ASPNETCORE_URLS=http://127.0.0.1:$port
RunBackCare__Site__PublicUrl=http://127.0.0.1:$port
RunBackCare__Pickup__Folder='$mail'
RunBackCare__Inbox__Folder='$local/inbox'
RunBackCare__Jobs__ReadEverySeconds=2
RunBackCare__Mail__From='RunBackCare <plans@example.org>'
RunBackCare__Mail__ReplyDomain=reply.example.org
RunBackCare__Operator__Name='RunBackCare demo'
RunBackCare__Operator__PostalAddress='1 Example Road, Example Town'
RunBackCare__Operator__Contact=help@example.org
END
)
set -a
# shellcheck disable=SC1091
. "$local/environment"
set +a

# ---- everyone's first week

runbackcare migrate
runbackcare import deploy/samples/subscribers.yaml

# Twelve mails at once, on whatever day it is. From Friday noon somewhere on earth some people's first week begins only next Monday, and its
# mail would leave at their own hour: by this moment every hour that announces that week has passed.
at=() hour=$(date -u +%u%H)
if [ "$(sql runbackcare 'select count(*) from weeks')" -eq 0 ] && { [ "$hour" -ge 422 ] || [ "$hour" -lt 123 ]; }; then
  at=(--at "$(date -u -d monday +%Y-%m-%dT23:00:00Z)")
fi
runbackcare run-due "${at[@]}"

mails=("$mail"/*.eml)
say "${#mails[@]} mails lie in $mail, such as ${mails[0]}"
[ -z "$once" ] || exit 0

# ---- the worker, with a login for its dashboard

if [ ! -s "$local/password" ]; then
  (umask 077 && head -c 12 /dev/urandom | base64 | tr '+/' 'xy' >"$local/password")
fi
RunBackCare__Admin__Accounts__0__Hash=$(runbackcare admin hash <"$local/password")
export RunBackCare__Admin__Accounts__0__Hash RunBackCare__Admin__Accounts__0__Name=admin RunBackCare__Admin__Accounts__0__Role=Admin

dotnet "$program" serve 9>&- &
worker=$!
ready() {
  local status
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3
  read -r -t 5 _ status _ <&3 || true
  exec 3>&-
  [ "$status" = 200 ]
}
until ready; do
  kill -0 "$worker" 2>/dev/null || { wait "$worker"; exit 1; }
  sleep 0.3
done

say
say "  Site       http://127.0.0.1:$port/"
say "  Dashboard  http://127.0.0.1:$port/hangfire   login admin, password $(cat "$local/password")"
say "  Mails      $mail   (any mail program opens them, such as ${mails[0]##*/})"
say "  Answer     (set -a; . $local/environment; dotnet $program reply $(sed -n 's/^To: .*<\(.*\)>.*/\1/p; s/^Delivered-To: //p' "${mails[0]}" | head -n 1 | tr -d '\r') '2, all done')"
say "             and the receipt comes to $mail in a few seconds"
say
say "Ctrl-C stops it; ./deploy/demo.sh goes on from here, ./deploy/demo.sh --fresh starts over."
wait "$worker"
