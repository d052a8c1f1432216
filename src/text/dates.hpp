#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/unicode.hpp"
#include "model/source.hpp"

namespace declaim {

/// A date as written somewhere in a text.
struct DateMention {
    ByteRange where;
    std::string iso;    ///< "2004-10-19", "2004-10"; only the year where the order is in doubt
    bool full = false;  ///< day, month and year are known
};

/// Finds dates in the words of a language, and in English, which many pages use for theirs.
class DateReader {
  public:
    /// In: BCP 47. Month and weekday names are ICU's (CLDR).
    explicit DateReader(const std::string& language);

    /// In:     a line of text.
    /// Out:    the dates in order: 19 Oct. 2004, October 19, 2004, 2004-10-19, 19.10.2004,
    ///         15/10/2004, 20-Oct-2004, 28 septembre 2024, October 2004.
    /// Errors: none.
    [[nodiscard]] std::vector<DateMention> find(std::string_view text) const;

    [[nodiscard]] bool is_weekday(const std::string& folded) const {
        return weekdays_.count(folded) != 0;
    }

  private:
    struct Cursor;
    void add_names(const std::string& locale);
    [[nodiscard]] int month_of(const std::string& folded) const;
    [[nodiscard]] std::optional<DateMention> numeric(const Cursor& cursor, std::size_t at,
                                                     std::size_t& used) const;
    [[nodiscard]] std::optional<DateMention> named(const Cursor& cursor, std::size_t at,
                                                   std::size_t& used) const;

    std::unordered_map<std::string, int> months_;  // folded name, 1 to 12
    std::unordered_set<std::string> weekdays_;
    enum class Order { day_first, month_first, unknown } order_ = Order::unknown;
};

}  // namespace declaim
