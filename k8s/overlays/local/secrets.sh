#!/bin/sh
# Makes the Secrets that the manifests name from the .env that docker/secrets.sh wrote.
set -eu
cd "$(dirname "$0")/../../.."
[ -r .env ] || { echo "There is no .env: run docker/secrets.sh first." >&2; exit 1; }
. ./.env

secret() {
    kubectl -n clinni-reminders create secret generic "$@" --dry-run=client -o yaml | kubectl apply -f -
}

secret postgres --from-literal="password=$POSTGRES_PASSWORD"
secret appointments-database --from-literal="password=$APPOINTMENTS_RUNTIME_PASSWORD" --from-literal="owner-password=$APPOINTMENTS_DATABASE_PASSWORD"
secret reminders-database --from-literal="password=$REMINDERS_RUNTIME_PASSWORD" --from-literal="owner-password=$REMINDERS_DATABASE_PASSWORD"
secret whatsapp-database --from-literal="password=$WHATSAPP_RUNTIME_PASSWORD" --from-literal="owner-password=$WHATSAPP_DATABASE_PASSWORD"
secret fallback-database --from-literal="password=$FALLBACK_RUNTIME_PASSWORD" --from-literal="owner-password=$FALLBACK_DATABASE_PASSWORD"
secret whatsapp-gateway --from-literal="api-key=$WHATSAPP_API_KEY" --from-literal="webhook-key=$WHATSAPP_WEBHOOK_KEY"
secret sms-gateway --from-literal="api-key=$SMS_API_KEY" --from-literal="webhook-key=$SMS_WEBHOOK_KEY"
secret preferences --from-literal="key=$PREFERENCES_KEY"
secret digest --from-literal="secret=$DIGEST_SECRET"
secret appointments-client --from-literal="secret=$APPOINTMENTS_CLIENT_SECRET"
secret whatsapp-client --from-literal="secret=$WHATSAPP_CLIENT_SECRET"
secret mail --from-literal="bounces-key=$BOUNCES_KEY"
