#!/bin/sh
# A database for each service, the role that owns it and only migrates it, and those that the service works as. What is there already is kept and
# has what it lacks, so it runs at every start: a volume of an older version has no runtime roles. PGHOST says where the server is.
set -eu
cd "$(dirname "$0")"
export PGUSER=postgres

asks() {
    psql --no-password --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@"
}

create() {
    asks --set name="$1" --set password="$2" <<'SQL'
SELECT format('CREATE ROLE %I LOGIN', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" PASSWORD :'password';
SELECT format('CREATE DATABASE %I OWNER %I', :'name', :'name') WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'name') \gexec
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
    asks --dbname "$1" --file runtime-roles.sql
    asks --set name="$1_runtime" --set password="$3" <<'SQL'
ALTER ROLE :"name" PASSWORD :'password';
SQL
}

# By TCP: at its first start the server answers on its socket before it is ready.
until pg_isready --quiet --timeout 3; do sleep 1; done
create appointments "$APPOINTMENTS_DATABASE_PASSWORD" "$APPOINTMENTS_RUNTIME_PASSWORD"
create reminders "$REMINDERS_DATABASE_PASSWORD" "$REMINDERS_RUNTIME_PASSWORD"
create whatsapp "$WHATSAPP_DATABASE_PASSWORD" "$WHATSAPP_RUNTIME_PASSWORD"
create fallback "$FALLBACK_DATABASE_PASSWORD" "$FALLBACK_RUNTIME_PASSWORD"
echo "The databases and their roles are there."
