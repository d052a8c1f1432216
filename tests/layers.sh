#!/usr/bin/env bash
# Enforces the picture of the house: who may include whom, and where a C library may be touched.
#
#   tests/layers.sh [ROOT]       checks ROOT/src (default: this repository)
#   tests/layers.sh --self-test  checks that every kind of violation is found
#
# Exit: 0 all is well; 1 violations, one line each with file and line; 2 usage.
set -euo pipefail

# A room may include itself and the rooms named after its colon, nothing else.
# The middle rooms never include each other: only app wires them.
rooms='
base:
model:    base
text:     model base
say:      model base
prosody:  model base
voice:    model base
audio:    model base
publish:  model base
app:      text say prosody voice audio publish model base
cli:      app model base
main:     cli app model base
reader:   text model base
'

# A header of a library | how many files may include it (* any) | which files, as patterns.
# "*" in a pattern matches slashes too. A library that is not named here is free.
libraries='
espeak-ng/*    | * | src/voice/espeak*.cpp
sndfile.h*     | 1 | src/audio/*.cpp
portaudio.h    | * | src/audio/playback_sink.cpp src/audio/devices.cpp
uchardet*      | 1 | src/text/*.cpp
toml++/*       | 1 | src/base/toml_file.cpp
xxhash.h       | 1 | src/*.cpp
CLI/*          | * | src/cli/*
gumbo.h        | 1 | src/text/read_html.cpp
cmark.h        | 1 | src/text/read_markdown.cpp
yaml-cpp/*     | 1 | src/text/front_matter.cpp
cld2/*         | 1 | src/text/language.cpp
re2/*          | 1 | src/say/pattern.cpp
zip.h          | 1 | src/reader/zip.cpp
pugixml.hpp    | * | src/reader/* src/say/pls.cpp
poppler*       | 1 | src/reader/pdf.cpp
nlohmann/*     | * | src/text/declared.cpp src/text/page_wire.cpp src/app/* src/cli/* src/publish/* src/model/*json*
'

violations=0
violation() { # WHERE MESSAGE
    printf '%s: %s\n' "$1" "$2"
    violations=$((violations + 1))
}

trim() {
    local text=$1
    text=${text#"${text%%[![:space:]]*}"}
    printf '%s' "${text%"${text##*[![:space:]]}"}"
}

declare -A may=()       # room → the rooms it may include, as " a b "
headers=()              # patterns, in the order of the table
declare -A most=()      # pattern → how many files
declare -A places=()    # pattern → where
declare -A users=()     # pattern → the files found to include it, one a line

read_tables() {
    local room below header count where
    while IFS=: read -r room below; do
        if [[ -n $room ]]; then
            may[$room]=" $(trim "$below") "
        fi
    done <<<"$rooms"
    while IFS='|' read -r header count where; do
        header=$(trim "$header")
        if [[ -n $header ]]; then
            headers+=("$header")
            most[$header]=$(trim "$count")
            places[$header]=$(trim "$where")
            users[$header]=
        fi
    done <<<"$libraries"
}

# The room of a path below src/: its first folder; "main" for main.cpp; empty for anything else.
room_of() {
    case $1 in
        main.cpp) printf 'main' ;;
        */*) printf '%s' "${1%%/*}" ;;
    esac
}

check_room() { # FILE LINE ROOM INCLUDED
    local target
    target=$(room_of "$4")
    if [[ -z $target || $4 == ../* || $4 == */../* || ! -v "may[$target]" ]]; then
        violation "$1:$2" "\"$4\" does not begin with a room: includes are rooted at src"
    elif [[ $target != "$3" && ${may[$3]} != *" $target "* ]]; then
        violation "$1:$2" "$3 may not include \"$4\" (it may include: $(trim "${may[$3]:-}"))"
    fi
}

check_library() { # FILE LINE INCLUDED
    local header place
    for header in "${headers[@]}"; do
        # shellcheck disable=SC2053 # both right-hand sides are meant as patterns
        if [[ $3 == $header ]]; then
            users[$header]+=$1$'\n'
            for place in ${places[$header]}; do
                if [[ $1 == $place ]]; then
                    return
                fi
            done
            violation "$1:$2" "<$3> may be included only from: ${places[$header]}"
        fi
    done
}

check_file() { # FILE
    local file=$1 room line number included
    room=$(room_of "${file#src/}")
    if [[ -z $room || ! -v "may[$room]" ]]; then
        violation "$file" "stands in no room; add the room to the table of tests/layers.sh"
        return
    fi
    while IFS= read -r line; do
        number=${line%%:*}
        included=${line#*[\"<]}
        included=${included%%[\">]*}
        check_library "$file" "$number" "$included"
        if [[ $line =~ include[[:space:]]*\" || -v "may[${included%%/*}]" ]]; then
            check_room "$file" "$number" "$room" "$included"
        fi
    done < <(grep -nE '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]' "$file" || true)
}

check_tree() { # ROOT
    local file header files count
    cd "$1"
    set -f # the patterns of the tables are matched, never expanded
    read_tables
    count=0
    while IFS= read -r file; do
        check_file "$file"
        count=$((count + 1))
    done < <(find src -type f \( -name '*.[ch]pp' -o -name '*.[ch]' \) | LC_ALL=C sort)
    if ((count == 0)); then
        violation "$1/src" "holds no source file: nothing was checked"
    fi
    for header in "${headers[@]}"; do
        files=$(printf '%s' "${users[$header]}" | LC_ALL=C sort -u)
        if [[ ${most[$header]} != '*' && -n $files ]] &&
            (($(wc -l <<<"$files") > ${most[$header]})); then
            violation src "$header is included from more than ${most[$header]} file: ${files//$'\n'/ }"
        fi
    done
    if ((violations > 0)); then
        printf '%d violation(s) of the layers in %d files\n' "$violations" "$count"
        return 1
    fi
    printf 'the layers hold in %d files\n' "$count"
}

# --- the self-test: small trees with one fault each -------------------------------------------

failures=0
expect() { # WHAT: ok | PATTERN in the report, NAME=TEXT…  (files of the tree, below src/)
    local wanted=$1 tree report status=0 file
    shift
    tree=$(mktemp -d)
    for file in "$@"; do
        mkdir -p "$tree/src/$(dirname "${file%%=*}")"
        printf '%s\n' "${file#*=}" >"$tree/src/${file%%=*}"
    done
    report=$(bash "$script" "$tree" 2>&1) || status=$?
    rm -rf "$tree"
    if [[ $wanted == ok && $status == 0 ]] ||
        [[ $wanted != ok && $status == 1 && $report == *"$wanted"* ]]; then
        return
    fi
    failures=$((failures + 1))
    printf 'self-test: wanted "%s", got exit %d:\n%s\n  for: %s\n' \
        "$wanted" "$status" "$report" "$*"
}

self_test() {
    expect ok 'main.cpp=#include "cli/run.hpp"' 'cli/run.cpp=#include "app/render.hpp"' \
        'app/render.cpp=#include "text/read.hpp"' 'text/read.hpp=#include "model/speech.hpp"' \
        'model/speech.hpp=#include "base/error.hpp"' 'base/error.hpp=#include <string>' \
        'text/own.cpp=#include "text/read.hpp"' 'voice/espeak.cpp=#include <espeak-ng/speak_lib.h>'
    expect 'base may not include "model/x.hpp"' 'base/a.cpp=#include "model/x.hpp"'
    expect 'model may not include "text/x.hpp"' 'model/a.hpp=#include "text/x.hpp"'
    expect 'text may not include "say/x.hpp"' 'text/a.cpp=#include "say/x.hpp"'
    expect 'voice may not include "audio/sink.hpp"' 'voice/a.cpp=  #  include "audio/sink.hpp"'
    expect 'audio may not include "app/x.hpp"' 'audio/a.cpp=#include <app/x.hpp>'
    expect 'app may not include "cli/x.hpp"' 'app/a.cpp=#include "cli/x.hpp"'
    expect 'cli may not include "voice/x.hpp"' 'cli/a.cpp=#include "voice/x.hpp"'
    expect 'main may not include "text/x.hpp"' 'main.cpp=#include "text/x.hpp"'
    expect 'does not begin with a room' 'text/a.cpp=#include "read.hpp"'
    expect 'does not begin with a room' 'text/a.cpp=#include "../say/x.hpp"'
    expect 'does not begin with a room' 'text/a.cpp=#include "text/../say/x.hpp"'
    expect 'stands in no room' 'attic/a.cpp=#include <string>'
    expect 'may be included only from' 'app/a.cpp=#include <espeak-ng/speak_lib.h>'
    expect 'may be included only from' 'base/other.cpp=#include <toml++/toml.h>'
    expect 'may be included only from' 'audio/a.hpp=#include <sndfile.h>'
    expect 'may be included only from' 'text/a.cpp=#include <nlohmann/json.hpp>'
    expect 'may be included only from' 'reader/a.cpp=#include <poppler-document.h>'
    expect 'may be included only from' 'reader/a.cpp=#include <poppler/cpp/poppler-page.h>'
    expect 'sndfile.h* is included from more than 1' 'audio/a.cpp=#include <sndfile.h>' \
        'audio/b.cpp=#include <sndfile.h>'
    expect ok 'text/a.cpp=// #include "say/x.hpp"' 'text/b.cpp=#include <span> // "say/x.hpp"'
    expect 'nothing was checked' 'base/readme.txt=no source'
    if ((failures > 0)); then
        printf 'self-test: %d failure(s)\n' "$failures"
        return 1
    fi
    printf 'self-test: every violation was found\n'
}

script=$(realpath "${BASH_SOURCE[0]}")
case ${1:-} in
    --self-test) self_test ;;
    -*)
        printf 'usage: %s [ROOT | --self-test]\n' "$0" >&2
        exit 2
        ;;
    *) check_tree "${1:-$(dirname "$script")/..}" ;;
esac
