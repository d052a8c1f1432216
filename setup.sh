#!/usr/bin/env bash
# Installs what declaim needs, builds it, runs the demo and the tests. See ./setup.sh --help.
set -euo pipefail

# Debian packages | why, in a word or two.
build_packages=(
    'g++                  | compiler'
    'cmake                | build'
    'ninja-build          | build'
    'pkg-config           | build'
    'libespeak-ng-dev     | synthesis'
    'espeak-ng-data       | voices'
    'libsndfile1-dev      | audio files'
    'portaudio19-dev      | playback'
    'libicu-dev           | Unicode'
    'libuchardet-dev      | charsets'
    'libcli11-dev         | options'
    'libfmt-dev           | formatting'
    'nlohmann-json3-dev   | JSON'
    'libtomlplusplus-dev  | TOML'
    'libxxhash-dev        | hashes'
    'libgumbo-dev         | HTML'
    'libcmark-dev         | Markdown'
    'libyaml-cpp-dev      | front matter'
    'libcld2-dev          | languages'
    'libre2-dev           | rules for numbers and dates'
    'libzip-dev           | EPUB, DOCX, ODT'
    'libpugixml-dev       | XML'
    'libpoppler-cpp-dev   | PDF'
)
test_packages=(
    'catch2               | tests'
    'libasound2-dev       | virtual sound card'
    'libxml2-utils        | schemas'
    'espeak-ng            | peer'
    'python3              | corpus'
    'clang-format-14      | formatting'
    'shellcheck           | scripts'
    'clang                | fuzzing'
    'libclang-rt-14-dev   | fuzzing'
)

usage() {
    cat <<'END'
Usage: ./setup.sh [--no-install] COMMAND

  demo          install what is missing, build, and turn the sample speech into sound
  test          install what is missing, build with and without sanitizers, run all tests
  build         install what is missing and build build/release/declaim
  install-deps  only install, the packages of the tests included
  list-deps     print the Debian packages and what each is for

  --no-install  take it that everything needed is there
  -h, --help    this text

Packages are installed with apt-get, through sudo where you are not root, and only
if one is missing. Made for Debian 12.

Examples:
  ./setup.sh demo                 from a bare system to output/sample-speech.wav
  ./setup.sh test                 what must pass before a change is sent
  ./setup.sh --no-install build   on a system with another package manager
END
}

say() { printf 'setup: %s\n' "$*"; }
die() {
    printf 'setup: %s\n' "$@" >&2
    exit 1
}

# ---------------------------------------------------------------------------- packages

names_of() { # ENTRY… → one name a line
    local entry
    for entry in "$@"; do
        printf '%s\n' "${entry%% *}"
    done
}

missing_of() { # NAME… → those not installed, one a line
    local installed name
    # Fails when a name is unknown, and still lists the others.
    # shellcheck disable=SC2016 # the fields are dpkg-query's
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        grep -qxF "installed $name" <<<"$installed" || printf '%s\n' "$name"
    done
}

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

retry() { # COMMAND… up to three times
    local try
    for try in 1 2 3; do
        "$@" && return
        if ((try < 3)); then
            say "'$1 …' failed; trying again in $((try * 5)) s"
            sleep $((try * 5))
        fi
    done
    return 1
}

apt() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

system_name() {
    local name=
    if [[ -r /etc/os-release ]]; then
        # shellcheck source=/dev/null
        name=$(. /etc/os-release && printf '%s' "${PRETTY_NAME:-}")
    fi
    printf '%s' "${name:-this system}"
}

install_packages() { # ENTRY…
    if [[ $install == no ]]; then
        return
    fi
    local wanted missing
    mapfile -t wanted < <(names_of "$@")
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        die "$(system_name) has no apt-get, and declaim is made for Debian 12." \
            "Install what these Debian packages hold: ${wanted[*]}" \
            "and run ./setup.sh --no-install with the same command."
    fi
    mapfile -t missing < <(missing_of "${wanted[@]}")
    if ((${#missing[@]} == 0)); then
        return
    fi
    if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
        die "packages are missing, and installing them takes root or sudo. As root, run:" \
            "  apt-get install --no-install-recommends ${missing[*]}"
    fi
    say "installing ${#missing[@]} of ${#wanted[@]} packages: ${missing[*]}"
    retry apt update || die 'apt-get update failed: check the network and /etc/apt'
    retry apt install --no-install-recommends "${missing[@]}" ||
        die "could not install all of: ${missing[*]}" \
            "declaim is made for Debian 12; on $(system_name) packages may have other names" \
            "or be too old. With what they hold in place, use ./setup.sh --no-install."
}

list_packages() {
    printf 'To build and run:\n'
    printf '  %s\n' "${build_packages[@]}"
    printf 'For the tests:\n'
    printf '  %s\n' "${test_packages[@]}"
}

# ------------------------------------------------------------------------------- build

build_release() {
    # Without the tests, so that the demo needs nothing of theirs.
    cmake --preset release -DBUILD_TESTING=OFF
    cmake --build --preset release --target declaim
}

run_tests() { # PRESET CTEST-ARGUMENT…
    local preset=$1
    shift
    cmake --preset "$preset"
    cmake --build --preset "$preset"
    say "running the tests of the $preset build"
    ctest --preset "$preset" --output-on-failure --no-tests=error -j "$(nproc)" "$@"
}

# ---------------------------------------------------------------------------- commands

number_in() { # KEY FILE → the whole number that a JSON file has for a key
    grep -oE "\"$1\": *[0-9]+" "$2" | head -n 1 | grep -oE '[0-9]+$'
}

command_build() {
    install_packages "${build_packages[@]}"
    build_release
}

command_demo() {
    local speech=tests/data/sample-speech.txt
    local sound=output/sample-speech.wav timeline=output/sample-speech.json frames rate
    command_build
    build/release/declaim render "$speech" -o "$sound" -o "$timeline"
    if [[ ! -s $sound || ! -s $timeline ]]; then
        die "declaim reported success, but $sound or $timeline is missing or empty"
    fi
    frames=$(number_in frames "$timeline")
    rate=$(number_in sample_rate "$timeline")
    say "made $PWD/$sound"
    say "     $((frames / rate)) seconds of speech, from $speech"
    say "     $PWD/$timeline says when each word is heard"
    say 'Listen to it in any player, or live:'
    say "     build/release/declaim play $speech"
}

command_test() {
    install_packages "${build_packages[@]}" "${test_packages[@]}"
    # asan: optimised, with AddressSanitizer and UndefinedBehaviorSanitizer. Checks of the sources
    # themselves (label repo) need to run once only. dev: asserts live, no sanitizer between the
    # engine's sandbox and the kernel.
    ASAN_OPTIONS=${ASAN_OPTIONS-strict_string_checks=1:detect_stack_use_after_return=1} \
        UBSAN_OPTIONS=${UBSAN_OPTIONS-print_stacktrace=1} run_tests asan -LE '^repo$'
    run_tests dev
}

cd "$(dirname "${BASH_SOURCE[0]}")"
install=yes
if [[ ${1:-} == --no-install ]]; then
    install=no
    shift
fi
if (($# != 1)); then
    usage >&2
    exit 2
fi
case $1 in
    demo) command_demo ;;
    test) command_test ;;
    build) command_build ;;
    install-deps)
        install_packages "${build_packages[@]}" "${test_packages[@]}"
        say 'everything needed is installed'
        ;;
    list-deps) list_packages ;;
    -h | --help | help) usage ;;
    *)
        printf 'setup: unknown command "%s"\n' "$1" >&2
        usage >&2
        exit 2
        ;;
esac
