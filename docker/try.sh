#!/bin/bash
# Tries docker-compose.yml on an engine: builds the images, starts everything, signs in, sends one reminder by WhatsApp and one by SMS and waits
# for both receipts, looks who works in the databases and what the logs tell, imports a large agenda, kills and ends every container,
# goes on with the volumes that are left, and takes it all away again. It is a project of its own beside the one that may be running, on
# ports of its own (PORT_OFFSET, default 20000). It ends with "the containers work", or with what did not.
set -euo pipefail
cd "$(dirname "$0")/.."
export COMPOSE_PROJECT_NAME=clinni-try
offset=${PORT_OFFSET:-20000}
move() { export "PORT_$1=$((offset + $2))"; }
move KAFKA 9092; move POSTGRES 5433; move SIMULATORS 8090; move WHATSAPP_GATEWAY 8091; move SMS_GATEWAY 8092; move SMTP 8025; move IDENTITY 8093
move APPOINTMENTS 8081; move REMINDERS 8082; move WHATSAPP 8083; move FALLBACK 8084
A=localhost:$PORT_APPOINTMENTS F=localhost:$PORT_FALLBACK SIM=localhost:$PORT_SIMULATORS/_sim
SERVICES="appointments-service reminder-service whatsapp-dispatcher fallback-dispatcher"
tomorrow=$(date -d tomorrow +%F 2>/dev/null || date -v+1d +%F)
day=http://$A/clinics/prado/day
agenda=$(mktemp) output=$(mktemp) cookies=$(mktemp)

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
ends() {
    status=$?
    rm -f "$agenda" "$output" "$cookies"
    [ "$status" = 0 ] || docker compose logs --no-color --tail 20 || true
    docker compose down --volumes --timeout 130 >/dev/null 2>&1 || true
    exit "$status"
}
trap ends EXIT
fail() { say "$*"; exit 1; }
quietly() { "$@" >"$output" 2>&1 || { say "$* failed:"; cat "$output"; return 1; }; }
up() { quietly docker compose --progress plain up --detach --wait --wait-timeout 600 "$@"; }
seconds() { # how long a service takes to end, and how it ended
    local begun
    begun=$(date +%s)
    quietly docker compose --progress plain stop "$1"
    echo "  $1 ended in $(($(date +%s) - begun)) s with $(docker compose ps --all --format '{{.ExitCode}}' "$1")"
}
# Curl without the name's own rule, as it was before 7.77.
locally() { curl -sS --resolve "identity.localhost:$PORT_IDENTITY:127.0.0.1" "$@"; }
signed_in() { curl -sS -H "Authorization: Bearer $token" "$@"; }
browser() { locally --location --cookie "$cookies" --cookie-jar "$cookies" -H 'Accept: text/html' -o "$output" -w '%{http_code} %{url_effective}' "$@"; }
status() { curl -s -o /dev/null -w '%{http_code}' "$@" || true; }
json() { signed_in --fail-with-body --retry 10 -X "$1" "$2" -H 'Content-Type: application/json' -d "$3" >/dev/null; }
wait_for() { for _ in $(seq 300); do signed_in "$1" | grep -q "$2" && return; sleep 1; done; fail "$2 did not come from $1: $(signed_in "$1")"; }
sent() { curl -sS "$SIM/$1/count" | tr -dc 0-9; }
memory() { docker stats --no-stream --format '  {{.Name}} {{.MemUsage}}'; }
# In a database, as the superuser, or as the role and with the password that follow the statements.
sql() { docker compose exec -T -e "PGPASSWORD=${4:-}" postgres psql --host="${4:+127.0.0.1}" --username="${3:-postgres}" --dbname="$1" \
    --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --command "$2"; }

docker/secrets.sh >/dev/null
say "config"; docker compose config --quiet
say "build"; docker compose build --quiet
say "up"; up
docker compose ps --all --format '  {{.Service}} {{.Status}}'

say "a token"
token=$(locally "http://identity.localhost:$PORT_IDENTITY/clinni/token" \
    -d grant_type=client_credentials -d client_id=try -d client_secret=try -d role=responsable | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
[ "$(status "$A/clinics/prado")" = 401 ] || fail "without a token it was not refused"
say "health and metrics are for the inside"
for port in "$PORT_APPOINTMENTS" "$PORT_REMINDERS" "$PORT_WHATSAPP" "$PORT_FALLBACK"; do
    for path in q/health q/health/ready q/metrics; do
        answer=$(status -H "Authorization: Bearer $token" "localhost:$port/$path")
        [ "$answer" = 404 ] || fail "$path at port $port answered $answer"
    done
    [ "$(status "localhost:$((port + 100))/q/health")" = 000 ] || fail "the management port $((port + 100)) is published"
done

clinic() { # its name, its channel and its reminders
    json PUT "$A/clinics/$1" '{
      "name":"Centro '"$1"'", "phone":"+34 910 000 001", "address":"Calle Ficticia 1", "zone":"Europe/Madrid", "language":"es",
      "account":"PRO", "channel":"'"$2"'", "reminders":['"$3"'], "fallback":"NONE", "quietHours":null}'
}
visit() { # its clinic, its own name, and the last three digits of the patient's number
    json POST "$A/clinics/$1/appointments" '{
      "appointmentId":"visit-'"$2"'", "startsAt":"'"$tomorrow"'T16:30",
      "patient":{"patientId":"p-'"$3"'", "firstName":"Ana", "phone":"600 000 '"$3"'", "email":"ana@example.com"}}'
}
delivered() { wait_for "$A/clinics/$1/appointments/visit-$2/reminders" DELIVERED; }
say "a reminder by WhatsApp, with its receipt"
clinic prado WHATSAPP '{"before":"PT48H"}'; visit prado first 123
delivered prado first
say "a reminder by SMS, with its receipt"
clinic sol SMS '{"before":"PT48H"}'
json POST "$F/clinics/sol/sms-credit/top-ups" '{"segments":50, "reference":"a try", "reason":"a try"}'
visit sol first 123
delivered sol first
[ "$(sent whatsapp) $(sent sms)" = "1 1" ] || fail "phones have $(sent whatsapp) by WhatsApp and $(sent sms) by SMS"

say "a person signs in, and sees the day"
asked=$(browser "$day?date=$tomorrow")
grep -q 'value="recepcion-prado"' "$output" || fail "nobody asked who it is: $asked"
seen=$(browser --data username=recepcion-prado "${asked#* }")
[ "$seen" = "200 $day?date=$tomorrow" ] && grep -q 'Centro prado' "$output" || fail "signing in led to $seen"
[ "$(browser "${day/prado/sol}")" = "404 ${day/prado/sol}" ] || fail "another clinic's day was shown"

say "services work as roles that own nothing, and migrate as the owner"
for database in appointments reminders whatsapp fallback; do
    working=$(sql postgres "SELECT string_agg(DISTINCT usename, ' ') FROM pg_stat_activity WHERE datname = '$database' AND backend_type = 'client backend'")
    owning=$(sql "$database" "SELECT string_agg(DISTINCT tableowner, ' ') FROM pg_tables WHERE schemaname = 'public'")
    migrated=$(sql "$database" "SELECT string_agg(DISTINCT installed_by, ' ') FROM flyway_schema_history")
    echo "  $database: $working works, $owning owns, $migrated migrated"
    [ "$working $owning $migrated" = "${database}_runtime $database $database" ] || fail "these are the wrong roles"
done
# shellcheck disable=SC1091
password=$(. ./.env && echo "$APPOINTMENTS_RUNTIME_PASSWORD")
as_runtime() { sql appointments "$1" appointments_runtime "$password"; }
rows="SELECT count(*) || ' of ' || count(DISTINCT clinic_id) FROM appointment"
as_runtime "$rows" >"$output" 2>&1 && fail "the runtime role itself reads"
as_runtime "SET ROLE appointments; $rows" >"$output" 2>&1 && fail "the runtime role becomes the owner"
echo "  rows of clinics: $(as_runtime "SET ROLE appointments_app; $rows") unset," \
    "$(as_runtime "SET ROLE appointments_app; SET app.clinics = 'prado'; $rows") for prado, $(as_runtime "SET ROLE appointments_loops; $rows") for the tasks"
[ "$(as_runtime "SET ROLE appointments_app; SET app.clinics = 'prado'; $rows")" = "1 of 1" ] || fail "these are the wrong rows"

say "logs tell nothing of patients"
sql appointments "UPDATE appointment SET clinic_id = NULL" >"$output" 2>&1 && fail "a visit has no clinic"
grep -q 'Failing row contains' "$output" || fail "PostgreSQL was to quote a row to who asks: $(cat "$output")"
docker compose logs --no-color postgres | grep -q 'violates not-null constraint' || fail "PostgreSQL does not log what failed"
docker compose logs --no-color >"$output"
! grep -E '600 ?000 ?123|ana@example|\bAna\b|Calle Ficticia' "$output" || fail "these lines do"

say "an agenda of 3.9 MB, four times at once"
{
    echo 'Fecha;Hora;Paciente;Móvil;Observaciones'
    note=$(printf 'nota %.0s' $(seq 146))
    for n in $(seq 5000); do printf '%s;16:30;Paciente %d;6%08d;%s\n' "$tomorrow" "$n" "$n" "$note"; done
} > "$agenda"
ls -l "$agenda" | awk '{ print "  " $5 " bytes" }'
clinic agenda WHATSAPP ''
imports() { signed_in -o /dev/null -w '  import: %{http_code} in %{time_total} s\n' -H 'Content-Type: text/csv' --data-binary "@$agenda" "$A/clinics/agenda/appointments/import?dryRun=$1"; }
for _ in 1 2 3 4; do imports true & done
wait $(jobs -p)
imports false
memory
head -c 6000000 /dev/zero | signed_in -H 'Content-Type: text/csv' -H 'Expect:' --data-binary @- "$A/clinics/agenda/appointments/import"; echo
restarts=$(docker compose ps --quiet | xargs docker inspect --format '{{.Name}} {{.RestartCount}} {{.State.OOMKilled}}' | grep -v ' 0 false$' || true)
[ -z "$restarts" ] || fail "killed or restarted: $restarts"

say "every container is killed while visits are booked, and nothing is lost or doubled"
number=200
for container in kafka postgres identity simulators $SERVICES; do
    visit prado "before-$container" "$((number += 1))"
    quietly docker compose kill "$container"
    case $container in postgres | appointments-service) ;; *) visit prado "without-$container" "$((number += 1))" ;; esac
    up "$container"
done
for container in kafka postgres identity simulators $SERVICES; do
    delivered prado "before-$container"
    case $container in postgres | appointments-service) ;; *) delivered prado "without-$container" ;; esac
done
[ "$(sent whatsapp)" = "$((number - 199))" ] || fail "phones have $(sent whatsapp) messages of $((number - 199))"

say "every service ends"
for service in $SERVICES; do seconds "$service"; done
say "and begins before its database"
quietly docker compose stop postgres
quietly docker compose up --detach --no-deps $SERVICES
sleep 30
up
docker compose ps --format '  {{.Service}} {{.Status}}'
say "a service ends while Kafka stands still"
quietly docker compose pause kafka
seconds fallback-dispatcher
quietly docker compose unpause kafka

say "all goes, and comes back on the volumes that are left"
quietly docker compose down --timeout 130
up
delivered prado first
visit prado last 124
delivered prado last
say "the containers work"
