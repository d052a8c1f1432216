#!/usr/bin/env bash
# Installs a build into a folder and reads with what is there: the programs find each other and
# their rules, also where the folder is not the one that was configured.
#   install_test.sh BUILD
set -euo pipefail
build=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    printf 'failed: %s\n' "$@"
    exit 1
}

cmake --install "$build" --prefix "$work/here" >"$work/log" || fail "$(<"$work/log")"
mv "$work/here" "$work/there"
export HOME=$work XDG_CONFIG_HOME=$work/none
declaim=$work/there/bin/declaim
for file in bin/declaim libexec/declaim/declaim-reader share/declaim/voices/und/languages.toml \
    share/man/man1/declaim.1; do
    [[ -e $work/there/$file ]] || fail "$file is not installed"
done

printf 'Ladies and gentlemen,\n\nRivers make a long story.\n' >"$work/speech.txt"
python3 - "$work" <<'END_PYTHON'
import sys
import zipfile
with zipfile.ZipFile(sys.argv[1] + "/speech.docx", "w") as archive:
    archive.writestr("word/document.xml", "<w:document><w:body>" + "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("Ladies and gentlemen,", "Rivers make a long story.")) + "</w:body></w:document>")
END_PYTHON
wanted=$(<"$work/speech.txt")
for format in txt docx; do
    found=$(cd "$work" && DECLAIM_DATA=$work/there/share/declaim/voices "$declaim" text "speech.$format") ||
        fail "the installed declaim does not read $format"
    [[ $found == "$wanted" ]] || fail "$format is read as: $found"
done
mv "$work/there/libexec" "$work/there/away"
if found=$(cd "$work" && "$declaim" text speech.docx 2>&1); then
    # A reader beside a configured prefix is found too: then nothing is missing.
    [[ $found == "$wanted" ]] || fail "without its reader declaim prints: $found"
else
    [[ $found == *'declaim-reader'*'install declaim anew'* ]] || fail "a missing reader is told as: $found"
fi
echo 'what is installed works'
