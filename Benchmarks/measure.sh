# shellcheck shell=bash disable=SC2154
# The measurements. Sourced by scripts/bench.

served=0

# requests_per_second KEY: by wrk through nginx; an answer other than 2xx ends it.
requests_per_second() {
  local report=$run/wrk.report
  wrk -t 1 -c "$clients" -d "${2:-$seconds}" "$(poll_address "$1")" >"$report"
  ! grep -E 'Non-2xx|Socket errors' "$report" || fail "wrk met errors"
  [ "$(readlink "$run/worker.sock")" != alone.sock ] ||
    served=$((served + $(awk '/requests in/ { print $1 }' "$report")))
  awk '/Requests\/sec/ { print $2 }' "$report" >"$run/wrk.figure"
}

# measure_polls ROUNDS: each poll by everybody in turn, in another order each time; the constant answer in
# the first three rounds.
measure_polls() {
  local round poll who order=(ours statement constant)
  for ((round = 0; round < $1; round++)); do
    for poll in "${polls[@]}"; do
      for who in "${order[@]}"; do
        serve "$who"
        requests_per_second "$poll"
        sample "$poll" "$who" "$(cat "$run/wrk.figure")"
      done
    done
    order=("${order[@]:1}" "${order[0]}")
    [ "$round" != 2 ] || order=(ours statement)
  done
  serve ours
}

# measure_tariffs: the engine alone, and stays of the park priced under two tariffs by the command line,
# whose one thread shares the machine with the database.
measure_tariffs() {
  local report=$run/compare.report begin end
  "$GATEHOUSE_PROGRAMS/tariff-speed" "$root/docs/tariffs" >>"$samples"
  begin=$(date +%s%N)
  GATEHOUSE_DATABASE="$server dbname=gatehouse user=gatehouse_admin" "$GATEHOUSE_PROGRAMS/gatehouse" \
    tariff compare "$root/docs/tariffs/demo.yaml" "$root/docs/tariffs/S-TC.yaml" \
    --park DEMO001 --since "$(date -d '3 months ago' +%F)" >"$report"
  end=$(date +%s%N)
  sample compare ours "$(awk -v ns=$((end - begin)) '/ stays:/ { printf "%d", $1 / ns * 1e9 }' "$report")"
  sample compare limit 50000
}

# measure_gates ROUNDS: vehicles through the lanes, by us and by pgbench, which both have as many sessions
# of the database as there are workers; in another order each time, and in the first three rounds by pgbench
# in its other way too.
measure_gates() {
  local round who order=(ours pgbench pipelined)
  for ((round = 0; round < $1; round++)); do
    for who in "${order[@]}"; do drive entry "$who" enter 150; done
    for who in "${order[@]}"; do drive leave "$who" exit 100; done
    order=("${order[@]:1}" "${order[0]}")
    [ "$round" != 2 ] || order=(ours pgbench)
  done
}

# measure_pushes ROUNDS: entries with two pictures of 200 kB, 50 a second, of which 99 in 100 are to be
# answered within 100 ms. The first seconds are not counted.
measure_pushes() {
  local round
  "$bin/push" "$http_port" 50 2 200000 "$next_vehicle" >"$run/push.figure" 2>"$run/push.report" ||
    fail "a push was not answered, see $run/push.report"
  next_vehicle=$((next_vehicle + 100))
  for ((round = 0; round < $1; round++)); do
    sample push limit 100
    sample push ours "$("$bin/push" "$http_port" 50 10 200000 "$next_vehicle" 2>"$run/push.report")"
    next_vehicle=$((next_vehicle + 500))
  done
}

# drive KEY WHO enter|exit VEHICLES: so many for each session, which ours are shared among more clients.
drive() {
  local count=$workers each=$4
  [ "$2" != ours ] || count=$clients each=$(($4 * workers / clients))
  sql -v first="$next_vehicle" -v vehicles="$each" -v clients="$count" -f "$root/Benchmarks/exits.sql"
  settle
  sample "$1" "$2" "$("drive_$2" "$3" "$each")"
  next_vehicle=$((next_vehicle + $4))
}

# What others wrote is on the disk: it does not fall on whoever comes next.
settle() { sql -c checkpoint; }

# autovacuum off|on: while two sides are compared it falls on neither. What is under way ends.
autovacuum() {
  sql -c "alter system set autovacuum = $1" -c 'select pg_reload_conf()' >/dev/null
  [ "$1" = on ] || sql -c "select pg_terminate_backend(pid, 5000) from pg_stat_activity
    where backend_type = 'autovacuum worker'" >/dev/null
}

drive_ours() { "$bin/gate" "$http_port" "$1" "$clients" "$2" "$next_vehicle"; }

drive_pgbench() { run_pgbench "$1.pgbench" "$1" "$2"; }

drive_pipelined() { run_pgbench "$1.pipelined" "$1" "$2"; }

# run_pgbench SCRIPT KEY COUNT: so many for each client; transactions per second.
run_pgbench() {
  local constants=() report=$run/pgbench.report
  mapfile -t constants < <(sed 's/^/--define=/' "$state/peer/$2.constants")
  # The worker's settings, as far as they bear on speed.
  PGOPTIONS='-c jit=off -c timezone=UTC -c plan_cache_mode=force_generic_plan -c enable_seqscan=off' \
    "$(pg_config --bindir)/pgbench" -n -M prepared -c "$workers" -j 2 -t "$3" -f "$state/peer/$1" -D n=-1 -D first="$next_vehicle" \
    "${constants[@]}" -h "$state/database" -U gatehouse_worker gatehouse \
    >"$report" 2>"$logs/pgbench.log" || fail "pgbench failed, see $logs/pgbench.log"
  awk '/^tps/ { print $3 }' "$report"
}

# measure_leases ROUNDS: a partner's orders of 30 windows each, in the order of measure_gates; and pages of
# 1,000 offers of 10,000 parks, of which the slowest of a round counts, with its signature.
measure_leases() {
  local round who order=(ours pgbench pipelined)
  sql -f "$root/Benchmarks/leases.sql" >/dev/null
  record_order
  for ((round = 0; round < $1; round++)); do
    for who in "${order[@]}"; do
      settle
      sample order "$who" "$("order_$who" 250)"
      next_vehicle=$((next_vehicle + 250))
    done
    sample page limit 100
    sample page ours "$(slowest_page)"
    order=("${order[@]:1}" "${order[0]}")
    [ "$round" != 2 ] || order=(ours pgbench)
  done
}

# order_ours ORDERS: so many for each session, signed beforehand; orders per second.
order_ours() {
  "$root/Benchmarks/orders.py" "$1" "$workers" "$next_vehicle" >"$run/orders.forms"
  "$bin/order" "$https_port" "$clients" <"$run/orders.forms"
}

order_pgbench() { drive_pgbench order "$1"; }

order_pipelined() { drive_pipelined order "$1"; }

# slowest_page: milliseconds.
slowest_page() {
  "$root/Benchmarks/orders.py" pages "https://localhost:$https_port" >"$run/pages.curl"
  curl --config "$run/pages.curl" |
    awk '$1 != 200 || $2 < 100000 { bad = 1 } { ms = ($4 - $3) * 1000; if (ms > most) most = ms }
      END { if (bad || NR != 10) exit 1; printf "%.1f\n", most }' || fail "a page was refused"
}

# measure_consoles ROUNDS: 500 connections of signed-in consoles that ask what they hold already; each
# asks every 2 s, so twice the answers of a second is how many can be there at once.
measure_consoles() {
  local round cookie tag report=$run/wrk.report
  local sentrybox="http://127.0.0.1:$http_port/park/v1/sentrybox/poll?_id=demo-out-1"
  cookie=$(curl -fsS -o /dev/null -D - -d 'login=demo&password=demo-gatehouse' \
    "http://127.0.0.1:$http_port/park/v1/session/sign-in" | sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p')
  for ((round = 0; round < $1; round++)); do
    tag=$(curl -fsS -o /dev/null -D - -H "Cookie: $cookie" "$sentrybox" |
      tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
    wrk -t 1 -c 500 -d $((seconds * 2)) -H "Cookie: $cookie" -H "If-None-Match: $tag" "$sentrybox" >"$report"
    ! grep -E 'Non-2xx|Socket errors' "$report" || fail "wrk met errors"
    sample consoles ours "$(awk '/Requests\/sec/ { print 2 * $2 }' "$report")"
    sample consoles limit 500
  done
}

# measure_memory SECONDS: one more worker answers a million polls, if it can in that time; then the largest of
# all counts.
measure_memory() {
  local poll pid end=$((SECONDS + $1))
  start_peer alone gatehouse-worker 1
  serve alone
  wait_for 5 curl -fsS -o /dev/null "$(poll_address unfee)" || fail "the worker does not answer"
  while :; do
    for poll in "${polls[@]}"; do
      if [ "$SECONDS" -ge "$end" ] || [ "$served" -ge 1000000 ]; then break 2; fi
      requests_per_second "$poll" 5
    done
  done
  serve ours
  sample served ours "$served"
  sample pss limit 30
  sample private limit 10
  for pid in $(our_programs gatehouse-worker); do memory "$pid"; done |
    sort -n | tail -1 >"$run/memory"
  read -r pss private <"$run/memory"
  sample pss ours "$pss"
  sample private ours "$private"
  read -r pid < <(our_programs statement)
  read -r pss private < <(memory "$pid")
  sample pss statement "$pss"
}

# memory PID: megabytes, proportional and private.
memory() {
  awk '/^Pss:/ { pss = $2 } /^Private/ { private += $2 }
    END { printf "%.2f %.2f\n", pss / 1024, private / 1024 }' "/proc/$1/smaps_rollup"
}

# measure_sizes ROUNDS: the polls of each size, in turn; the first is the peer of the others.
measure_sizes() {
  local round poll size
  for ((round = 0; round < $1; round++)); do
    for poll in "${polls[@]}"; do
      for size in $sizes; do
        use_state "$top/bench-$size"
        # shellcheck disable=SC1091
        . "$run/ports"
        requests_per_second "$poll"
        sample "$poll large" "$size" "$(cat "$run/wrk.figure")"
      done
    done
  done
}

# measure_reports ROUNDS: every report of a year at each size, as the command line asks for it; milliseconds.
measure_reports() {
  local round size name begin
  for ((round = 0; round < $1; round++)); do
    for size in $sizes; do
      use_state "$top/bench-$size"
      for name in $("$GATEHOUSE_PROGRAMS/gatehouse" report list | grep -oE '^[a-z]+'); do
        begin=$(date +%s%N)
        GATEHOUSE_DATABASE="$server dbname=gatehouse user=gatehouse_admin" "$GATEHOUSE_PROGRAMS/gatehouse" \
          report "$name" --from "$(date -d '1 year ago' +%F)" >"$run/report"
        sample "report $name" "$size" "$((($(date +%s%N) - begin) / 1000000))"
      done
    done
  done
}
