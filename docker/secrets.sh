#!/bin/sh
# Writes .env for docker-compose.yml: a fresh random value for every name of .env.example. Keeps one that is there.
set -eu
cd "$(dirname "$0")/.."

if [ -e .env ]; then
    echo ".env is there already: delete it, and the volumes that know its passwords, to start over." >&2
    exit 1
fi

umask 077
grep -E '^[A-Z_]+=' .env.example | while IFS='=' read -r name _; do
    printf '%s=%s\n' "$name" "$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')"
done > .env
echo ".env is written; only you can read it."
