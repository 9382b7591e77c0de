# shellcheck shell=bash
# Sourced by the scripts beside it: installs what is missing, by apt, without starting any service.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

has_postgresql() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_smtp_sink() { PATH=$PATH:/usr/sbin command -v smtp-sink >/dev/null; }
has_dovecot() { [ -x /usr/lib/dovecot/imap ] && [ -x /usr/lib/dovecot/lmtp ]; }
has_chromium() { command -v chromium >/dev/null; }
has_node() { command -v node >/dev/null && command -v npm >/dev/null; }
has_spamassassin() { command -v spamassassin >/dev/null; }
has_opendkim() { PATH=$PATH:/usr/sbin command -v opendkim >/dev/null; }

# The Debian packages that bring it.
package_of() {
  case "$1" in
    postgresql | chromium | spamassassin | opendkim) echo "$1" ;;
    node) echo nodejs npm ;;
    smtp_sink) echo postfix ;;
    dovecot) echo dovecot-imapd dovecot-lmtpd ;;
  esac
}

# install_missing postgresql smtp_sink dovecot chromium: quiet where all is there; 1 where something stays missing.
install_missing() {
  local name packages=()
  for name in "$@"; do
    # shellcheck disable=SC2207
    "has_$name" || packages+=($(package_of "$name"))
  done
  [ ${#packages[@]} -gt 0 ] || return 0

  if ! command -v apt-get >/dev/null; then
    echo "Missing: ${packages[*]}. There is no apt here to install them with: please install them." >&2
    return 1
  fi

  echo "Installing ${packages[*]} …"
  local log
  log=$(mktemp)
  # Runlevel 1 keeps the packages from starting services of their own.
  if ! {
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update &&
      as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "${packages[@]}"
  } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    echo "Could not install ${packages[*]}: run this as root or with sudo rights, or install them yourself." >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# The judges of mails, from their lock file; again only when that has changed.
install_mail_tools() {
  local folder=tests/mail-tools
  has_node || return 1
  [ ! "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] || return 0
  echo "Installing the judges of $folder …"
  npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null ||
    { echo "npm ci failed in $folder: the judges of mails are skipped." >&2; return 1; }
}

need_dotnet() {
  command -v dotnet >/dev/null && return 0
  echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2
  return 1
}
