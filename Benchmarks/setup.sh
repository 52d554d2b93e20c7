# shellcheck shell=bash disable=SC2034,SC2154
# The application to measure, its peers, and the statements that they share. Sourced by scripts/bench.

# start_application STATE STAYS: an application of its own with the demo's site and so many stays. One that an
# earlier run kept is taken as it is.
start_application() {
  local kept
  use_state "$1"
  stop_peers
  "$root/scripts/application" stop "$state"
  kept=$(cat "$state/seeded" 2>/dev/null || true)
  if [ "$kept" = "$2 $events" ]; then
    GATEHOUSE_SITE='' serve_application
    # The relay would have done it all the while.
    sql -c "do \$\$ begin while parking.summarise('1 day') < now() - interval '11 min' loop end loop; end \$\$"
  else
    rm -rf "$state/database" "$state/seeded"
    serve_application
    seed "$2"
    echo "$2 $events" >"$state/seeded"
  fi
  a_vehicle_at_the_exit
}

# Without a relay, whose chores come when they are due and not when it suits a measurement.
serve_application() {
  GATEHOUSE_HTTP_PORT=0 GATEHOUSE_HTTPS_PORT=0 GATEHOUSE_WORKERS=$workers GATEHOUSE_DURABLE=1 \
    GATEHOUSE_TRUSTED_RATE=1000000 GATEHOUSE_SHARED_BUFFERS=1GB GATEHOUSE_RELAY=0 GATEHOUSE_LEASING_APP=0 \
    "$root/scripts/application" start "$state" >"$run/variables" 9>&-
  # shellcheck disable=SC1091
  . "$run/ports"
}

# seed STAYS: in slices, and says how far it is.
seed() {
  local first last slice=500000
  say "Making $(grouped "$1") stays"
  sql -v stays="$1" -v clients="$clients" -f "$root/Benchmarks/seed/parks.sql"
  for ((first = 1; first <= $1; first = last + 1)); do
    last=$((first + slice - 1 < $1 ? first + slice - 1 : $1))
    sql -v stays="$1" -v first="$first" -v last="$last" -v events="$events" -f "$root/Benchmarks/seed/stays.sql"
    say "$(grouped "$last") of $(grouped "$1") stays after $SECONDS s"
  done
  say "Making indices and summaries"
  sql -v stays="$1" -f "$root/Benchmarks/seed/end.sql"
  sql -F ' ' -v stays="$1" -f "$root/Benchmarks/seed/sizes.sql"
}

grouped() { sed ':a; s/\B[0-9]\{3\}\>/,&/; ta' <<<"$1"; }

# has_room STAYS: whether the disk takes so many stays and has as much free as it should; says so if not.
has_room() {
  local needed free
  [ "$(cat "$top/bench-$1/seeded" 2>/dev/null)" != "$1 $events" ] || return 0
  # The log of changes and the sorting of indices come besides.
  needed=$(($1 * (bytes_of_stay + bytes_of_events * events / 365) / 1000000000 + 2))
  free=$(($(df --output=avail -B 1000000000 "$top" | tail -1) - reserve))
  [ "$free" -lt "$needed" ] || return 0
  say "No room for $(grouped "$1") stays: they need $needed GB, and the disk has $free besides the $reserve that are to stay free"
  return 1
}

# For unfee: it came in 67 minutes ago and stands at the barrier, with half an hour to pay.
a_vehicle_at_the_exit() {
  local plate=苏E88888
  # It may stand there from an earlier run, with its half hour over.
  sql -c "update parking.booth set current_arrival_id = null where booth_id = 'demo-out-1'" \
    -c "delete from parking.open_stay where plate = '$plate'" \
    -c "update parking.arrival set plate = '~' || arrival_id where park_sn = 'DEMO001' and plate = '$plate'"
  push demo-in-1 "{\"plate\":\"$plate\",\"replay\":true,\"captured_at\":\"$(date -Is -d '67 minutes ago')\"}"
  push demo-out-1 "{\"plate\":\"$plate\"}"
}

# push BOOTH EVENT: what a camera sends.
push() {
  curl -fsS -H 'Content-Type: application/json' -d "$2" \
    "http://localhost:$http_port/device/v1/generic/$1-camera" | grep -qF '{"code":0,' ||
    fail "the camera of $1 was refused"
}

# Peers take the workers' place behind the same nginx: each has its socket, and worker.sock is a
# link to the one that nginx is to reach.
start_peers() {
  local flags peer
  mkdir -p "$state/peer"
  chmod 755 "$state/peer"
  flags=$(pkg-config --cflags --libs libpq)
  for peer in constant statement; do
    # shellcheck disable=SC2086
    gcc -std=gnu17 -O2 -o "$bin/$peer" "$root/Benchmarks/$peer.c" -lfcgi $flags
  done
  gcc -std=gnu17 -O2 -pthread -o "$bin/gate" "$root/Benchmarks/gate.c"
  gcc -std=gnu17 -O2 -pthread -o "$bin/push" "$root/Benchmarks/push.c"
  gcc -std=gnu17 -O2 -pthread -o "$bin/order" "$root/Benchmarks/order.c" -lssl
  record_statements
  mv "$run/worker.sock" "$run/ours.sock"
  for peer in constant statement; do start_peer "$peer"; done
  compare_answers
}

# start_peer NAME [PROGRAM [COUNT]]: by the supervisor, the user and the number of processes that workers have.
start_peer() {
  local as=()
  [ "$(id -u)" != 0 ] || as=(-u "$web_user" -g "$web_user" -U "$web_user" -G "$web_user")
  rm -f "$run/$1.sock"
  env -i PATH=/usr/bin:/bin GATEHOUSE_DATABASE="$server dbname=gatehouse user=gatehouse_worker" \
    GATEHOUSE_PEER="$state/peer" GATEHOUSE_METRICS="$state/metrics" GATEHOUSE_PICTURES="$state/pictures" \
    setsid spawn-fcgi -n -s "$run/$1.sock" -M 0660 -b 1024 "${as[@]}" -- \
    /usr/bin/multiwatch -f "${3:-$workers}" -s TERM -- "$bin/${2:-$1}" >>"$logs/$1.log" 2>&1 </dev/null 9>&- &
  echo $! >"$run/$1.pid"
}

stop_peers() {
  stop_process alone TERM 5
  stop_process constant TERM 5
  stop_process statement TERM 5
}

# serve WHO: the next requests are answered by the workers (ours) or a peer.
serve() {
  ln -sfn "$1.sock" "$run/worker.sock.new"
  mv -T "$run/worker.sock.new" "$run/worker.sock"
}

# Keeps what the workers send to the database for each poll and each vehicle, for the peers.
record_statements() {
  local poll
  log_statements "log_statement = 'all'" "log_error_verbosity = 'default'"
  for poll in "${polls[@]}"; do
    mark_log
    curl -fsS "$(poll_address "$poll")" >"$state/peer/$poll.json"
    "$root/Benchmarks/statements.py" poll "$state/database/log" "$mark" >"$state/peer/$poll.sql"
  done
  sql -v first=10000 -v vehicles=2 -v clients=1 -f "$root/Benchmarks/exits.sql"
  record_vehicle enter in
  record_vehicle exit out
  next_vehicle=10002
  log_statements
  chmod 644 "$state/peer"/*
}

# record_vehicle enter|exit in|out: the second of two, because the first meets an empty lane.
record_vehicle() {
  local way=$2 letter=D previous arrival stay
  [ "$1" = enter ] || letter=F
  "$bin/gate" "$http_port" "$1" 1 1 10000 >/dev/null
  previous=$(sql -c "select current_arrival_id from parking.booth where booth_id = 'bench-$way-1'")
  mark_log
  "$bin/gate" "$http_port" "$1" 1 1 10001 >/dev/null
  read -r arrival stay < <(sql -F ' ' -c "select arrival_id, stay_id from parking.arrival
    where booth_id = 'bench-$way-1' and plate = '苏A${letter}10001'")
  write_scripts "$1" \
    "(:prefix || :number)=苏A${letter}10001" "('$way-' || :prefix || :number)=$way-A10001" \
    ":booth=bench-$way-1" ":arrival=$arrival" ":stay=$stay" ":previous=$previous" \
    ":digest=\\x$(printf %s "bench-$way-1-camera" | sha256sum | cut -d' ' -f1)"
  printf '\\set previous :arrival\n' | tee -a "$state/peer/$1.pgbench" >>"$state/peer/$1.pipelined"
}

# write_scripts KEY NAME=VALUE…: what came into the log since the mark, for pgbench: one statement after the
# other, and in as few round trips as a worker makes.
write_scripts() {
  local key=$1 how
  shift
  for how in pgbench pipelined; do
    {
      cat "$root/Benchmarks/$key.pgbench"
      "$root/Benchmarks/statements.py" "$how" "$state/database/log" "$mark" "$state/peer/$key.constants" "$@"
    } >"$state/peer/$key.$how"
  done
}

# record_order: one of many, because each worker reads the partner's record in its first.
record_order() {
  local form=$run/orders.forms
  log_statements "log_statement = 'all'" "log_error_verbosity = 'default'"
  order_once() {
    "$root/Benchmarks/orders.py" 1 1 "$1" >"$form"
    "$bin/order" "$https_port" 1 <"$form" >/dev/null
  }
  local number
  for number in $(seq 9900 $((9899 + workers * 4))); do order_once "$number"; done
  mark_log
  order_once 9999
  field() { grep -o "$1=[^&]*" "$form" | cut -d= -f2; }
  write_scripts order \
    "('苏' || :prefix || :number)=苏C09999" "('order-' || :prefix || :number)=order-C09999" \
    "extract(epoch from clock_timestamp())::bigint=$(field timestamp)"
  log_statements
  chmod 644 "$state/peer"/*
}

mark_log() { mark=$(stat -c %s "$state/database/log"); }

# log_statements [SETTING…]: the workers' sessions begin anew with these settings.
log_statements() {
  local setting
  sql -c "alter role gatehouse_worker in database gatehouse reset all"
  for setting in "$@"; do sql -c "alter role gatehouse_worker in database gatehouse set $setting"; done
  sql -c "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gatehouse_worker'" >/dev/null
  sleep 0.2
}

# The peer with libpq must give the very answers of the workers, or it measures something else.
compare_answers() {
  local poll
  for poll in "${polls[@]}"; do
    serve statement
    wait_for 5 curl -fsS -o "$state/peer/$poll.answer" "$(poll_address "$poll")" || fail "the peer does not answer"
    serve ours
    curl -fsS "$(poll_address "$poll")" | cmp - "$state/peer/$poll.answer" ||
      fail "the peer answers $poll otherwise than the workers"
  done
}
