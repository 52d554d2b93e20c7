# shellcheck shell=bash disable=SC2154
# nginx of a state directory: ports, start, stop, health. Sourced by scripts/application.

# busy PORT: whether something listens there already.
busy() {
  local address
  for address in 127.0.0.1 ::1; do
    # shellcheck disable=SC2016
    if timeout 2 bash -c ': <"/dev/tcp/$0/$1"' "$address" "$1" 2>/dev/null; then return 0; fi
  done
  return 1
}

# free_port [OTHER…]: one that nobody listens on, none of those others, and below the ports that outgoing
# connections take. Another program may still take it before we do.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    [[ " $* " == *" $port "* ]] || busy "$port" || break
  done
  echo "$port"
}

# choose_port NAME DEFAULT [OTHER]: the wanted port, checked; a free one but that other when the wish is 0.
choose_port() {
  local port=${!1:-$2}
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || [ "$port" -gt 65535 ]; then fail "$1 is not a port: $port"; fi
  if [ "$port" = 0 ]; then
    port=$(free_port "${3:-}")
  elif busy "$port"; then
    fail "port $port is in use by another program: set $1 to another port"
  fi
  echo "$port"
}

# A started nginx keeps its ports, whatever is set now.
choose_ports() {
  if running nginx >/dev/null; then
    # shellcheck disable=SC1091
    . "$run/ports"
  else
    http_port=$(choose_port GATEHOUSE_HTTP_PORT 8080)
    https_port=$(choose_port GATEHOUSE_HTTPS_PORT 8443 "$http_port")
    [ "$http_port" != "$https_port" ] || fail "GATEHOUSE_HTTP_PORT and GATEHOUSE_HTTPS_PORT are equal"
    printf 'http_port=%s\nhttps_port=%s\n' "$http_port" "$https_port" >"$run/ports"
  fi
}

# start_web: fails if nginx does not start; logs/nginx.log says why.
start_web() {
  if running nginx >/dev/null; then return; fi
  rm -f "$run/nginx.pid"
  "$root/scripts/certificate" "$state/tls" || fail "there is no certificate"
  GATEHOUSE_HTTP_PORT=$http_port GATEHOUSE_HTTPS_PORT=$https_port \
    "$root/scripts/configure-nginx" "$state" || fail "nginx is not configured"
  # shellcheck disable=SC2094
  nginx -p "$state/nginx" -e "$logs/nginx.log" -c "$state/nginx/nginx.conf" \
    >>"$logs/nginx.log" 2>&1 </dev/null
}

# start_web_anew: with other ports where any will do, since one may have been taken in the meantime.
start_web_anew() {
  local attempt
  for attempt in 1 2 3 4; do
    if [ "${GATEHOUSE_HTTP_PORT:-}" != 0 ] || [ "${GATEHOUSE_HTTPS_PORT:-}" != 0 ]; then break; fi
    say "nginx did not start; choosing other ports ($attempt)"
    choose_ports
    apply_site
    if start_web; then return; fi
  done
  fail "nginx did not start: $(tail -1 "$logs/nginx.log")"
}

stop_web() { stop_process nginx QUIT 3; }

healthy() { curl -fsS --noproxy '*' -m 5 -o /dev/null "http://127.0.0.1:$http_port/healthz"; }
