# shellcheck shell=bash disable=SC2154
# The processes of a state directory: which are ours, and how they end. Sourced by lib.sh.

# is_ours PID: whether that process lives and belongs to this state directory, by its command line or
# by a file that it has open. A process id in an old file may be a stranger's by now.
is_ours() {
  [ -n "$1" ] && [ -d "/proc/$1" ] || return 1
  tr '\0' ' ' 2>/dev/null <"/proc/$1/cmdline" | grep -qF -- "$state/" ||
    find "/proc/$1/fd" -lname "$state/*" -print -quit 2>/dev/null | grep -q .
}

# running NAME: the process id in run/NAME.pid if that process is ours and alive; else fails.
running() {
  local pid
  pid=$(cat "$run/$1.pid" 2>/dev/null) && is_ours "$pid" && echo "$pid"
}

# members NAME: every process of ours in the group that run/NAME.pid leads or led.
members() {
  local leader pid
  leader=$(cat "$run/$1.pid" 2>/dev/null) || return 0
  for pid in $(pgrep -g "$leader"); do
    if is_ours "$pid"; then echo "$pid"; fi
  done
}
gone() { [ -z "$(members "$1")" ]; }

# signal NAME SIGNAL: to every member.
signal() {
  local pid
  for pid in $(members "$1"); do kill -s "$2" "$pid" 2>/dev/null || true; done
}

# stop_process NAME SIGNAL SECONDS: asks the leader, waits, insists, and ends what a killed leader
# left behind. Survives a stale file.
stop_process() {
  local pid
  if pid=$(running "$1"); then
    kill -s "$2" "$pid" 2>/dev/null || true
    wait_for "$3" gone "$1" || true
  fi
  if ! gone "$1"; then
    signal "$1" TERM
    wait_for 3 gone "$1" || signal "$1" KILL
  fi
  rm -f "$run/$1.pid"
}

# our_programs PROGRAM: process ids of that program of this state directory, one a line.
our_programs() {
  local process
  for process in /proc/[0-9]*; do
    case $(readlink "$process/exe" 2>/dev/null) in
      "$bin/$1" | "$bin/$1 (deleted)") echo "${process#/proc/}" ;;
    esac
  done
}

# wait_for SECONDS COMMAND…: until the command succeeds; fails when the time is over.
wait_for() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.05
  done
}
