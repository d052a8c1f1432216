#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/data_path.hpp"
#include "say/acronym.hpp"
#include "say/needs.hpp"
#include "say/numbers.hpp"
#include "say/pattern.hpp"
#include "say/reading.hpp"

namespace declaim {

/// What is said for a written word, and its other forms.
struct WordForms {
    std::string said;
    std::map<std::string, std::string> forms;  ///< "one", "few", "other", "of", "gender", …
};

/// A list [words.NAME]: written form → what is said.
struct WordList {
    bool match_case = false;
    std::map<std::string, WordForms, std::less<>> words;  ///< keys in lower case without match_case
    [[nodiscard]] const WordForms* find(std::string_view written) const;
};

/// One [[rule]]: what is written, and what is said for it.
struct SayRule {
    std::string name;     ///< of its class, for --explain: "date"
    std::string where;    ///< "…/date.toml: rule 3", for messages
    std::string written;  ///< as in the file
    std::string order;    ///< "day_first" or "month_first": behind its equals in the other order
    bool lone = false;    ///< not within a passage in capitals
    Reading spoken;
    Needs needs;
    mutable std::unique_ptr<Pattern> pattern;  ///< made when first needed
};

/// The rules of one language, voices/LANG/say/*.toml.
struct SayRules {
    std::string language;
    std::map<std::string, WordList, std::less<>> words;
    std::map<std::string, std::string, std::less<>> patterns;  ///< [pattern]
    std::vector<SayRule> rules;                                ///< the first wins among equals
    AcronymRules acronyms;
    bool day_first = true;  ///< 3/4/2004 is the third of April, where the document does not tell
    Numbers numbers;
    WordIndex index;
};

/// Reads the rules of a language tag: those of each of its folders, "en" and then "en-GB", the
/// later adding to and overriding the earlier. A language without a folder has no rules.
/// Errors: throws Error{data} with file, line and column.
SayRules load_say_rules(const std::string& tag, const DataPath& data);

/// The pattern of a rule, compiled on first use. Errors: throws Error{data} naming file and rule.
const Pattern& pattern_of(const SayRule& rule, const SayRules& rules);

}  // namespace declaim
