#!/bin/bash
# Sets up Keycloak, as for production, as Clinni's identity provider; shows its tokens to a service, and lets a person come and go.
#
#   make run WITHOUT=appointments-service     # in another terminal
#   docs/identity/keycloak.sh                 # here; Ctrl-C ends what it started
#
# Keycloak is asked by its IP address: it demands TLS of whoever else has its name, and the service is localhost.
# DATA and PORT_BASE are those of make run. Keycloak comes from Maven's repositories; it serves TLS, by a certificate that is made here and that the
# service is told to trust. The realm, with our clients, roles, audience and claims, is clinni-realm.json; its access tokens live 20 seconds, so that renewing
# them is seen. The service that the local system leaves out is started with Keycloak as its provider. What it answers is printed beside what is
# expected; then all stays, so that a browser can open the day of the clinic prado and sign in as recepcion-prado, with the password recepcion-prado.
set -euo pipefail
cd "$(dirname "$0")/../.."

VERSION=26.7.3
BASE=${PORT_BASE:-8080}
PORT=${KEYCLOAK_PORT:-$((BASE + 14))}
FIRST="Nothing runs without appointments-service: make run WITHOUT=appointments-service, then this."
DATA=$(cd "${DATA:-data}" 2>/dev/null && pwd) || { echo "$FIRST" >&2; exit 1; }
[ -f "$DATA/appointments-service.env" ] || { echo "$FIRST" >&2; exit 1; }
WORK=$DATA/keycloak
HOME_OF_KEYCLOAK=$WORK/keycloak-$VERSION
PROVIDER=https://127.0.0.1:$PORT
ISSUER=$PROVIDER/realms/clinni
SERVICE=http://localhost:$((BASE + 1))
DAY=$SERVICE/clinics/prado/day
JDK=${JAVA_HOME:+$JAVA_HOME/bin/}

if [ ! -d "$HOME_OF_KEYCLOAK" ]; then
  echo "== Keycloak $VERSION (190 MB)"
  mkdir -p "$WORK"
  mvn -B -q -ntp -N dependency:copy -Dartifact=org.keycloak:keycloak-quarkus-dist:$VERSION:zip -DoutputDirectory="$WORK"
  (cd "$WORK" && "${JDK}jar" xf keycloak-quarkus-dist-$VERSION.zip && chmod +x keycloak-$VERSION/bin/*.sh)
fi

echo "== Its certificate, and the realm with the secret that this service has"
rm -rf "$HOME_OF_KEYCLOAK/data" "$WORK/tls.p12"
"${JDK}keytool" -genkeypair -keyalg EC -dname CN=keycloak -ext san=ip:127.0.0.1 -storetype PKCS12 -keystore "$WORK/tls.p12" -storepass only-here 2>/dev/null
"${JDK}keytool" -exportcert -rfc -keystore "$WORK/tls.p12" -storepass only-here > "$WORK/ca.pem" 2>/dev/null
set -a; . "$DATA/appointments-service.env"; set +a
mkdir -p "$HOME_OF_KEYCLOAK/data/import"
sed -e "s/SECRET-OF-SERVICES/$OIDC_CLIENT_SECRET/" -e "s#http://localhost:8081#$SERVICE#" -e 's/"accessTokenLifespan": 300/"accessTokenLifespan": 20/' \
  docs/identity/clinni-realm.json > "$HOME_OF_KEYCLOAK/data/import/clinni-realm.json"

started=()
trap 'kill "${started[@]}" 2>/dev/null || true; wait 2>/dev/null || true' EXIT
web() { curl -s --cacert "$WORK/ca.pem" "$@"; }
wait_for() { for _ in $(seq 300); do web -f -o /dev/null "$1" && return; sleep 1; done; echo "$1 does not answer" >&2; exit 1; }
expect() { if [ "$2" = "$3" ]; then echo "$1: $2"; else echo "$1: $2, and not $3 as expected" >&2; exit 1; fi; }

(unset "${!QUARKUS_@}"; export KC_BOOTSTRAP_ADMIN_USERNAME=admin KC_BOOTSTRAP_ADMIN_PASSWORD=only-here
  exec "$HOME_OF_KEYCLOAK/bin/kc.sh" start --db=dev-file --hostname="$PROVIDER" --https-port="$PORT" --https-key-store-file="$WORK/tls.p12" \
    --https-key-store-password=only-here --import-realm) > "$DATA/logs/keycloak.log" 2>&1 &
started+=($!)
wait_for "$ISSUER/.well-known/openid-configuration"

echo "== appointments-service with $ISSUER"
QUARKUS_OIDC_AUTH_SERVER_URL=$ISSUER QUARKUS_OIDC_TLS_TLS_CONFIGURATION_NAME=provider QUARKUS_TLS_PROVIDER_TRUST_STORE_PEM_CERTS=$WORK/ca.pem \
  CLINNI_NODE=appointments-service-1 "${JDK}java" -jar appointments-service/target/quarkus-app/quarkus-run.jar > "$DATA/logs/appointments-service.log" 2>&1 &
started+=($!)
wait_for "http://127.0.0.1:$QUARKUS_MANAGEMENT_PORT/q/health/ready"

password() { web "$1/protocol/openid-connect/token" -d grant_type=password -d "client_id=$2" ${5:+-d "client_secret=$5"} -d "username=$3" -d "password=$4" \
  | sed 's/.*"access_token":"\([^"]*\)".*/\1/'; }
token() { password "$ISSUER" curl "$1" "$1" curl; }
answer() { web -o /dev/null -w '%{http_code}' "$@"; }
by() { answer -H "Authorization: Bearer $(token "$1")" "${@:2}"; }
save() { by responsable -X PUT "$SERVICE/clinics/$1" -H 'Content-Type: application/json' -d '{"name":"Clínica '"$1"'", "phone":"+34 910 000 000"}'; }

echo "== Programs"
save prado > /dev/null
expect "a head of support makes or changes a clinic" "$(save ribera | sed 's/201/200/')" 200
expect "and reads its report" "$(by responsable "$SERVICE/clinics/ribera/report")" 200
expect "the reception of another clinic" "$(by recepcion-prado "$SERVICE/clinics/ribera/report")" 404
expect "nobody" "$(answer "$SERVICE/clinics/ribera/report")" 401

# A browser, as far as pages can tell.
page() { web -L -b "$WORK/cookies" -c "$WORK/cookies" -H 'Accept: text/html' -o "$WORK/page.html" -w '%{http_code}' "$@"; }
sign_in() {
  page "$DAY" > /dev/null
  page "$(sed -n 's/.*action="\([^"]*\)".*/\1/p' "$WORK/page.html" | sed 's/&amp;/\&/g')" -d "username=$1" -d "password=$1"
}
says() { grep -q "$1" "$WORK/page.html" && echo yes || echo no; }
signed_in() { web -o /dev/null -w '%{http_code}' -b "$1" -H 'Accept: text/html' "$DAY"; }
admin() { web -H "Authorization: Bearer $(password "$PROVIDER/realms/master" admin-cli admin only-here)" "$PROVIDER/admin/realms/clinni$1" "${@:2}"; }

echo "== A person"
rm -f "$WORK/cookies"
expect "she signs in by Keycloak's form and comes back to the day" "$(sign_in recepcion-prado)" 200
sleep 25
expect "her token has ended and is renewed, and the session goes on" "$(page "$DAY")" 200
cp "$WORK/cookies" "$WORK/copied"
expect "a copy of her cookies is as good" "$(signed_in "$WORK/copied")" 200
expect "she signs out, at Keycloak as well" "$(page "$SERVICE/sign-out")" 200
expect "the page says so" "$(says 'Ha salido')" yes
expect "her cookies lead to Keycloak" "$(signed_in "$WORK/cookies")" 302
expect "and so does the copy" "$(signed_in "$WORK/copied")" 302
page "$DAY" > /dev/null
expect "Keycloak asks again who she is" "$(says 'name="password"')" yes
expect "she signs in again" "$(sign_in recepcion-prado)" 200
her=$(admin "/users?username=recepcion-prado&exact=true" | sed 's/.*"id":"\([^"]*\)".*/\1/')
role=$(admin /roles/centro)
admin "/users/$her/role-mappings/realm" -X DELETE -H 'Content-Type: application/json' -d "[$role]"
sleep 25
expect "her role was taken away: she is refused when her token has ended" "$(page "$DAY")" 403
admin "/users/$her/role-mappings/realm" -X POST -H 'Content-Type: application/json' -d "[$role]"
page "$DAY" > /dev/null
expect "she has it again" "$(page "$DAY")" 200
echo "== All as expected. $DAY asks Keycloak who you are. Ctrl-C ends Keycloak and the service."
wait
