#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/rules.hpp"

namespace declaim::speaker {

/// The places that may name the speaker. What several lines of one place say counts once.
enum class Place { found, title, page_title, line, abstract, caption, author, label, foot, words };
inline constexpr std::size_t kPlaces = 10;

inline constexpr int kEnough = 6;    // a place that names the speaker as such
inline constexpr int kLikely = 4;    // two such are enough
inline constexpr int kWeak = 2;      // adds to others
inline constexpr int kFound = 6;     // what the header is read to say
inline constexpr int kOverrule = 3;  // by so much another must be more

/// A person whom some places name.
struct Candidate {
    std::string name;
    bool oblique = false;
    std::optional<std::string> role;
    std::array<int, kPlaces> weights{};

    [[nodiscard]] int total() const {
        int sum = 0;
        for (const int weight : weights) sum += weight;
        return sum;
    }
};

/// What the places say of who spoke, gathered per person.
class Votes {
  public:
    explicit Votes(const Rules& rules) : rules_(rules) {}

    /// Counts a name for the person it may be that of.
    /// In:     the name; what it weighs; the place that says so; the line, for the office beside the
    ///         name; whether the name may be in another case than the first.
    /// Out:    nothing is counted for what is no name, and for more persons than a page can be of.
    /// Errors: none.
    void add(std::string_view name, int weight, Place place, std::string_view line = {},
             bool oblique = false);

    [[nodiscard]] std::vector<Candidate>& candidates() { return candidates_; }

  private:
    const Rules& rules_;
    std::vector<Candidate> candidates_;
};

}  // namespace declaim::speaker
