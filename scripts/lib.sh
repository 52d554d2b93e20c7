# shellcheck shell=bash disable=SC2034
# What the scripts share: messages, settings, users and processes. Sourced, never run.
#
# A state directory holds everything a running Gatehouse makes:
#   bin/       the programs, copied, so that a build does not disturb what runs
#   database/  the cluster (data/), its socket and its log
#   run/       the workers' socket, process ids, the lock
#   nginx/     the filled-in configuration, the page files, temporary files
#   tls/  pictures/  metrics/  logs/

set -euo pipefail

# Debian keeps nginx where an ordinary user's PATH does not look.
PATH=$PATH:/usr/local/sbin:/usr/sbin:/sbin

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '==> %s\n' "$*"; }
warn() { printf 'warning: %s\n' "$*" >&2; }
fail() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# The longest path of a Unix socket is 107 bytes, and ours end in at most this.
longest_socket=/database/.s.PGSQL.5432

# as_user USER COMMAND…: the command as that user, from a directory that everyone may enter.
as_user() {
  local user=$1
  shift
  if [ "$user" = "$(id -un)" ]; then
    (cd / && exec "$@")
  else
    (cd / && exec runuser -u "$user" -- "$@")
  fi
}

# as_root COMMAND…: through sudo unless the caller is root.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    fail "this needs root: run it as root, or install sudo"
  fi
}

# Who runs what. PostgreSQL refuses root, and nothing that serves requests should be root either.
set_users() {
  if [ "$(id -u)" = 0 ]; then
    database_user=postgres
    web_user=www-data
  else
    database_user=$(id -un)
    web_user=$database_user
  fi
}

# may_enter USER DIRECTORY: whether the user can reach it, or its nearest parent that exists.
may_enter() {
  local directory=$2
  while [ ! -d "$directory" ]; do directory=$(dirname "$directory"); done
  as_user "$1" test -x "$directory" 2>/dev/null
}

# plain PATH: whether nginx and connection strings take it as it is.
plain() { [[ $1 =~ ^[A-Za-z0-9/._+@-]+$ ]]; }

# default_state: where `make run` and `make test` keep their things when GATEHOUSE_STATE is not set.
default_state() {
  local state=$root/.gatehouse needed
  # Tests keep applications of their own some directories deeper.
  needed=$((${#state} + ${#longest_socket} + 32))
  if plain "$state" && [ "$needed" -le 107 ] && may_enter "$database_user" "$state"; then
    echo "$state"
    return
  fi
  state=/var/lib/gatehouse-dev
  printf '==> The state goes to %s: %s.\n' "$state" \
    "the database's user may not enter $root, or its path is too long or too strange for sockets" >&2
  [ -d "$state" ] || as_root install -d -m 755 -o "$(id -un)" "$state"
  echo "$state"
}

# use_state [DIRECTORY]: sets $state and every setting that depends on it.
use_state() {
  set_users
  state=${1:-}
  [ -n "$state" ] || state=$(default_state)
  mkdir -p "$state" || fail "cannot make $state: set GATEHOUSE_STATE to a directory of yours"
  state=$(cd "$state" && pwd -P)
  plain "$state" || fail "$state has characters other than letters, digits and /._+@-: set GATEHOUSE_STATE"
  local socket=$state$longest_socket
  [ ${#socket} -le 107 ] ||
    fail "$socket is too long for a socket (107 bytes at most): set GATEHOUSE_STATE to a shorter path"
  may_enter "$database_user" "$state" ||
    fail "the user $database_user may not enter $state: set GATEHOUSE_STATE to another directory"
  run=$state/run
  bin=$state/bin
  logs=$state/logs
  mkdir -p "$run" "$logs" "$bin" "$state/nginx" "$state/tls"
  server="host=$state/database"
}

# shellcheck source=processes.sh
. "$root/scripts/processes.sh"
