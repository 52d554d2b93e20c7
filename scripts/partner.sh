# shellcheck shell=bash disable=SC2154
# The relay, and the leasing app that is the demo's partner. Sourced by scripts/application.

# start_relay NAME FOR DATABASE: a relay that is started again when it dies; nothing without a database.
start_relay() {
  if [ -z "$3" ] || [ "${GATEHOUSE_RELAY:-1}" != 1 ] || running "$1" >/dev/null; then return; fi
  stop_process "$1" TERM 10
  local user=()
  [ "$(id -u)" != 0 ] ||
    user=(setpriv --reuid "$web_user" --regid "$web_user" --clear-groups)
  # shellcheck disable=SC2016
  env -i PATH=/usr/bin:/bin LANG=C.UTF-8 TZ=UTC HOME=/ GATEHOUSE_DATABASE="$3" \
    GATEHOUSE_RELAY_FOR="$2" GATEHOUSE_TRUST="$state/tls/certificate.pem" \
    GATEHOUSE_RECONCILE_SECONDS="${GATEHOUSE_RECONCILE_SECONDS:-60}" \
    GATEHOUSE_CALL_SECONDS="${GATEHOUSE_CALL_SECONDS:-15}" \
    GATEHOUSE_SWEEP_DATABASE="$([ "$2" != gatehouse ] || echo "$worker_database")" \
    GATEHOUSE_PICTURES="$state/pictures" \
    setsid "${user[@]}" /usr/bin/multiwatch -f 1 -r 1000000000 -t 1000 -- \
    /bin/sh -c 'sleep 0.1; exec "$0"' "$bin/gatehouse-relay" \
    >>"$logs/$1.log" 2>&1 </dev/null &
  echo $! >"$run/$1.pid"
}

# Whether the leasing app belongs to this application: with the demo, unless told otherwise.
has_leasing_app() {
  case ${GATEHOUSE_LEASING_APP:-} in
    1) return 0 ;;
    0) return 1 ;;
  esac
  own_database && [ -z "${GATEHOUSE_SITE+set}" ]
}

start_leasing_app() {
  has_leasing_app || return 0
  local database="$server dbname=leasing_app"
  if ! running leasing-app >/dev/null; then
    "$root/scripts/deploy-schema" "$database user=postgres" leasing-app
    psql -XAtq -v ON_ERROR_STOP=1 -d "$database user=postgres" \
      -v base_url="https://localhost:$https_port/" -f "$root/sql/leasing-app/demo.psql"
    import_calendars "$database user=postgres"
  fi
  serve leasing-app "$run/leasing-app.sock" 2 GATEHOUSE_ROUTES=leasing-app \
    GATEHOUSE_DATABASE="$database user=leasing_app_worker"
  start_relay leasing-app-relay leasing-app "$database user=leasing_app_relay"
}

# import_calendars CONNINFO: the public holidays, without which the leasing app sells no date.
import_calendars() {
  local file
  for file in "$root"/Tests/ParkingTests/Resources/holiday-cn/*.json; do
    psql -XAtq -v ON_ERROR_STOP=1 -d "$1" -v year="$(cat "$file")" -o /dev/null \
      <<<"select leasing_app.import_calendar(:'year')"
  done
}

stop_partner() {
  local name
  for name in relay leasing-app-relay leasing-app; do stop_process "$name" TERM 10; done
}

# Names what runs; fails if something that should does not.
status_partner() {
  local name down=0
  for name in ${relay_database:+relay} $(! has_leasing_app || echo leasing-app) \
    $(! has_leasing_app || [ "${GATEHOUSE_RELAY:-1}" != 1 ] || echo leasing-app-relay); do
    running "$name" >/dev/null && echo "$name" || down=1
  done
  return "$down"
}
