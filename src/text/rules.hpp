#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/data_path.hpp"
#include "base/unicode.hpp"

namespace declaim {

/// Says of most hashes that are not in a set that they are not, without a look at the set.
class HashFilter {
  public:
    void add(std::uint32_t hash) noexcept { bits_[place(hash)] |= bit(hash); }
    [[nodiscard]] bool may_have(std::uint32_t hash) const noexcept {
        return (bits_[place(hash)] & bit(hash)) != 0;
    }

  private:
    static constexpr std::size_t kPlaces = 32;
    static std::size_t place(std::uint32_t hash) noexcept { return (hash >> 6U) % kPlaces; }
    static std::uint64_t bit(std::uint32_t hash) noexcept {
        return std::uint64_t{1} << (hash % 64U);
    }
    std::array<std::uint64_t, kPlaces> bits_{};
};

/// A set of words and phrases, matched word by word: case, punctuation and apostrophes between the
/// words do not count.
class Phrases {
  public:
    /// Errors: none; returns false for a phrase without a word.
    bool add(std::string_view phrase);
    /// How many words from `at` on make up a phrase of the set, the longest there is; 0 for none.
    [[nodiscard]] std::size_t match(const std::vector<Word>& words, std::size_t at) const {
        const bool may = at < words.size() && begun_.may_have(words[at].hash);
        return may ? longest_match(words, at) : 0;
    }
    /// False only where no phrase of the set begins with that word.
    [[nodiscard]] bool may_begin_with(const Word& word) const noexcept {
        return begun_.may_have(word.hash);
    }
    /// Whether a phrase of the set occurs anywhere.
    [[nodiscard]] bool occurs(const std::vector<Word>& words) const;
    /// The same, in a text of any length.
    [[nodiscard]] bool occurs_in(std::string_view text) const;
    /// Whether the whole text is one phrase of the set.
    [[nodiscard]] bool is(const std::vector<Word>& words) const;
    [[nodiscard]] bool empty() const noexcept { return phrases_.empty(); }

  private:
    [[nodiscard]] std::size_t longest_match(const std::vector<Word>& words, std::size_t at) const;

    std::unordered_set<std::string> phrases_;
    std::size_t longest_ = 0;  // in words
    HashFilter begun_;         // the first words of phrases, and their first two, three …
    HashFilter whole_;
};

/// voices/<lang>/address.toml: the words salutations are made of.
struct AddressRules {
    Phrases openers;    ///< "mr", "your", "dear": an address may begin so
    Phrases dears;      ///< "dear": before a name an address beyond doubt; openers too
    Phrases nouns;      ///< "ladies", "excellencies": an address by themselves
    Phrases offices;    ///< "president", "members": an address after an opener or before a mark
    Phrases links;      ///< "and", "of", "the": may stand between
    Phrases not_first;  ///< "to", "the": a salutation begins so only before an opener
    Phrases sentence_words;  ///< "I", "we", "is": no address has them
    Phrases weak_voice;      ///< "our", "why": of them those that titles have too
    Phrases voice;  ///< "we", "thank", "is", "what": a speaker's words, which headers do without
};

/// voices/<lang>/furniture.toml: the words of what surrounds a speech.
struct FurnitureRules {
    Phrases genres;        ///< "speech", "transcript": a line of its own, or the head of a title
    Phrases bylines;       ///< "by": the speaker follows
    Phrases occasions;     ///< "during his", "at the": the occasion follows
    Phrases roles;         ///< "secretary general": before a name, no part of it
    Phrases posted;        ///< "updated", "published on": the date is not that of the speech
    Phrases notices;       ///< "check against delivery"
    Phrases navigation;    ///< "go to homepage"
    Phrases copyright;     ///< "all rights reserved"
    Phrases notes;         ///< "note": opens an editor's remark at the foot
    Phrases date_words;    ///< "on", "of", "a.m.": may stand beside a date
    Phrases particles;     ///< "de", "van": lower-case parts of a name
    Phrases begins_after;  ///< "start of the project gutenberg": all above is a licence
    Phrases ends_before;   ///< "end of the project gutenberg": so is all below
    Phrases frame_begins;  ///< "begin transcript": a line of its own above a transcript
    Phrases frame_ends;    ///< "end transcript": below
    Phrases labels;        ///< "question": in a conversation, before a colon, a label
    Phrases stage;         ///< "applause": makes a bracket a stage direction
    Phrases stage_places;  ///< "left", "benches": where the applause comes from
    Phrases stage_links;   ///< "sur": joins the two, though a word of sentences elsewhere
    Phrases stage_manner;  ///< "prolonged": how it sounds
    Phrases thanks;        ///< "thank", "thanks": the speaker's, often at the close
    Phrases first_person;  ///< "I", "our": the speaker's
    Phrases foot_heads;    ///< "about the author": heads what stands below a speech
    Phrases reports;       ///< "spoke", "delivered": what an editor says of a speech
    Phrases site;          ///< "cookies": no speech, even in sentences
    Phrases subjects;      ///< "subject": in the head of a mail, what it is about
    Phrases events;        ///< "forum": makes a name that of an occasion
    Phrases ands;          ///< "and": in the name of a menu, "Speeches and Interviews"
    Phrases pages;         ///< "page": a number beside it is that of a page
    Phrases page_links;    ///< "of": may stand between the numbers of "3 of 9"
    Phrases continued;     ///< "more": between dashes, the foot of a sheet
    Phrases stamps;        ///< "time": in braces or as a tag no text: "{time} 1345", "<pb>"
};

/// voices/<lang>/sentences.toml: which full stops do not end a sentence.
struct SentenceRules {
    std::unordered_set<std::string> never;      ///< "mr": a name follows
    std::unordered_set<std::string> sometimes;  ///< "u.s": ends one only before a function word
    std::unordered_set<std::string> number;     ///< "no": does not end one before a digit
    bool ordinals = false;                      ///< "3." is "third"
};

/// The names under which one place of a document says what it is, the best first.
struct DeclaredNames {
    std::vector<std::string> title;
    std::vector<std::string> speaker;  ///< who spoke, beyond doubt
    std::vector<std::string> author;   ///< who may have
    std::vector<std::string> role;
    std::vector<std::string> held;    ///< when, beyond doubt
    std::vector<std::string> date;    ///< held or put out
    std::vector<std::string> posted;  ///< when the page was put out or changed
    std::vector<std::string> occasion;
    std::vector<std::string> place;
    std::vector<std::string> site;
};

/// voices/und/declared.toml: what documents say of themselves.
struct DeclaredRules {
    std::map<std::string, DeclaredNames> places;  ///< by Declared::from
    std::vector<std::string> pages;               ///< types of JSON-LD that stand for the page
    std::vector<std::string> events;              ///< and for where it was spoken
    Phrases no_titles;                            ///< "untitled"
    std::vector<std::string> programs;      ///< "Microsoft Word - ": before the name of a file
    std::vector<std::string> file_endings;  ///< ".doc"
    Phrases institutions;                   ///< "office": no person has it in the name
    Phrases styles;                         ///< "mr": before a name, but no office
};

/// voices/und/fields.toml: by what words the lines around a speech say who, when and where.
struct FieldRules {
    Phrases speaker;    ///< "delivered by": who spoke
    Phrases sender;     ///< "from": who spoke, where a person of office is named
    Phrases author;     ///< "posted by": who put the page out
    Phrases held;       ///< "delivered on": when
    Phrases occasion;   ///< "event"
    Phrases place;      ///< "venue"
    Phrases credits;    ///< "photo by": named, but not as who spoke
    Phrases suffixes;   ///< "MP": behind a name, no part of it
    Phrases by;         ///< "by": who did what stands before it
    Phrases own;        ///< "my": one's own speech
    Phrases told;       ///< "I said"
    Phrases acts;       ///< "spoke": what speakers are said to have done, behind their name
    Phrases occasions;  ///< "budget speech": a speech that names its occasion
};

/// All rules for the language of one document.
struct Rules {
    std::string language;
    AddressRules address;
    FurnitureRules furniture;
    SentenceRules sentences;
    DeclaredRules declared;
    FieldRules fields;
    Phrases function_words;
};

/// A language as voices/und/languages.toml tells it from others.
struct LanguageHint {
    std::string tag;
    std::string script;  ///< ISO 15924
    std::vector<std::string> words;
};

/// Errors: throws Error{data} for a file that is missing or wrong.
std::vector<LanguageHint> load_language_hints(const DataPath& data);

/// Loads the rules of all languages (und) and those of `language` where there are any.
/// In:     a BCP 47 tag; only its language subtag counts.
/// Errors: throws Error{data} with file, line and column for a wrong file.
Rules load_rules(const std::string& language, const std::vector<LanguageHint>& hints,
                 const DataPath& data);

/// The rules of a document in several languages, the main one first: the words of all of them, the
/// sentences of the main one. \pre There is one at least.
Rules load_rules(const std::vector<std::string>& languages, const std::vector<LanguageHint>& hints,
                 const DataPath& data);

/// Whether there are rules of that language, beside those for all.
bool has_rules(const std::string& language, const DataPath& data);

/// The language subtag of a BCP 47 tag, in lower case: "en" of "en-GB".
std::string language_subtag(std::string_view tag);

}  // namespace declaim
