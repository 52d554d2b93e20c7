# shellcheck shell=bash disable=SC2154
# The steps of scripts/test, and second attempts. Sourced by it.
#
# A machine that does other things beside can break a test that is right. What failed in a suite runs once
# more, by itself and with an application made anew; what then passes is named in the summary, so that no
# chance stays unseen and it is mended. What fails twice fails the step.

durations=()
failed=()
lucky=()

# step NAME COMMAND…: runs the command, keeps how long it took and whether it failed.
step() {
  local name=$1 begin=$SECONDS result=
  shift
  say "$name"
  if ! "$@"; then
    failed+=("$name")
    result='  FAILED'
  fi
  durations+=("$(printf '%6d s  %s%s' $((SECONDS - begin)) "$name" "$result")")
  [ -z "$result" ]
}

# suite NAME SUITE COMMAND…: a step with a second attempt: the command with --last-failed, at which it runs
# only what failed, if it can, or all.
suite() {
  local name=$1 suite=$2 begin=$SECONDS result="" names
  shift 2
  say "$name"
  if ! "$@"; then
    mapfile -t names < <(failed_tests "$suite")
    [ ${#names[@]} -gt 0 ] || names=("$name, as a whole")
    say "A second attempt: $name"
    printf '  %s\n' "${names[@]}"
    if "$@" --last-failed; then
      lucky+=("${names[@]}")
      result='  (two attempts)'
    else
      failed+=("$name")
      result='  FAILED twice'
    fi
  fi
  durations+=("$(printf '%6d s  %s%s' $((SECONDS - begin)) "$name" "$result")")
}

# failed_tests SUITE: the tests of it that failed at its last attempt, a line each; none if it ended
# before its tests began.
failed_tests() {
  local kept=$state/failed/$1
  if [ -s "$kept/v/cache/lastfailed" ]; then
    jq -r 'keys[]' "$kept/v/cache/lastfailed"
  elif [ -s "$kept/names" ]; then
    cat "$kept/names"
  fi
}

# summary: how long each step took, what passed only at the second attempt, and what failed.
summary() {
  echo
  [ ${#durations[@]} = 0 ] || printf '%s\n' "${durations[@]}"
  [ ${#lucky[@]} = 0 ] || printf 'PASSED AT THE SECOND ATTEMPT: %s\n' "${lucky[@]}"
}
