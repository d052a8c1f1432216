#!/usr/bin/env bash
# Tests the installing half of setup.sh against package tools that only pretend: nothing is
# installed, and neither root nor a network is needed.
set -euo pipefail
setup=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../setup.sh")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

# A PATH with the tools of a bare system, and stand-ins for what setup.sh asks about packages.
# UID_NOW is who `id -u` says we are; ABSENT lists packages that are not installed; APT_FAILS is how
# many calls of apt-get fail before one succeeds.
tools=$work/tools
mkdir "$tools"
for tool in bash dirname cat env grep head; do
    ln -s "$(command -v "$tool")" "$tools/$tool"
done
stand_in() { # NAME BODY
    printf '#!/usr/bin/env bash\n%s\n' "$2" >"$tools/$1"
    chmod +x "$tools/$1"
}
# shellcheck disable=SC2016 # expanded when the stand-ins run
stand_ins() {
    stand_in id 'echo "$UID_NOW"'
    stand_in sleep 'echo "sleep $*" >>"$LOG"'
    stand_in sudo 'echo "sudo" >>"$LOG"; exec "$@"'
    stand_in dpkg-query '
        shift 3
        for name in "$@"; do
            [[ " $ABSENT " == *" $name "* ]] || echo "installed $name"
        done
        [[ -z $ABSENT ]]'
    stand_in apt-get '
        echo "apt-get $* [$DEBIAN_FRONTEND]" >>"$LOG"
        calls=$(grep -c "^apt-get" "$LOG")
        ((calls > APT_FAILS))'
}

run() { # ARGUMENT… → $status, $output, $log
    : >"$work/log"
    status=0
    output=$(PATH=$tools LOG=$work/log UID_NOW=${UID_NOW-0} ABSENT=${ABSENT-} \
        APT_FAILS=${APT_FAILS-0} "$tools/bash" "$setup" "$@" 2>&1) || status=$?
    log=$(<"$work/log")
}
expect() { # WHAT CONDITION…
    local what=$1
    shift
    if ! "$@"; then
        failures=$((failures + 1))
        printf 'failed: %s\n  exit %s\n  output: %s\n  log: %s\n' "$what" "$status" "$output" "$log"
    fi
}
exits() { [[ $status == "$1" ]]; }
says() { [[ $output == *"$1"* ]]; }
logs() { [[ $log == *"$1"* ]]; }
is_quiet() { [[ -z $log ]]; }

stand_ins
run
expect 'no command is a usage error' exits 2
run dance
expect 'an unknown command is a usage error' exits 2
expect 'and is named' says '"dance"'
run --help
expect 'help succeeds' exits 0
expect 'help has examples' says './setup.sh demo'

run install-deps
expect 'nothing missing succeeds' exits 0
expect 'nothing missing calls nobody' is_quiet

ABSENT='cmake catch2' run install-deps
expect 'missing packages are installed' exits 0
expect 'after an update' logs 'update [noninteractive]'
expect 'only those, only what they need' \
    logs 'install --no-install-recommends cmake catch2 [noninteractive]'
expect 'root needs no sudo' eval '! logs sudo'

ABSENT=cmake UID_NOW=1000 run install-deps
expect 'others go through sudo' logs sudo
expect 'with which it works' exits 0

ABSENT=cmake APT_FAILS=2 run install-deps
expect 'a passing failure is retried' exits 0
expect 'after a pause' logs 'sleep 10'
ABSENT=cmake APT_FAILS=99 run install-deps
expect 'a lasting failure is reported' exits 1
expect 'with its likely cause' says 'check the network'

ABSENT=cmake run --no-install install-deps
expect '--no-install installs nothing' is_quiet

rm "$tools/sudo"
ABSENT='cmake g++' UID_NOW=1000 run install-deps
expect 'neither root nor sudo is a failure' exits 1
expect 'that says what to run' says 'apt-get install --no-install-recommends g++ cmake'
UID_NOW=1000 run install-deps
expect 'unless nothing is missing' exits 0

rm "$tools/dpkg-query" "$tools/apt-get"
run install-deps
expect 'a system without apt-get is a failure' exits 1
expect 'that lists the packages' says 'libespeak-ng-dev'
expect 'and the way on' says '--no-install'

if ((failures > 0)); then
    exit 1
fi
echo 'setup.sh installs as it should'
