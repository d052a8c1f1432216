#include "text/rule_shelf.hpp"

namespace declaim {

RuleShelf::Entry& RuleShelf::entry(const std::string& language) {
    const auto [found, is_new] = entries_.try_emplace(language);
    if (is_new) found->second.rules = load_rules(language, hints_, data_);
    return found->second;
}

const Rules& RuleShelf::rules(const std::string& language) { return entry(language).rules; }

const Rules& RuleShelf::rules(const std::vector<std::string>& languages) {
    if (languages.size() == 1) return rules(languages.front());
    const auto [found, is_new] = of_several_.try_emplace(languages);
    if (is_new) found->second = load_rules(languages, hints_, data_);
    return found->second;
}

SentenceSplitter& RuleShelf::splitter(const std::string& language) {
    Entry& of = entry(language);
    if (!of.splitter) of.splitter = std::make_unique<SentenceSplitter>(of.rules);
    return *of.splitter;
}

}  // namespace declaim
