#!/bin/sh
# Writes .env for docker-compose.yml: a fresh random value for every name of .env.example. What is there already stays as it is.
set -eu
cd "$(dirname "$0")/.."

umask 077
touch .env
chmod 600 .env
grep -E '^[A-Z_]+=' .env.example | while IFS='=' read -r name _; do
    grep -q "^$name=" .env || printf '%s=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')" >> .env
done
echo ".env is complete; only you can read it. To start over, delete it and the volumes that know its passwords."
