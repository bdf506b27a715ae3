#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the page test's npm packages by lock file if needed and runs it: run.sh BINARY SOURCE_DIR
set -euo pipefail
cd "$(dirname "$0")"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
exec node page_test.mjs "$@"
