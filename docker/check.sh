# shellcheck shell=bash disable=SC2154
# Runs containers of the images on loopback, drives a car in and out, and stops them. Sourced by
# scripts/images, for builders without an engine.

check=$work/check
pids=()
containers=()

# container TARGET: a new container of that image; its name in $container.
container_of() {
  container=$(builder from "localhost/gatehouse-$1")
  containers+=("$container")
}

# once TARGET [OPTIONS…] -- COMMAND…: runs the command to its end, as the image's user.
once() {
  local options=()
  container_of "$1"
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  builder run --isolation chroot --network host "${options[@]}" "$container" -- \
    /usr/lib/gatehouse/with-secrets "$@"
}

# serve NAME TARGET [OPTIONS…] -- COMMAND…: the same in the background, in a session of its own.
serve() {
  local name=$1 options=()
  container_of "$2"
  shift 2
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  setsid buildah --root "$work/store" --runroot "$work/run" --storage-driver vfs run --isolation chroot \
    --network host "${options[@]}" "$container" -- /usr/lib/gatehouse/with-secrets "$@" \
    >"$check/$name.log" 2>&1 </dev/null &
  pids+=($!)
}

stop_containers() {
  local status=$? pid number
  trap - EXIT
  for ((number = ${#pids[@]} - 1; number >= 0; number--)); do
    pid=${pids[$number]}
    kill -s TERM -- "-$pid" 2>/dev/null || true
    wait_for 15 session_ended "$pid" || kill -s KILL -- "-$pid" 2>/dev/null || true
  done
  for container in "${containers[@]}"; do builder rm "$container" >/dev/null 2>&1 || true; done
  exit "$status"
}
session_ended() { ! pgrep -s "$1" >/dev/null; }

# expect WORDS COMMAND…: the command's output has these words in it.
expect() {
  local words=$1 output
  shift
  output=$("$@") || fail "it failed: $* (logs in $check)"
  [[ $output == *"$words"* ]] || fail "instead of $words it said: $output"
}

# Nothing runs as root, and what serves says how it is.
check_configuration() {
  local target user health
  for target in worker relay gatehouse migrations web database; do
    read -r user health < <(builder inspect --type image "localhost/gatehouse-$target" |
      jq -r '.Docker.config | "\(.User) \(.Healthcheck != null)"')
    case $target-$user in database-postgres | *-10001:10001) ;; *) fail "$target runs as ${user:-root}" ;; esac
    case $target-$health in
      gatehouse-* | migrations-* | *-true) ;;
      *) fail "the image $target has no health check" ;;
    esac
  done
}

check_images() {
  local database_port worker_port http_port https_port volumes name
  . "$root/scripts/web.sh"
  check_configuration
  database_port=$(free_port)
  worker_port=$(free_port "$database_port")
  http_port=$(free_port "$database_port" "$worker_port")
  https_port=$(free_port "$database_port" "$worker_port" "$http_port")
  rm -rf "$check"
  mkdir -p "$check"/{database,pictures,maps,metrics}
  GATEHOUSE_DATABASE_HOST="127.0.0.1 port=$database_port" GATEHOUSE_SECRETS=$check/secrets \
    "$root/docker/make-secrets" >/dev/null
  chmod 755 "$check/secrets"
  install -m 400 -o 10001 "$root/sites/demo.yaml" "$check/site.yaml"
  chown 10001:10001 "$check"/{pictures,maps,metrics}
  volumes=(--volume "$check/secrets:/run/secrets:ro")
  trap stop_containers EXIT

  say "Running a database, the migrations, workers, the relay and nginx of the images"
  serve database database "${volumes[@]}" --env POSTGRES_PASSWORD_FILE=/run/secrets/superuser_password \
    --env "GATEHOUSE_POSTGRES=-c port=$database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=/tmp" \
    -- database
  wait_for 300 once database -- pg_isready -q -h 127.0.0.1 -p "$database_port" ||
    fail "the database does not answer, see $check/database.log"
  connection="host=127.0.0.1 port=$database_port dbname=gatehouse"
  migration=(--env PGHOST=127.0.0.1 --env "PGPORT=$database_port" --env PGUSER=postgres "${volumes[@]}"
    --env PGPASSWORD_FILE=/run/secrets/superuser_password
    --env WORKER_PASSWORD_FILE=/run/secrets/worker_password
    --env RELAY_PASSWORD_FILE=/run/secrets/relay_password
    --env ADMIN_PASSWORD_FILE=/run/secrets/admin_password)
  for name in '' leasing-app; do
    once migrations "${migration[@]}" --env "GATEHOUSE_PROJECT=$name" --env GATEHOUSE_BASE_URL=https://localhost/ \
      -- migrate >>"$check/migrations.log" 2>&1 || fail "the migrations failed, see $check/migrations.log"
  done
  admin=(--env "GATEHOUSE_DATABASE=$connection user=gatehouse_admin"
    --env PGPASSWORD_FILE=/run/secrets/admin_password "${volumes[@]}")
  once gatehouse "${admin[@]}" --volume "$check/site.yaml:/var/lib/gatehouse/site.yaml:ro" -- \
    gatehouse apply /var/lib/gatehouse/site.yaml >"$check/apply.log" 2>&1 || fail "see $check/apply.log"
  serve hosts gatehouse "${admin[@]}" --volume "$check/maps:/run/gatehouse/maps" -- \
    keep-hosts /run/gatehouse/maps/parks.map 2
  serve worker worker "${volumes[@]}" --env "GATEHOUSE_DATABASE=$connection user=gatehouse_worker" \
    --env PGPASSWORD_FILE=/run/secrets/worker_password --env GATEHOUSE_ADDRESS=127.0.0.1 \
    --env "GATEHOUSE_PORT=$worker_port" --env GATEHOUSE_WORKERS=2 \
    --volume "$check/pictures:/var/lib/gatehouse/pictures" --volume "$check/metrics:/run/gatehouse/metrics" -- serve
  serve relay relay "${volumes[@]}" --env "GATEHOUSE_DATABASE=$connection user=gatehouse_relay" \
    --env PGPASSWORD_FILE=/run/secrets/relay_password \
    --env GATEHOUSE_SWEEP_DATABASE_FILE=/run/secrets/sweep_database -- gatehouse-relay
  serve web web "${volumes[@]}" --env "GATEHOUSE_WORKER_ADDRESS=127.0.0.1:$worker_port" \
    --env GATEHOUSE_LISTEN=127.0.0.1 --env "GATEHOUSE_HTTP_PORT=$http_port" \
    --env "GATEHOUSE_HTTPS_PORT=$https_port" --env 'GATEHOUSE_TRUSTED_NETWORKS=127.0.0.0/8' \
    --env 'GATEHOUSE_SITES=/run/secrets/certificate.pem /run/secrets/key.pem _' \
    --volume "$check/maps:/run/gatehouse/maps" --volume "$check/pictures:/var/lib/gatehouse/pictures" -- web
  wait_for 300 healthy || fail "GET /healthz does not answer 200, see $check"
  expect '' once worker --env "GATEHOUSE_PORT=$worker_port" -- /usr/lib/gatehouse/healthy
  wait_for 300 hosts_known || fail "nginx does not know the hosts of the parks, see $check"
  expect '<!DOCTYPE html>' curl -fsS --noproxy '*' --cacert "$check/secrets/certificate.pem" \
    "https://localhost:$https_port/console/"
  drive_a_car
  for name in "${pids[@]}"; do session_ended "$name" && fail "a container ended early, see $check"; done
  say "A car came in, paid and left: the images work"
}

hosts_known() { curl -fsS --noproxy '*' "http://localhost:$http_port/park/v1/sentrybox/park-info-query"; }

# A temporary vehicle that came 67 minutes ago pays 7 yuan.
drive_a_car() {
  local booth=http://localhost:$http_port/park/v1/sentrybox camera=http://localhost:$http_port/device/v1/generic
  local ask=(curl -fsS --noproxy '*' --cacert "$check/secrets/certificate.pem") plate=苏E98765 stay
  "${ask[@]}" "$camera/demo-in-1-camera" -H 'Content-Type: application/json' -o /dev/null \
    -d "{\"plate\":\"$plate\",\"replay\":true,\"captured_at\":\"$(date -u -d '67 minutes ago' +%FT%TZ)\"}"
  expect '"open":false' "${ask[@]}" "$camera/demo-out-1-camera" --data-urlencode "plate=$plate"
  expect '"total_amount":700' "${ask[@]}" "https://localhost:$https_port/park/v1/sentrybox/unfee?_id=demo-out-1"
  stay=$("${ask[@]}" "$booth/unfee?_id=demo-out-1" | jq -r .data._id)
  expect '"code":0,' "${ask[@]}" \
    "$booth/leave/permit-through?_id=demo-out-1&manual=0&car_park_records_id=$stay&coupon_amount=0&total_amount=700"
  expect '"open":true' "${ask[@]}" -X POST "$camera/demo-out-1-camera/poll"
}

check_images
