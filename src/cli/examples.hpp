#pragma once

namespace declaim {

// What stands below the options in `--help`.

inline constexpr const char* kProgramFooter = R"(Examples:
  declaim render speech.txt -o speech.wav      make a sound file of a speech
  declaim play speech.txt                      hear it now
  declaim archive speeches/ -d archive/        render a whole folder
  declaim inspect speech.txt                   see what was understood

`declaim COMMAND --help` tells more. Results go to standard output, messages to
standard error. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some speeches of an
archive failed, 75 stopped for a passing reason (run it again), 130 interrupted.)";

inline constexpr const char* kRenderFooter = R"(Examples:
  declaim render speech.txt                            writes output/speech.wav
  declaim render speech.txt -o s.wav -o s.json         sound, and when each word is heard
  declaim render *.txt -d sounds --format wav,json     several at once
  declaim render speech.txt -s 150 -v american -o s.wav   slower, in an American voice
  declaim render talk.txt --announce -v statesman --cast Q=stateswoman
  curl -s URL | declaim render - -o - | aplay          from a pipe to a pipe)";

inline constexpr const char* kPlayFooter = R"(Examples:
  declaim play speech.txt
  declaim play speech.txt --from 20           from the 20th sentence on
  declaim play --list-devices
  declaim play speech.txt --device pulse)";

inline constexpr const char* kArchiveFooter = R"(Examples:
  declaim archive speeches/ -d archive/            what is there and unchanged is left alone
  declaim archive speeches/ -d archive/ --dry-run  only tell what would be rendered
  declaim archive speeches/ -d archive/ --force -j 4

A speech whose file or DOCUMENT.toml beside it has changed is rendered again.)";

inline constexpr const char* kTextFooter = R"(Examples:
  declaim text speech.txt             the words that will be read
  declaim text speech.txt --spoken    the same, numbers, dates and signs as words
  declaim text page.html --explain    every line: + kept, - left out, ~ rewritten, and why
  declaim text page.html --drop '^Photo: ' --keep '^PART [IVX]+$'
  declaim text page.txt --raw         everything, nothing taken for furniture

--keep and --drop take ICU regular expressions, which may match anywhere in a line of
the source. What holds for one document stands beside it in DOCUMENT.toml (keep, drop,
language, format, encoding, [metadata] and [cast]); the command line wins over it.)";

inline constexpr const char* kSsmlFooter = R"(Examples:
  declaim ssml speech.txt > speech.ssml
  declaim ssml speech.txt | xmllint --format -)";

inline constexpr const char* kInspectFooter = R"(Examples:
  declaim inspect speech.txt
  declaim inspect speech.pdf --all    every block, every line left out and rewrite
  declaim inspect speech.txt --json | jq '.dropped[]')";

inline constexpr const char* kCheckFooter = R"(Examples:
  declaim check speech.txt                    names and acronyms, and how they will be said
  declaim check --stub *.txt > names.pls      a lexicon to be corrected by hand, then:
  declaim render speech.txt --lexicon names.pls -o speech.wav

Listed are acronyms read by their shape, letters with digits that no rule knows, and words
with letters or spellings foreign to their language, unless a lexicon has them. --lexicon
takes W3C PLS 1.0; <phoneme> in alphabet="ipa" or "x-espeak", or <alias>.)";

inline constexpr const char* kVoicesFooter = R"(Examples:
  declaim voices                      the profiles; * is taken where none is named
  declaim voices --all --language fr  the engine's French voices too
  declaim voices --paths              where profiles and rules are looked for

A profile is a file of a few numbers: copy one into the first of these folders, change
a number, and use it with -v and its new name.)";

}  // namespace declaim
