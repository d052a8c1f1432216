#!/usr/bin/env python3
"""Measures how a speech is delivered, in its samples, beside published figures of public speaking.

    tests/bench/prosody.py                            the bundled sample speech
    tests/bench/prosody.py SPEECH.txt OTHER.html -- -v english -s 150
    tests/bench/prosody.py --check                    exit 1 where a figure is out of bounds

Measured are the share of time that is speech, words a minute, syllables a second without pauses, the
runs between pauses, the pauses by what they stand at, and the pitch by the role of a block. A pause
is a silence of 100 ms or more. Syllables are groups of vowels of what is said: near enough.
"""
import argparse
import array
import bisect
import html
import json
import math
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

PAUSE_S = 0.1
SILENT = 60                     # of 32768: the engine's silence is within +-10
DECIMATE = 4                    # for the pitch
LOWEST_HZ, HIGHEST_HZ = 60, 400
MOST_FRAMES = 2500              # whose pitch is measured, of one role
VOWELS = "aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýąęóаеёиоуыэюяієї"

# What others measured.
SOURCES = """\
  [1] M. Liberman, "Inaugural addresses: SAD", Language Log, 2017 (15 US presidents, 1961-2017)
  [2] M. Liberman, "Political sound and silence II", Language Log, 2017 (weekly addresses, read)
  [3] A. Kazlauskiene, E. Kalasinskaite, Respectus Philologicus 37, 2020 (slower readers)
  [4] E. Campione, J. Veronis, Speech Prosody 2002 (five languages)
  [5] J. Volin, AUC Philologica 2/2019 (professional readers of news)
  [6] H. Tivadar, Jazykovedny casopis 68, 2017 (public speech, Slovenian)
  [7] H. Traunmuller, A. Eriksson, "The frequency range of the voice fundamental" (typical means)"""
PUBLISHED = {
    "speech, % of the time": "48-71 [1], 77-83 [2]",
    "words a minute": "65-165 [1], 148-180 [2]",
    "words a minute without pauses": "137-232 [1], 177-233 [2]",
    "syllables a second without pauses": "4.5-6.5 [6]",
    "seconds of a run between pauses": "1.2-2.4 [1]",
    "words of a run between pauses": "3.4-8.9 [1], 4.5 [5]",
    "breath": "200-1000, medium [4]",
    "comma": "200-1000, medium [4]",
    "other mark": "200-1000, medium [4]",
    "sentence": "340-1360 [3]",
    "paragraph": "750-1800 [3]",
    "median Hz": "120 men, 210 women [7]",
}
# `--check`: of the bundled speech.
BOUNDS = {
    "speech, % of the time": (60, 83),
    "words a minute": (120, 180),
    "words a minute without pauses": (150, 233),
    "syllables a second without pauses": (3.6, 6.5),
    "seconds of a run between pauses": (1.2, 3.0),
    "words of a run between pauses": (3.4, 8.9),
    "breath": (200, 1000), "comma": (200, 1000), "other mark": (200, 1000),
    "sentence": (340, 1360), "paragraph": (750, 1800),
}


def read_wav(path):
    """Samples and rate of a mono 16-bit WAV file; the module `wave` refuses extensible ones."""
    with open(path, "rb") as file:
        data = file.read()
    rate, at = 0, 12
    while at + 8 <= len(data):
        name, size = struct.unpack_from("<4sI", data, at)
        if name == b"fmt ":
            rate = struct.unpack_from("<I", data, at + 12)[0]
        if name == b"data":
            samples = array.array("h")
            samples.frombytes(data[at + 8:at + 8 + size // 2 * 2])
            return samples, rate
        at += 8 + size + size % 2
    sys.exit(f"{path} holds no samples")


def silences(samples, rate):
    """The silences of PAUSE_S and more as (begin, end)."""
    found, begin, least = [], None, int(PAUSE_S * rate)
    for i, value in enumerate(samples):
        if -SILENT <= value <= SILENT:
            if begin is None:
                begin = i
        elif begin is not None:
            if i - begin >= least:
                found.append((begin, i))
            begin = None
    return found


def said(ssml):
    """What each sentence of a document says."""
    out = []
    for sentence in re.findall(r"<s>(.*?)</s>", ssml, re.S):
        sentence = re.sub(r'<sub alias="([^"]*)">.*?</sub>', r"\1", sentence, flags=re.S)
        out.append(html.unescape(re.sub(r"<[^>]*>", "", sentence)))
    return out


def syllables(text):
    words = re.findall(r"\w+", text.lower())
    return sum(max(1, len(re.findall(f"[{VOWELS}]+", word)) -
                   (word.endswith("e") and not word.endswith("le"))) for word in words)


def boundary(pause, sentences, starts, rate):
    """What a pause stands at: paragraph, sentence, comma, other mark, breath; None at the ends."""
    middle = sum(pause) // 2
    at = bisect.bisect_right(starts, middle) - 1
    if at < 0 or (at + 1 == len(sentences) and middle >= sentences[at]["end"]):
        return None
    if middle >= sentences[at]["end"]:
        return "sentence" if sentences[at]["block"] == sentences[at + 1]["block"] else "paragraph"
    words = [word for word in sentences[at]["words"] if word["start"] <= middle]
    if not words:
        return None
    text = words[-1]["text"].rstrip("\"'”’»)]")
    if len(words) == len(sentences[at]["words"]):
        return "within a word"
    if text.endswith(","):
        return "comma"
    following = sentences[at]["words"][len(words)]["text"]
    if text[-1:] in ";:–—…?!" or following in "–—-" or not text:
        return "other mark"
    if re.search(r"[\"“„«(]$", text) or re.match(r"[\"“„«(]", following) or text != words[-1]["text"]:
        return "quote or bracket"
    return "breath" if pause[1] - pause[0] >= 0.15 * rate else "within a word"


def pitch_of(samples, rate, begin, end, step):
    """The pitches in Hz of the voiced frames of a stretch, by autocorrelation."""
    low = [sum(samples[i:i + DECIMATE]) for i in range(begin, end - DECIMATE, DECIMATE)]
    rate = rate / DECIMATE
    width = int(0.04 * rate)
    first, last = int(rate / HIGHEST_HZ), int(rate / LOWEST_HZ)
    found = []
    for at in range(0, len(low) - width - last - 1, step):
        frame = low[at:at + width]
        energy = sum(x * x for x in frame)
        if energy < width * (DECIMATE * 500) ** 2:
            continue
        scores = []
        for lag in range(first, last + 1):
            other = low[at + lag:at + lag + width]
            product = sum(map(lambda a, b: a * b, frame, other))
            scores.append(product / math.sqrt(energy * sum(x * x for x in other) + 1))
        best = max(scores)
        # The shortest period that is nearly as good: not two of them.
        peak = next((i for i in range(1, len(scores) - 1)
                     if scores[i] > 0.93 * best and scores[i - 1] <= scores[i] >= scores[i + 1]), None)
        if best < 0.7 or peak is None:
            continue
        a, b, c = scores[peak - 1:peak + 2]
        off = 0.5 * (a - c) / (a - 2 * b + c) if a - 2 * b + c else 0
        found.append(rate / (first + peak + off))
    return found


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def row(name, value, published=""):
    print(f"  {name:36} {value:>24}   {published}".rstrip())


def measure(document, declaim, options):
    with tempfile.TemporaryDirectory() as folder:
        out = [os.path.join(folder, "a." + kind) for kind in ("wav", "json", "ssml")]
        command = [declaim, "render", "-q", *options, document]
        if "--lufs" in subprocess.run([declaim, "render", "--help"], capture_output=True,
                                      text=True).stdout:
            command += ["--lufs", "off"]
        subprocess.run(command + [arg for path in out for arg in ("-o", path)], check=True)
        samples, rate = read_wav(out[0])
        with open(out[1], encoding="utf-8") as file:
            sentences = json.load(file)["sentences"]
        with open(out[2], encoding="utf-8") as file:
            texts = said(file.read())
    speech = json.loads(subprocess.run([declaim, "inspect", "--json", document], check=True,
                                       capture_output=True, text=True).stdout)
    kinds = [block["kind"] for block in speech["blocks"]]
    print(f"\n{os.path.basename(document)}: {len(sentences)} sentences, "
          f"{len(samples) / rate:.0f} s, estimated {speech['estimate']['seconds']} s")
    figures = tempo(samples, rate, sentences, texts)
    print("  pauses in ms: how many, median (10 % - 90 %)")
    starts = [sentence["start"] for sentence in sentences]
    pauses = {}
    for pause in silences(samples, rate):
        pauses.setdefault(boundary(pause, sentences, starts, rate), []).append(
            (pause[1] - pause[0]) / rate * 1000)
    for name in ("breath", "comma", "other mark", "quote or bracket", "sentence", "paragraph"):
        if name in pauses:
            values = pauses[name]
            figures[name] = statistics.median(values)
            row(name, f"{len(values)}x {figures[name]:.0f} ({percentile(values, .1):.0f} - "
                      f"{percentile(values, .9):.0f})", PUBLISHED.get(name, ""))
    print("  pitch in Hz: median (10 % - 90 %), and that range in semitones")
    roles = {}
    for sentence in sentences:
        roles.setdefault(kinds[sentence["block"]], []).append((sentence["start"], sentence["end"]))
    roles["all"] = [span for spans in list(roles.values()) for span in spans]
    for role, spans in roles.items():
        length = sum(end - begin for begin, end in spans) / DECIMATE
        step = max(int(0.02 * rate / DECIMATE), int(length / MOST_FRAMES))
        found = [hz for begin, end in spans for hz in pitch_of(samples, rate, begin, end, step)]
        if len(found) < 10:
            continue
        low, high = percentile(found, .1), percentile(found, .9)
        row(role, f"{statistics.median(found):.0f} ({low:.0f} - {high:.0f}), "
                  f"{12 * math.log2(high / low):.1f} st",
            PUBLISHED["median Hz"] if role == "all" else "")
    return figures


def tempo(samples, rate, sentences, texts):
    length = len(samples) / rate
    quiet = silences(samples, rate)
    ends = sum(end - begin for begin, end in quiet) / rate
    # Silence at both ends is not part of the delivery.
    lead = quiet[0][1] / rate if quiet and quiet[0][0] == 0 else 0
    heard = length - ends
    whole = sentences[-1]["end"] / rate - lead
    words = sum(len(text.split()) for text in texts)
    runs = len(quiet) - (1 if lead else 0) + 1
    figures = {
        "speech, % of the time": 100 * heard / whole,
        "words a minute": 60 * words / whole,
        "words a minute without pauses": 60 * words / heard,
        "syllables a second without pauses": sum(map(syllables, texts)) / heard,
        "seconds of a run between pauses": heard / runs,
        "words of a run between pauses": words / runs,
    }
    for name, value in figures.items():
        row(name, f"{value:.1f}" if value < 20 else f"{value:.0f}", PUBLISHED[name])
    return figures


def main():
    arguments = sys.argv[1:]
    options = arguments[arguments.index("--") + 1:] if "--" in arguments else []
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*",
                        default=[os.path.join(ROOT, "tests", "data", "sample-speech.txt")])
    parser.add_argument("--declaim", default=os.path.join(ROOT, "build", "release", "declaim"))
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    given = parser.parse_args(arguments[:len(arguments) - len(options) - ("--" in arguments)])
    failed = False
    for document in given.documents:
        figures = measure(document, given.declaim, options)
        for name, (least, most) in BOUNDS.items() if given.check else ():
            if name in figures and not least <= figures[name] <= most:
                print(f"  out of bounds: {name} is {figures[name]:.1f}, not {least}-{most}")
                failed = True
    print("\nBeside the measures, those of others:\n" + SOURCES)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
