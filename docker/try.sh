#!/bin/bash
# Tries docker-compose.yml on an engine: builds the images, starts everything, sends one reminder by WhatsApp and one by SMS and waits for both
# receipts, imports a large agenda, restarts every service, and takes it all away again. It is a project of its own beside the one that
# may be running, on ports of its own (PORT_OFFSET, default 20000). It ends with "the containers work", or with what did not.
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
agenda=$(mktemp) output=$(mktemp)

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
ends() {
    status=$?
    rm -f "$agenda" "$output"
    [ "$status" = 0 ] || docker compose logs --no-color --tail 20 || true
    docker compose down --volumes --timeout 130 >/dev/null 2>&1 || true
    exit "$status"
}
trap ends EXIT
quietly() { "$@" >"$output" 2>&1 || { say "$* failed:"; cat "$output"; return 1; }; }
up() { quietly docker compose --progress plain up --detach --wait --wait-timeout 600 "$@"; }
seconds() { # how long a service takes to end, and how it ended
    local begun
    begun=$(date +%s)
    quietly docker compose --progress plain stop "$1"
    echo "  $1 ended in $(($(date +%s) - begun)) s with $(docker compose ps --all --format '{{.ExitCode}}' "$1")"
}
signed_in() { curl -sS -H "Authorization: Bearer $token" "$@"; }
json() { signed_in --fail-with-body -X "$1" "$2" -H 'Content-Type: application/json' -d "$3" >/dev/null; }
wait_for() { for _ in $(seq 120); do signed_in "$1" | grep -q "$2" && return; sleep 1; done; say "$2 did not come from $1: $(signed_in "$1")"; return 1; }
memory() { docker stats --no-stream --format '  {{.Name}} {{.MemUsage}}'; }

docker/secrets.sh >/dev/null
say "config"; docker compose config --quiet
say "build"; docker compose build --quiet
say "up"; up
docker compose ps --all --format '  {{.Service}} {{.Status}}'

say "a token"
token=$(curl -sS --resolve "identity.localhost:$PORT_IDENTITY:127.0.0.1" "http://identity.localhost:$PORT_IDENTITY/clinni/token" \
    -d grant_type=client_credentials -d client_id=try -d client_secret=try -d role=responsable | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
[ "$(curl -s -o /dev/null -w '%{http_code}' "$A/clinics/prado")" = 401 ] || { say "without a token it was not refused"; exit 1; }

clinic() { # its name, its channel and its reminders
    json PUT "$A/clinics/$1" '{
      "name":"Centro '"$1"'", "phone":"+34 910 000 001", "address":"Calle Ficticia 1", "zone":"Europe/Madrid", "language":"es",
      "account":"PRO", "channel":"'"$2"'", "reminders":['"$3"'], "fallback":"NONE", "quietHours":null}'
}
visit() {
    json POST "$A/clinics/$1/appointments" '{
      "appointmentId":"visit-'"$1"'", "startsAt":"'"$tomorrow"'T16:30",
      "patient":{"patientId":"p-1", "firstName":"Ana", "phone":"600 000 123", "email":"ana@example.com"}}'
}
say "a reminder by WhatsApp, with its receipt"
clinic prado WHATSAPP '{"before":"PT48H"}'; visit prado
wait_for "$A/clinics/prado/appointments/visit-prado/reminders" DELIVERED
say "a reminder by SMS, with its receipt"
clinic sol SMS '{"before":"PT48H"}'
json POST "$F/clinics/sol/sms-credit/top-ups" '{"segments":50, "reference":"a try", "reason":"a try"}'
visit sol
wait_for "$A/clinics/sol/appointments/visit-sol/reminders" DELIVERED
curl -s "$SIM/sms/count"; echo

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
[ -z "$restarts" ] || { say "killed or restarted: $restarts"; exit 1; }

say "every service ends"
for service in $SERVICES; do seconds "$service"; done
say "and begins before its database"
quietly docker compose stop postgres
quietly docker compose up --detach --no-deps $SERVICES
sleep 30
up
docker compose ps --format '  {{.Service}} {{.Status}}'
wait_for "$A/clinics/prado/appointments/visit-prado/reminders" DELIVERED
say "a service ends while Kafka stands still"
quietly docker compose pause kafka
seconds fallback-dispatcher
quietly docker compose unpause kafka
say "the containers work"
