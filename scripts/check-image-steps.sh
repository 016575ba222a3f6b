#!/usr/bin/env bash
# Runs the Dockerfile's steps without Docker: build in a clean copy, ship only what it copies, start that and ask for the graph.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

mkdir "$work/build" "$work/app" "$work/data"
git archive HEAD | tar -x -C "$work/build"
( cd "$work/build" && npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev ) >"$work/build.log" 2>&1 || {
  cat "$work/build.log"
  exit 1
}
for part in package.json node_modules dist cypher data; do cp -a "$work/build/$part" "$work/app/"; done

run=()
if [ "$(id -u)" = 0 ]; then
  chown -R nobody "$work"
  chmod 755 "$work"
  run=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
cd "$work/app"
port=$((20000 + RANDOM % 20000))
env -i PATH="$PATH" HOME="$work" NODE_ENV=production HOST=0.0.0.0 HEARSAY_ALLOW_REMOTE=yes HEARSAY_DATA="$work/data" PORT="$port" \
  "${run[@]}" node dist/server/main.js >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 60); do
  if answer=$(curl -fsS "http://127.0.0.1:$port/api/graph" 2>/dev/null); then
    printf 'The image'\''s files answer as an ordinary user: %s bytes of graph.\n' "${#answer}"
    exit 0
  fi
  sleep 1
done
cat "$work/server.log"
echo 'No answer within 60 s.' >&2
exit 1
