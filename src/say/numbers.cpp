#include "say/numbers.hpp"

#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/rbnf.h>

#include <algorithm>

#include "base/error.hpp"

namespace declaim {
namespace {

constexpr std::size_t kMostDigits = 18;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Soft hyphens, which the library puts into long words, are not for us.
std::string to_utf8(icu::UnicodeString text) {
    text.findAndReplace(icu::UnicodeString(char16_t{0x00AD}), icu::UnicodeString());
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// The decimal mark of a number as written; npos where there is none. A character that parts groups
/// too marks decimals unless groups of three follow: "1.500" and "1,234,567", but "0.500", "3.14".
std::size_t decimal_mark(std::string_view number, const NumberNames& names) {
    const std::size_t mark = number.find_last_of(names.decimal);
    if (mark == std::string_view::npos) return mark;
    if (names.grouping.find(number[mark]) == std::string::npos) return mark;
    const std::string_view whole = number.substr(0, mark);
    if (whole.find(number[mark]) != std::string_view::npos) return std::string_view::npos;
    const auto first = whole.find_first_of("0123456789");
    const bool grouped = whole.find_first_of(names.grouping) != std::string_view::npos;
    const bool group = number.size() - mark == 4 && !grouped && first != std::string_view::npos &&
                       whole[first] != '0' && whole.size() - first <= 3;
    return group ? std::string_view::npos : mark;
}

/// The digits of a whole number, with its minus.
std::optional<std::string> plain(std::string_view number) {
    std::string out;
    if (number.starts_with('-') || number.starts_with("\u2212")) out = "-";
    for (const char byte : number)
        if (is_digit(byte)) out += byte;
    const std::size_t digits = out.size() - (out.starts_with('-') ? 1 : 0);
    if (digits == 0 || digits > kMostDigits) return std::nullopt;
    return out;
}

}  // namespace

struct Numbers::Library {
    std::unique_ptr<icu::RuleBasedNumberFormat> standard;
    std::unique_ptr<icu::RuleBasedNumberFormat> custom;
    std::unique_ptr<icu::PluralRules> plurals;

    [[noreturn]] static void fail(const NumberNames& names, const char* what) {
        throw Error(ErrorKind::data, std::string("no ") + what + " for the language '" +
                                         names.locale + "'; is libicu complete?");
    }
    void open(const NumberNames& names) {
        if (standard) return;
        UErrorCode status = U_ZERO_ERROR;
        const icu::Locale locale(names.locale.c_str());
        standard =
            std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status);
        if (U_FAILURE(status)) fail(names, "number words");
        if (names.custom.empty()) return;
        UParseError place{};
        custom = std::make_unique<icu::RuleBasedNumberFormat>(
            icu::UnicodeString::fromUTF8(names.custom), locale, place, status);
        if (U_FAILURE(status))
            throw Error(ErrorKind::data, "numbers.custom of '" + names.locale +
                                             "' is no set of number rules, near offset " +
                                             std::to_string(place.offset));
    }
};

Numbers::Numbers(NumberNames names)
    : names_(std::move(names)), library_(std::make_unique<Library>()) {}
Numbers::~Numbers() = default;
Numbers::Numbers(Numbers&&) noexcept = default;
Numbers& Numbers::operator=(Numbers&&) noexcept = default;

std::optional<std::string> Numbers::spell(std::string_view number, const std::string& name) const {
    const auto rule_set = names_.spell.find(name);
    const auto digits = plain(number);
    if (rule_set == names_.spell.end() || !digits) return std::nullopt;
    library_->open(names_);
    const auto set = icu::UnicodeString::fromUTF8(rule_set->second);
    for (auto* format : {library_->custom.get(), library_->standard.get()}) {
        if (format == nullptr) continue;
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString out;
        icu::FieldPosition where;
        format->format(static_cast<int64_t>(std::stoll(*digits)), set, out, where, status);
        if (U_SUCCESS(status)) return to_utf8(out);
    }
    return std::nullopt;
}

std::optional<std::string> Numbers::decimal(std::string_view number,
                                            const std::string& name) const {
    const std::size_t mark = decimal_mark(number, names_);
    if (mark == std::string_view::npos) return spell(number, name);
    const std::string_view whole = number.substr(0, mark);
    const std::string_view part = number.substr(mark + 1);
    if (auto parts = in_parts(whole, part, name)) return parts;
    const std::string whole_name = part.empty() || !knows("before_point") ? name : "before_point";
    auto out = whole.empty() ? spell("0", whole_name) : spell(whole, whole_name);
    if (!out || part.empty()) return out;
    const auto own = names_.points.find(std::string(1, number[mark]));
    *out += " " + (own != names_.points.end() ? own->second : names_.point) + " ";
    if (!names_.decimals_as_number || part.size() > names_.most_decimals_as_number)
        return *out + digits(part);
    std::string zeros;
    const std::size_t first = std::min(part.find_first_not_of('0'), part.size());
    for (std::size_t i = 0; i < first; ++i) zeros += digits("0") + " ";
    if (first == part.size()) return *out + zeros;
    const auto rest = spell(part.substr(first), name);
    if (!rest) return std::nullopt;
    return *out + zeros + *rest;
}

/// "три целых четырнадцать сотых": the names are those of `name` with "cardinal" exchanged.
std::optional<std::string> Numbers::in_parts(std::string_view whole, std::string_view part,
                                             const std::string& name) const {
    if (part.empty() || !knows("whole")) return std::nullopt;
    constexpr std::string_view kCardinal = "cardinal";
    const auto in_case = [&](const std::string& base) {
        const std::string own =
            base + (name.starts_with(kCardinal) ? name.substr(kCardinal.size()) : std::string());
        return knows(own) ? own : base;
    };
    const auto units = spell(whole.empty() ? "0" : whole, in_case("whole"));
    const auto parts = spell(part, in_case("place" + std::to_string(part.size())));
    if (!units || !parts) return std::nullopt;
    return *units + " " + *parts;
}

std::string Numbers::digits(std::string_view number) const {
    std::string out;
    for (const char byte : number) {
        if (!is_digit(byte)) continue;
        const std::string digit(1, byte);
        const auto own = names_.digits.find(digit);
        if (!out.empty()) out += ' ';
        out += own != names_.digits.end() ? own->second : spell(digit, "cardinal").value_or(digit);
    }
    return out;
}

std::string Numbers::groups(std::string_view number) const {
    std::string out;
    for (std::size_t at = 0; at < number.size();) {
        const auto begin = std::find_if(number.begin() + at, number.end(), is_digit);
        const auto end = std::find_if_not(begin, number.end(), is_digit);
        at = static_cast<std::size_t>(end - number.begin());
        if (begin == end) break;
        const std::string_view group(begin, end);
        const std::size_t zeros = std::min(group.find_first_not_of('0'), group.size());
        std::string words = digits(group.substr(0, zeros));
        if (zeros < group.size()) {
            const std::string_view rest = group.substr(zeros);
            if (!words.empty()) words += ' ';
            words += spell(rest, "cardinal").value_or(digits(rest));
        }
        out += (out.empty() ? "" : ", ") + words;
    }
    return out;
}

std::string Numbers::pairs(std::string_view number) const {
    std::string parted;
    auto left = std::count_if(number.begin(), number.end(), is_digit);
    for (const char byte : number) {
        if (!is_digit(byte)) continue;
        parted += byte;
        if (--left % 2 == 0) parted += ' ';
    }
    return groups(parted);
}

std::string Numbers::plural(std::string_view number) const {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale(names_.locale.c_str());
    if (!library_->plurals) library_->plurals.reset(icu::PluralRules::forLocale(locale, status));
    const std::size_t mark = decimal_mark(number, names_);
    std::string plain_number;
    for (std::size_t at = 0; at < number.size(); ++at)
        if (is_digit(number[at]))
            plain_number += number[at];
        else if (at == mark)
            plain_number += '.';
    if (plain_number.empty() || U_FAILURE(status)) return "other";
    const auto dot = plain_number.find('.');
    const int places =
        dot == std::string::npos ? 0 : static_cast<int>(plain_number.size() - dot - 1);
    const auto formatted =
        icu::number::NumberFormatter::withLocale(locale)
            .precision(icu::number::Precision::fixedFraction(std::min(places, 20)))
            .formatDecimal(plain_number, status);
    if (U_FAILURE(status)) return "other";
    const std::string category = to_utf8(library_->plurals->select(formatted, status));
    return U_FAILURE(status) ? "other" : category;
}

}  // namespace declaim
