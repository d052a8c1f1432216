#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/rules.hpp"
#include "text/sentences.hpp"

namespace declaim {

/// Rules, each loaded when they are first asked for.
class RuleShelf {
  public:
    /// The hints and the path must outlive the shelf.
    RuleShelf(const std::vector<LanguageHint>& hints, const DataPath& data)
        : hints_(hints), data_(data) {}

    /// Errors: as load_rules.
    const Rules& rules(const std::string& language);
    /// The rules of a document in several languages, the main one first. \pre There is one at least.
    const Rules& rules(const std::vector<std::string>& languages);
    /// Errors: as load_rules and SentenceSplitter.
    SentenceSplitter& splitter(const std::string& language);
    [[nodiscard]] const std::vector<LanguageHint>& hints() const noexcept { return hints_; }

  private:
    struct Entry {
        Rules rules;
        std::unique_ptr<SentenceSplitter> splitter;
    };
    Entry& entry(const std::string& language);

    const std::vector<LanguageHint>& hints_;
    const DataPath& data_;
    std::map<std::vector<std::string>, Rules> of_several_;
    std::map<std::string, Entry> entries_;  // their addresses stay: splitters refer to the rules
};

}  // namespace declaim
