#!/usr/bin/env bash
# Runs shellcheck over every shell script of the repository.
# Exit: 0 clean; 1 findings; 77 skipped, no shellcheck.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

if ! command -v shellcheck >/dev/null; then
    echo 'skipped: shellcheck is not installed'
    exit 77
fi
mapfile -d '' -t scripts < <(find . \( -path ./build -o -path ./.git -o -path ./output \) -prune \
    -o -type f \( -name '*.sh' -o -path ./.ci/run \) -print0)
shellcheck "${scripts[@]}"
echo "${#scripts[@]} scripts are clean"
