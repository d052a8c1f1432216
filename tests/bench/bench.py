#!/usr/bin/env python3
"""Measures declaim against espeak-ng on the same text, in the same run.

    tests/bench/bench.py                          the bundled sample speech
    tests/bench/bench.py SPEECH.txt --runs 15     another one
    tests/bench/bench.py --check                  exit 1 where a bound is broken

The two programs take turns (A B A B ...), so that a machine that speeds up or slows down does so for
both; what is compared is the median of the pairs' ratios. Memory is the peak of the proportional set
size (PSS) of declaim and all its processes together. Needs: espeak-ng, Linux with /proc.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# What must hold, on two processors: `--check` fails otherwise.
WALL_RATIO = 1.0          # declaim -j 2 against espeak-ng
PEAK_PSS_MIB = 64.0
GROWTH = 1.25             # of the peak when the text is 20 times as long


def wall(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare(ours, theirs, runs):
    """Median seconds of each, and the median ratio of the pairs, after a warm-up of each."""
    wall(ours), wall(theirs)
    pairs = [(wall(ours), wall(theirs)) for _ in range(runs)]
    return (statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs),
            statistics.median(a / b for a, b in pairs))


def family(pid):
    """A process and all below it."""
    pids = [pid]
    for each in pids:
        try:
            with open(f"/proc/{each}/task/{each}/children") as file:
                pids += [int(child) for child in file.read().split()]
        except OSError:
            pass
    return pids


def pss_kib(pid):
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            for line in file:
                if line.startswith("Pss:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def peak_pss_mib(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(pss_kib(pid) for pid in family(process.pid)))
        time.sleep(0.002)
    if process.returncode:
        sys.exit(f"bench: {' '.join(command)} failed ({process.returncode})")
    return peak / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("speech", nargs="?", default=os.path.join(ROOT, "tests/data/sample-speech.txt"))
    parser.add_argument("--declaim", default=os.path.join(ROOT, "build/release/declaim"))
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--repeat", type=int, default=1, help="measure speed on the body so many times over")
    parser.add_argument("--check", action="store_true", help="fail where a bound is broken")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        body = subprocess.run([options.declaim, "text", options.speech], check=True, capture_output=True).stdout
        text = os.path.join(folder, "text.txt")
        long_text = os.path.join(folder, "long.txt")
        with open(text, "wb") as file:
            file.write(b"\n".join([body] * options.repeat))
        with open(long_text, "wb") as file:
            file.write(b"\n".join([body] * options.repeat * 20))
        out = os.path.join(folder, "out.wav")

        def render(source, jobs, raw=True):
            command = [options.declaim, "render", source, "-s", "175", "-q", "-j", str(jobs), "-o", out]
            return command + (["--raw"] if raw else [])

        peer = ["espeak-ng", "-s", "175", "-f", text, "-w", os.path.join(folder, "peer.wav")]
        print(f"{'':28}{'declaim':>10}{'espeak-ng':>11}{'ratio':>8}")
        ratios = {}
        for jobs in (1, 2):
            # declaim does its whole work, reading and segmenting the page too; espeak-ng is given the body.
            source = options.speech if options.repeat == 1 else text
            ours, theirs, ratios[jobs] = compare(render(source, jobs, options.repeat != 1), peer, options.runs)
            print(f"{'render, ' + str(jobs) + ' job(s), seconds':28}{ours:10.3f}{theirs:11.3f}{ratios[jobs]:8.2f}")
        once = peak_pss_mib(render(text, 2))
        twenty = peak_pss_mib(render(long_text, 2))
        print(f"peak memory of all processes: {once:.1f} MiB, of 20 times the text: {twenty:.1f} MiB")

    broken = []
    if ratios[2] > WALL_RATIO:
        broken.append(f"2 jobs take {ratios[2]:.2f} of espeak-ng's time, more than {WALL_RATIO}")
    if max(once, twenty) > PEAK_PSS_MIB:
        broken.append(f"memory peaks at {max(once, twenty):.1f} MiB, more than {PEAK_PSS_MIB}")
    if twenty > once * GROWTH:
        broken.append(f"memory grows with the text, {twenty / once:.2f} times")
    for bound in broken:
        print("bench: " + bound)
    sys.exit(1 if options.check and broken else 0)


main()
