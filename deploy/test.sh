#!/usr/bin/env bash
# Installs what is missing, checks the format, builds, runs every test, and ends with
# "N passed, N failed, N skipped" on a line of its own.
#   --fast   only the projects that need no server; installs nothing
#   --full   also the long runs: every time zone, many simulated runners, large numbers
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source deploy/install.sh
exec </dev/null

configuration=Debug
projects=()
for argument in "$@"; do
  case "$argument" in
    --fast) projects=(RunBackCare.Planning.Tests RunBackCare.Mail.Tests) ;;
    --full) export RUNBACKCARE_FULL=1 ;;
    -h | --help) sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}"; exit 0 ;;
    *) echo "test.sh: '$argument' is unknown; there are --fast and --full." >&2; exit 2 ;;
  esac
done

need_dotnet
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

if [ ${#projects[@]} -eq 0 ]; then
  # Where something stays missing, its tests say so and are counted as skipped.
  install_missing postgresql smtp_sink dovecot chromium node spamassassin opendkim || true
  install_mail_tools || true
  for folder in tests/*.Tests; do projects+=("$(basename "$folder")"); done
fi

results=$(mktemp -d)
current=''
tidy() {
  [ -z "$current" ] || kill "$current" 2>/dev/null || true
  rm -rf "$results"
}
trap tidy EXIT
trap 'exit 130' INT TERM

echo "== restore"
dotnet restore RunBackCare.sln --verbosity quiet

echo "== format"
formatted=1
dotnet format RunBackCare.sln --no-restore --verify-no-changes --verbosity quiet || formatted=0

echo "== build"
dotnet build RunBackCare.sln --no-restore --configuration "$configuration" --verbosity quiet -warnaserror

# A number from the results file of one project: passed, failed, skipped, errors.
# The whole file may be one line, so the assembly's own tag is cut out first.
count() { grep -o '<assembly [^>]*>' "$results/$1.xml" | sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p" | head -n 1; }

passed=0 failed=0 skipped=0
# One after the other: each project runs its own classes side by side on all cores.
for project in "${projects[@]}"; do
  echo "== $project"
  timeout --kill-after=30 3600 "tests/$project/bin/$configuration/net10.0/$project" \
    -noLogo -noColor -noAutoReporters -longRunning 300 -result-xml "$results/$project.xml" &
  current=$!
  status=0
  wait "$current" || status=$?
  current=''
  if [ -s "$results/$project.xml" ]; then
    passed=$((passed + $(count "$project" passed)))
    broken=$(($(count "$project" failed) + $(count "$project" errors)))
    skipped=$((skipped + $(count "$project" skipped)))
  else
    broken=1
  fi
  # A project that ends badly is never counted as well.
  if [ "$status" -ne 0 ] && [ "$broken" -eq 0 ]; then
    broken=1
    echo "$project ended with exit code $status." >&2
  fi
  failed=$((failed + broken))
done

[ "$formatted" -eq 1 ] || echo "The format check found what stands above; 'dotnet format RunBackCare.sln' mends it." >&2
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$formatted" -eq 1 ]
