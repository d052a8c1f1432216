#!/usr/bin/env python3
"""Measures how fast documents are read and segmented: text in MB/s, HTML as a multiple of the time
that gumbo alone takes to parse the same bytes in the same process.

    tests/bench/reading.py             with build/release/tests/read_bench
    tests/bench/reading.py --check     exit 1 where a bound is broken

The documents are made of the sample speech, again and again. To build what it needs:

    cmake --preset release -DBUILD_TESTING=ON && cmake --build --preset release --target read_bench
"""
import argparse
import html
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# What must hold: `--check` fails otherwise.
TEXT_MB_PER_SECOND = 20.0
HTML_TIMES_GUMBO = 1.6

MENU = "".join(f'<li class="menu-item menu-item-{i}"><a href="/section/{i}/index.html">Section {i}</a></li>\n'
               for i in range(40))
HEAD = ('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>The Reading Room - Library</title>\n'
        '<meta property="og:type" content="article"><style>p { margin: 1em }</style>\n'
        '<script>window.settings = {"a": [1, 2, 3]};</script></head>\n<body class="page speech">\n'
        f'<header id="top"><nav role="navigation"><ul>\n{MENU}</ul></nav></header>\n'
        '<main><article class="content" itemprop="articleBody">\n')
FOOT = ('</article><aside class="related"><h3>Related</h3><ul>\n' + MENU + '</ul></aside></main>\n'
        '<footer class="site-footer"><p>&copy; 2019 Library Trust</p></footer></body></html>\n')


def wrapped(speech, width=78):
    lines = []
    for paragraph in speech.split("\n"):
        lines += re.findall(r"(?:.{1,%d})(?:\s|$)" % width, paragraph) or [""]
    return "\n".join(line.rstrip() for line in lines)


def markup(speech):
    """Paragraphs with the classes, links, emphasis and entities that pages have."""
    out = []
    for number, paragraph in enumerate(filter(None, speech.split("\n"))):
        text = html.escape(paragraph).replace("“", "&ldquo;").replace("”", "&rdquo;")
        text = re.sub(r"\b([A-Z]\w+ [A-Z]\w+)\b", r'<a href="/people/\1" class="name">\1</a>', text, count=1)
        text = re.sub(r"\b(never|every|many)\b", r"<em>\1</em>", text)
        out.append(f'  <div class="row"><p class="body-text" id="p{number}">{text}</p></div>')
    return "\n".join(out) + "\n"


def plain_markup(speech):
    return "".join(f"<p>{html.escape(line)}</p>\n" for line in speech.split("\n") if line)


def documents(speech):
    def repeat(part, size):
        return part * max(1, size // len(part.encode()))
    yield "paragraphs.txt", repeat(speech + "\n\n", 20_000_000)
    yield "wrapped.txt", repeat(wrapped(speech) + "\n\n", 20_000_000)
    yield "one-line.txt", repeat(" ".join(speech.split()) + " ", 30_000_000)
    for size in (1, 5):
        yield f"page-{size}.html", HEAD + repeat(markup(speech), size * 1_000_000) + FOOT
        yield f"plain-{size}.html", HEAD + repeat(plain_markup(speech), size * 1_000_000) + FOOT


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--speech", default=os.path.join(ROOT, "tests/data/sample-speech.txt"))
    parser.add_argument("--read-bench", default=os.path.join(ROOT, "build/release/tests/read_bench"))
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    options = parser.parse_args()
    with open(options.speech, encoding="utf-8") as file:
        speech = file.read()
    broken = []
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for name, content in documents(speech):
            names.append(name)
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(content)
        found = subprocess.run([os.path.abspath(options.read_bench)] + names, cwd=folder, check=True,
                               stdout=subprocess.PIPE, text=True).stdout
    print(found, end="")
    for line in found.splitlines():
        name = line.split()[0]
        speed = float(re.search(r"([\d.]+) MB/s", line)[1])
        gumbo = re.search(r"([\d.]+) x gumbo", line)
        if gumbo and float(gumbo[1]) > HTML_TIMES_GUMBO:
            broken.append(f"{name} takes {gumbo[1]} times what gumbo does, more than {HTML_TIMES_GUMBO}")
        if name.endswith(".txt") and speed < TEXT_MB_PER_SECOND:
            broken.append(f"{name} is read at {speed} MB/s, less than {TEXT_MB_PER_SECOND}")
    for bound in broken:
        print("reading: " + bound)
    sys.exit(1 if options.check and broken else 0)


main()
