#pragma once

#include <string>

#include "say/verbalise.hpp"
#include "support/temp_folder.hpp"

namespace declaim::test {

/// Rules written for a test, in a folder of their own: the language "xx", spelled as English.
class RuleFile {
  public:
    explicit RuleFile(const std::string& toml) {
        folder_.write("xx/say/rules.toml",
                      "[numbers]\nlocale = \"en\"\n[numbers.spell]\n"
                      "cardinal = \"%spellout-cardinal\"\n"
                      "ordinal = \"%spellout-ordinal\"\n" +
                          toml);
    }
    [[nodiscard]] SayRules load() const { return load_say_rules("xx", DataPath({folder_.path()})); }

  private:
    TempFolder folder_;
};

inline std::string say(const std::string& written, const SayRules& rules) {
    return spoken_text(written, verbalise(written, rules, say_context({written}, rules)));
}

struct Pair {
    std::string written;
    std::string spoken;
};

}  // namespace declaim::test
