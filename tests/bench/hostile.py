#!/usr/bin/env python3
"""Reads documents made to do harm, and shows the time and memory each takes.

    tests/bench/hostile.py                       at full size, with build/release/declaim
    tests/bench/hostile.py --scale 0.05 --check  a twentieth; exit 1 where a bound is broken
    tests/bench/hostile.py nested                only the rows with that word

Each document must end in a result or in an error that names it, in SECONDS on the processor, with
MEMORY_MIB in the largest process.
"""
import argparse
import os
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

SECONDS = 30.0
MEMORY_MIB = 2560
PATIENCE = 4              # the machine may be busy: what is bounded is the time on the processor

SENTENCE = b"We have come here to speak about rivers, and it is a long story. "
M = 1000000


def times(count, part, head=b"", tail=b""):
    return head + part * int(count) + tail


def numbered(count, part, head=b"", tail=b""):
    """`part` with a number at each %d."""
    return head + b"".join(part % i for i in range(int(count))) + tail


def zipped(**files):
    def write(path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in files.items():
                part = zipfile.ZipInfo(name.replace("__", "/").replace("_DOT_", "."))
                part.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
                with archive.open(part, "w", force_zip64=True) as out:
                    for chunk in content if isinstance(content, list) else [content]:
                        out.write(chunk)
    return write


def docx(body):
    parts = body if isinstance(body, list) else [body]
    return zipped(word__document_DOT_xml=[b"<w:document><w:body>"] + parts + [b"</w:body></w:document>"])


def odt(body):
    return zipped(mimetype=b"application/vnd.oasis.opendocument.text", content_DOT_xml=body)


def epub(items, body):
    opf = b"<package><manifest>%s</manifest><spine>%s</spine></package>" % (
        numbered(items, b'<item id="i%d" href="a.xhtml" media-type="application/xhtml+xml"/>'),
        numbered(items, b'<itemref idref="i%d"/>'))
    return zipped(mimetype=b"application/epub+zip",
                  **{"META-INF__container_DOT_xml":
                     b'<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
                     "a_DOT_opf": opf, "a_DOT_xhtml": body})


def many_entries(count):
    def write(path):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("word/document.xml", "<w:document/>")
            for i in range(int(count)):
                archive.writestr(f"e{i}", "")
    return write


def pdf(content, kids=b"3 0 R", flate=False):
    if flate:
        content = zlib.compress(content, 1)
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[" + kids + b"]>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
               b"/Resources<</Font<</F 5 0 R>>>>>>",
               b"<</Length %d%s>>stream\n" % (len(content), b"/Filter/FlateDecode" if flate else b"")
               + content + b"\nendstream",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n" + table + \
        b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def rows(s):
    """Name, extension, and what makes the document; `s` scales the counts."""
    say = b"<p>" + SENTENCE
    yield "one line of text, 100 MB", "txt", lambda: times(1.54 * M * s, SENTENCE)
    yield "one word, 100 MB", "txt", lambda: times(100 * M * s, b"a")
    yield "one line without an end of a sentence", "txt", lambda: times(20 * M * s, b"word ")
    yield "20 M short lines", "txt", lambda: times(20 * M * s, b"x\n")
    yield "100 M empty lines", "txt", lambda: times(100 * M * s, b"\n", SENTENCE, SENTENCE)
    yield "10 M open brackets", "txt", lambda: times(10 * M * s, b"(", SENTENCE)
    yield "2 M bracketed lines, never closed", "txt", lambda: times(2 * M * s, b"(and so on\n", SENTENCE)
    yield "1 M labels", "txt", lambda: numbered(M * s, b"MR. SMITH %d: Yes.\n\n")
    yield "1 M dates", "txt", lambda: times(M * s, b"11 May 2019\n", SENTENCE + b"\n")
    yield "1 M page numbers and feeds", "txt", lambda: numbered(M * s, b"Head\nand so on\n- %d -\n\f")
    yield "1 M notes and marks", "txt", lambda: numbered(M * s, b"so it was[%d]\n") + numbered(M * s, b"%d. a note\n")
    yield "1 M broken words", "txt", lambda: times(M * s, b"and with a hy-\nphen at the margin of it ")
    yield "1 M captions", "vtt", lambda: numbered(M * s, b"%d\n00:00:01.000 --> 00:00:02.000\nand so on\n\n", b"WEBVTT\n\n")
    yield "100 MB of bytes 255", "txt", lambda: times(100 * M * s, b"\xff")
    yield "100 MB of NUL", "txt", lambda: times(100 * M * s, b"\0", SENTENCE)
    yield "100 MB of combining marks", "txt", lambda: times(50 * M * s, b"\xcc\x81", b"a")
    yield "100 MB of text read twice", "txt", lambda: times(20 * M * s, b"\xc3\x83\xc2\xa9 ")
    yield "one paragraph of HTML, 100 MB", "html", lambda: times(1.54 * M * s, SENTENCE, b"<!DOCTYPE html><p>")
    for tag in ("div", "b", "sup", "a href=#x", "blockquote", "table", "svg", "span", "ul><li", "button", "select", "template"):
        yield f"200 k nested <{tag}>", "html", lambda tag=tag: times(200000 * s, b"<%s>" % tag.encode(), say)
    yield "200 k nested <div>, text in each", "html", lambda: times(200000 * s, b"<div>so on ", say)
    yield "200 k unclosed <b>, a paragraph each", "html", lambda: times(200000 * s, b"<p><b>so", say)
    yield "200 k unclosed <b>, each different", "html", lambda: numbered(200000 * s, b"<b id=%d><p>so", say)
    yield "20 k <a> that cross <b>", "html", lambda: numbered(20000 * s, b"<a id=%d><b id=%d><p></a>so".replace(b"id=%d><p", b"class=x><p"), say)
    yield "1 M table cells", "html", lambda: times(M * s, b"<td>so<td>", say + b"<table><tr>", b"</table>")
    yield "1 M cells outside of rows", "html", lambda: times(M * s, b"x<p>so", say + b"<table>", b"</table>")
    yield "100 k attributes", "html", lambda: numbered(100000 * s, b" a%d=b", say + b"<p", b">" + SENTENCE)
    yield "50 MB of attribute", "html", lambda: times(50 * M * s, b"x ", say + b"<p class='", b"'>" + SENTENCE)
    yield "a comment of 50 MB", "html", lambda: times(50 * M * s, b"-", say + b"<!--", b"-->" + SENTENCE)
    yield "a comment without an end", "html", lambda: times(10 * M * s, b"<!-- ", say)
    yield "50 MB of <", "html", lambda: times(50 * M * s, b"<", say)
    yield "10 M entities", "html", lambda: times(10 * M * s, b"&amp;", say)
    yield "1 M links in one list", "html", lambda: numbered(M * s, b"<li><a href=/%d>so it goes</a>", say + b"<ul>")
    yield "1 M paragraphs", "html", lambda: times(M * s, b"<p>and so on.</p>", say)
    yield "1 M <br>", "html", lambda: times(M * s, b"so on<br>", say)
    yield "1 M footnotes", "html", lambda: numbered(M * s / 2, b"<p>so it was<sup><a href=#n%d>1</a></sup>") + numbered(M * s / 2, b"<p id=n%d>1. A note")
    yield "JSON-LD, nested 1 M deep", "html", lambda: times(M * s, b"[", b"<script type=application/ld+json>", b"</script>" + say)
    yield "Markdown: 1 M quotes deep", "md", lambda: times(M * s, b"> ", b"# A\n\n", SENTENCE)
    yield "Markdown: 1 M brackets", "md", lambda: times(M * s, b"[", b"# A\n\n" + SENTENCE)
    yield "Markdown: 1 M links that are none", "md", lambda: times(M * s, b"[a](", b"# A\n\n" + SENTENCE)
    yield "Markdown: 1 M stars", "md", lambda: times(M * s, b"*a _b ", b"# A\n\n" + SENTENCE)
    yield "Markdown: lists 10 k deep", "md", lambda: b"# A\n\n" + b"".join(b" " * (2 * i) + b"- a\n" for i in range(int(3000 * s)))
    yield "Markdown: list marks 100 k in a line", "md", lambda: times(100000 * s, b"- ", b"# A\n\n", SENTENCE)
    yield "Markdown: <div> 1 M deep", "md", lambda: times(M * s, b"<div>", b"# A\n\n", SENTENCE)
    yield "Markdown: backticks of all lengths", "md", lambda: b"# A\n\n" + b" ".join(b"`" * i for i in range(1, int(5000 * s)))
    yield "Markdown: 200 k references", "md", lambda: numbered(200000 * s, b"[r%d]: /x\n\n", b"# A\n\n" + SENTENCE + b"\n\n") + numbered(200000 * s, b"[r%d]")
    yield "Markdown: 200 k footnotes", "md", lambda: numbered(200000 * s, b"so[^%d]\n", b"# A\n\n") + numbered(200000 * s, b"\n[^%d]: note\n")
    yield "YAML: 1 M brackets deep", "md", lambda: times(M * s, b"[", b"---\ntitle: ", b"\n---\n" + SENTENCE)
    yield "YAML: 10 k indents deep", "md", lambda: b"---\n" + b"".join(b" " * i + b"a:\n" for i in range(int(3000 * s))) + b"---\n" + SENTENCE
    yield "YAML: aliases of aliases", "md", lambda: b"---\na0: &a0 [x,x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (i, i, b",".join([b"*a%d" % (i - 1)] * 9)) for i in range(1, 30)) + b"title: *a29\n---\n" + SENTENCE
    yield "TOML: 1 M brackets deep", "md", lambda: times(M * s, b"[", b"+++\ntitle = ", b"\n+++\n" + SENTENCE)
    yield "Word: 1 M elements deep", "docx", lambda: docx(times(M * s, b"<w:sdt><w:sdtContent>", b"", b"<w:p><w:r><w:t>So.</w:t></w:r></w:p>"))
    yield "Word: a bomb of 4 GB", "docx", lambda: docx([b" " * M] * int(4000 * s))
    yield "Word: a bomb of text", "docx", lambda: docx([b"<w:p><w:r><w:t>so</w:t></w:r></w:p>" * 10000] * int(3000 * s))
    yield "Word: 200 k tables deep", "docx", lambda: docx(times(200000 * s, b"<w:tbl><w:tr><w:tc>"))
    yield "Word: 300 k parts", "docx", lambda: many_entries(300000 * s)
    yield "OpenDocument: 1 M elements deep", "odt", lambda: odt(times(M * s, b"<text:section>", b"<office:document-content><office:body><office:text>"))
    yield "OpenDocument: a million spaces, a million times", "odt", lambda: odt(
        times(100000 * s, b'<text:s text:c="1000000"/>', b"<office:document-content><office:body><office:text><text:p>a", b"b</text:p></office:text></office:body></office:document-content>"))
    yield "XML: entities of entities", "odt", lambda: odt(b"<!DOCTYPE a [<!ENTITY e0 'xx'>" + b"".join(
        b"<!ENTITY e%d '%s'>" % (i, b"&e%d;" % (i - 1) * 9) for i in range(1, 20)) + b"]><office:document-content><office:body><office:text><text:p>&e19;</text:p></office:text></office:body></office:document-content>")
    yield "EPUB: one chapter 100 k times", "epub", lambda: epub(100000 * s, b"<html><body><p>So it goes.</p></body></html>" + SENTENCE * 100)
    yield "EPUB: 1 M elements deep", "epub", lambda: epub(1, times(M * s, b"<div>", b"<html><body>"))
    yield "PDF: a bomb of text", "pdf", lambda: pdf(times(3 * M * s, b"BT /F 9 Tf 9 700 Td (so it goes on) Tj ET\n"), flate=True)
    yield "PDF: a page 100 k times", "pdf", lambda: pdf(b"BT /F 9 Tf 9 700 Td (so it goes on) Tj ET", times(100000 * s, b"3 0 R "))
    yield "PDF: a tree of pages in itself", "pdf", lambda: pdf(b"BT /F 9 Tf (so) Tj ET", b"2 0 R 3 0 R")
    yield "PDF: 1 M words at random", "pdf", lambda: pdf(b"".join(b"BT /F 9 Tf %d %d Td (so) Tj ET\n" % (i * 7919 % 600, i * 104729 % 800) for i in range(int(M * s))), flate=True)
    yield "PDF: 1 M brackets deep", "pdf", lambda: pdf(times(M * s, b"[", b"BT /F 9 Tf (so) Tj ET "))


def run(command, seconds):
    """Exit code (None: killed), seconds on the processor, MiB of the largest process, what it said."""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, start_new_session=True)
        alarm = threading.Timer(seconds * PATIENCE, lambda: os.killpg(child.pid, signal.SIGKILL))
        alarm.start()
        _, status, usage = os.wait4(child.pid, 0)
        alarm.cancel()
        child.returncode = 0
        said.seek(0)
        message = said.read(4000).decode("utf-8", "replace").strip()
    code = None if status == signal.SIGKILL else os.waitstatus_to_exitcode(status)
    return code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, message


def fault(code, took, memory, message, path, options):
    if code is None or took > options.seconds:
        return "TOO SLOW"
    if code not in (0, 1) or (code == 1 and not message.startswith("declaim: " + path + ": ")):
        return f"BAD END {code}"
    return "TOO MUCH MEMORY" if memory > options.memory else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("words", nargs="*", help="only the rows that hold one of these")
    parser.add_argument("--declaim", default=os.path.join(ROOT, "build/release/declaim"))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--memory", type=float, default=MEMORY_MIB, help="MiB")
    parser.add_argument("--check", action="store_true", help="exit 1 where a bound is broken")
    options = parser.parse_args()
    broken = 0
    print(f"{'':46}{'MB':>8}{'seconds':>9}{'MiB':>7}  ends")
    with tempfile.TemporaryDirectory() as folder:
        for name, extension, make in rows(options.scale):
            if options.words and not any(word in name for word in options.words):
                continue
            path = os.path.join(folder, "hostile." + extension)
            made = make()
            if callable(made):
                made(path)
            else:
                with open(path, "wb") as file:
                    file.write(made)
            del made
            code, took, memory, message = run([options.declaim, "text", path], options.seconds)
            wrong = fault(code, took, memory, message, path, options)
            broken += wrong != ""
            said = message.replace(path + ": ", "").split("\n")[0][:90]
            print(f"{name:46}{os.path.getsize(path) / 1e6:8.1f}{took:9.2f}{memory:7.0f}  "
                  f"{wrong or ('read' if code == 0 else 'refused')} {said}".rstrip(), flush=True)
            os.remove(path)
    if broken:
        print(f"hostile: {broken} document(s) break a bound")
    sys.exit(1 if options.check and broken else 0)


main()
