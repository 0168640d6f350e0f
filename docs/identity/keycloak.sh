#!/bin/bash
# Sets up Keycloak as Clinni's identity provider, and shows one of its tokens to a service.
#
#   make run WITHOUT=appointments-service     # in another terminal
#   docs/identity/keycloak.sh                 # here; Ctrl-C ends what it started
#
# Keycloak comes from Maven's repositories. The realm, with our clients, roles, audience and claims, is clinni-realm.json. The service that
# the local system leaves out is started with Keycloak as its provider; then a token of a head of support and one of another clinic's reception are
# shown to it. It stays, so that a browser can open http://localhost:8081/clinics/prado/day and sign in as recepcion-prado, with the password recepcion-prado.
set -euo pipefail
cd "$(dirname "$0")/../.."

VERSION=26.7.3
PORT=${KEYCLOAK_PORT:-8094}
DATA=$(cd "${DATA:-data}" 2>/dev/null && pwd) || { echo "Nothing runs without appointments-service: make run WITHOUT=appointments-service, then this." >&2; exit 1; }
HOME_OF_KEYCLOAK=$DATA/keycloak/keycloak-$VERSION
ISSUER=http://127.0.0.1:$PORT/realms/clinni
SERVICE=http://localhost:8081

[ -f "$DATA/appointments-service.env" ] || { echo "Nothing runs without appointments-service: make run WITHOUT=appointments-service, then this." >&2; exit 1; }

if [ ! -d "$HOME_OF_KEYCLOAK" ]; then
  echo "== Keycloak $VERSION (190 MB)"
  mkdir -p "$DATA/keycloak"
  mvn -B -q -ntp -N dependency:copy -Dartifact=org.keycloak:keycloak-quarkus-dist:$VERSION:zip -DoutputDirectory="$DATA/keycloak"
  (cd "$DATA/keycloak" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf keycloak-quarkus-dist-$VERSION.zip && chmod +x keycloak-$VERSION/bin/*.sh)
fi

echo "== The realm, with the secret that this service has"
set -a; . "$DATA/appointments-service.env"; set +a
mkdir -p "$HOME_OF_KEYCLOAK/data/import"
sed "s/SECRET-OF-SERVICES/$OIDC_CLIENT_SECRET/" docs/identity/clinni-realm.json > "$HOME_OF_KEYCLOAK/data/import/clinni-realm.json"

started=()
trap 'kill "${started[@]}" 2>/dev/null || true' EXIT
wait_for() { for _ in $(seq 300); do curl -sf -o /dev/null "$1" && return; sleep 1; done; echo "$1 does not answer" >&2; exit 1; }

(unset "${!QUARKUS_@}"; exec "$HOME_OF_KEYCLOAK/bin/kc.sh" start-dev --http-host=127.0.0.1 --http-port="$PORT" --import-realm) > "$DATA/logs/keycloak.log" 2>&1 &
started+=($!)
wait_for "$ISSUER/.well-known/openid-configuration"

echo "== appointments-service with $ISSUER"
QUARKUS_OIDC_AUTH_SERVER_URL=$ISSUER CLINNI_NODE=appointments-service-1 \
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar appointments-service/target/quarkus-app/quarkus-run.jar > "$DATA/logs/appointments-service.log" 2>&1 &
started+=($!)
wait_for "http://127.0.0.1:$QUARKUS_MANAGEMENT_PORT/q/health/ready"

token() {
  curl -s "$ISSUER/protocol/openid-connect/token" -d grant_type=password -d client_id=curl -d client_secret=curl -d "username=$1" -d "password=$1" \
    | sed 's/.*"access_token":"\([^"]*\)".*/\1/'
}
asked_by() { curl -s -o /dev/null -w "%{http_code}" -H "Authorization: Bearer $(token "$1")" "$2"; }

echo "== What the service answers"
curl -s -o /dev/null -w "a head of support makes a clinic: %{http_code}\n" -X PUT "$SERVICE/clinics/ribera" \
  -H "Authorization: Bearer $(token responsable)" -H 'Content-Type: application/json' -d '{"name":"Clínica Ribera", "phone":"+34 910 000 000"}'
echo "and reads its report: $(asked_by responsable "$SERVICE/clinics/ribera/report")"
echo "the reception of another clinic: $(asked_by recepcion-prado "$SERVICE/clinics/ribera/report")"
echo "nobody: $(curl -s -o /dev/null -w "%{http_code}" "$SERVICE/clinics/ribera/report")"
echo "== $SERVICE/clinics/prado/day asks Keycloak who you are. Ctrl-C ends Keycloak and the service."
wait
