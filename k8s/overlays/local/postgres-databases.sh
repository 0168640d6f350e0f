#!/bin/sh
# Run once by the postgres image, on an empty volume: a database and a role of its own for each service.
set -eu

create() {
    psql --username "$POSTGRES_USER" --no-password --no-psqlrc --set ON_ERROR_STOP=1 \
        --set name="$1" --set password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
}

create appointments "$APPOINTMENTS_DATABASE_PASSWORD"
create reminders "$REMINDERS_DATABASE_PASSWORD"
create whatsapp "$WHATSAPP_DATABASE_PASSWORD"
create fallback "$FALLBACK_DATABASE_PASSWORD"
