#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace declaim {

struct SayRules;

/// What a sentence must have for a rule to match, as far as that can be told without its pattern:
/// most rules need not even be compiled. Never more than what is needed.
struct Needs {
    bool digit = false;
    std::string signs;                ///< each of these ASCII signs
    std::vector<std::string> tokens;  ///< each of these words
    std::vector<std::size_t> lists;   ///< of each of these lists a word, by its number in WordIndex
    std::vector<std::size_t> after;   ///< likewise, right behind digits
    std::vector<std::size_t> before;  ///< likewise, right before digits
    std::vector<std::string> between;  ///< of each of these one sign, with digits on both sides
};

/// The entries of all lists, as tokens: in small letters, or with '=' before them as they are, where
/// the list matches case.
struct WordIndex {
    struct Entry {
        std::size_t list = 0;
        std::vector<std::string> tokens;
    };
    std::unordered_map<std::string, std::vector<Entry>> by_first;
    std::unordered_map<std::string, std::size_t> numbers;  ///< of the lists
};

WordIndex index_of(const SayRules& rules);

/// Of a written side: what stands outside of groups and choices and is not optional, where it is a
/// token by itself: between spaces, signs and digits. Errors: none.
Needs needs_of(const std::string& written, const SayRules& rules, const WordIndex& index);

/// What a sentence has.
class Features {
  public:
    Features(std::string_view sentence, const WordIndex& index);
    [[nodiscard]] bool meet(const Needs& needs) const;

  private:
    using Numbers = std::unordered_set<std::size_t>;
    bool digit_ = false;
    std::string signs_;
    std::string between_;
    std::unordered_set<std::string> tokens_;  // in small letters
    Numbers lists_;
    Numbers after_;
    Numbers before_;
};

}  // namespace declaim
