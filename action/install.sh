#!/usr/bin/env bash
# Installs catalint outside the repository, whose .npmrc could name another registry, and runs no script of a package.
set -euo pipefail
own=$(node -p 'require(process.argv[1]).version' "$GITHUB_ACTION_PATH/package.json")
mkdir -p catalint
npm install --prefix catalint --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
  "catalint@${VERSION:-$own}"
