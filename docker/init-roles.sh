#!/bin/bash
# Makes the product's roles in an empty cluster; the postgres image runs it once, before the first start.
# For a server of your own: run it with POSTGRES_USER, POSTGRES_DB and the two passwords set, PGHOST and PGPASSWORD as psql
# wants them. The database has to exist: create database chancery template template0 encoding 'UTF8' locale 'C'
# locale_provider icu icu_locale 'ru'.
set -euo pipefail
: "${CHANCERY_OWNER_PASSWORD:?}" "${CHANCERY_APP_PASSWORD:?}"
export CHANCERY_OWNER_PASSWORD CHANCERY_APP_PASSWORD

roles="${CHANCERY_ROLES_SQL:-/docker/roles.sql}"

# The passwords reach psql through its environment: arguments are seen by every process.
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-chancery}" <<SQL
\i $roles
\getenv owner_password CHANCERY_OWNER_PASSWORD
\getenv app_password CHANCERY_APP_PASSWORD
set log_statement = none;
alter role chancery_owner password :'owner_password';
alter role chancery_app password :'app_password';
SQL
