#!/bin/sh
# Makes a folder with one database address for each role, each with a password of its own: the secrets that
# docker-compose.yml mounts, and the contents of the Secret `database` on Kubernetes.
set -eu
folder=${1:?usage: make-secrets.sh FOLDER [HOST-OF-POSTGRESQL]}
host=${2:-postgres}
if [ -e "$folder" ]; then
  echo "$folder is there already, and its passwords may be in use" >&2
  exit 1
fi
mkdir -p "$folder"
chmod 700 "$folder"

new_password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep_address() { printf 'postgres://%s:%s@%s:5432/tonggwan' "$2" "$3" "$host" >"$folder/$1"; }

password=$(new_password)
printf '%s' "$password" >"$folder/postgres-password"
keep_address admin postgres "$password"
for service in gateway declarations risk-screening tax-assessment payments casework release time-release; do
  keep_address "$service" "$(printf '%s' "$service" | tr - _)" "$(new_password)"
done
# The containers read them as users of their own; on this machine nobody else enters the folder.
chmod 444 "$folder"/*
