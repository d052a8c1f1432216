#!/usr/bin/env bash
# Checks that src and tests are formatted as .clang-format says, by clang-format 14: other versions
# lay the same code out differently.
#   tests/repo/format.sh        check
#   tests/repo/format.sh --fix  rewrite the files
# Exit: 0 formatted; 1 not; 77 skipped, no clang-format 14.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

formatter=
for candidate in clang-format-14 clang-format; do
    if [[ $("$candidate" --version 2>/dev/null) == *'version 14.'* ]]; then
        formatter=$candidate
        break
    fi
done
if [[ -z $formatter ]]; then
    echo 'skipped: clang-format 14 is not installed'
    exit 77
fi

mapfile -d '' -t files < <(find src tests -type f \( -name '*.[ch]pp' -o -name '*.[ch]' \) -print0)
if [[ ${1:-} == --fix ]]; then
    "$formatter" -i "${files[@]}"
else
    "$formatter" --dry-run -Werror "${files[@]}"
    echo "${#files[@]} files are formatted"
fi
