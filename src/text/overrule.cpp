#include "text/overrule.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <algorithm>
#include <new>

#include "base/error.hpp"

namespace declaim {
namespace {

/// Steps of the matcher on one line, some milliseconds each: no pattern hangs the program.
constexpr std::int32_t kMostSteps = 2000;

icu::UnicodeString wide(std::string_view text) {
    return icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

std::string_view words_for(UErrorCode status) {
    switch (status) {
        case U_REGEX_MISMATCHED_PAREN:
            return "a bracket without its other half";
        case U_REGEX_MISSING_CLOSE_BRACKET:
            return "a set that is not closed by ]";
        case U_REGEX_BAD_ESCAPE_SEQUENCE:
            return "a \\ before something that needs none";
        case U_REGEX_BAD_INTERVAL:
        case U_REGEX_MAX_LT_MIN:
        case U_REGEX_NUMBER_TOO_BIG:
            return "wrong numbers in { }";
        case U_REGEX_RULE_SYNTAX:
            return "something that cannot stand there";
        default:
            return u_errorName(status);
    }
}

std::unique_ptr<icu::RegexPattern> compile(const std::string& regex, std::string& fault) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    std::unique_ptr<icu::RegexPattern> pattern(
        icu::RegexPattern::compile(wide(regex), 0, place, status));
    if (U_SUCCESS(status)) return pattern;
    fault = fmt::format("{} at character {}", words_for(status), std::max(1, place.offset));
    return nullptr;
}

}  // namespace

struct Overrule::Pattern {
    Verdict verdict = Verdict::none;
    std::string regex;
    std::unique_ptr<icu::RegexPattern> pattern;  // the matcher refers to it
    std::unique_ptr<icu::RegexMatcher> matcher;
};

std::string pattern_fault(const std::string& regex) {
    std::string fault;
    compile(regex, fault);
    return fault;
}

Overrule::Overrule(const std::vector<ByHand>& orders) {
    const auto add = [this](Verdict verdict, const char* option, const std::string& regex) {
        std::string fault;
        Pattern one{verdict, regex, compile(regex, fault), nullptr};
        if (!fault.empty())
            throw Error(ErrorKind::usage,
                        fmt::format("{} '{}' is no regular expression: {}", option, regex, fault));
        UErrorCode status = U_ZERO_ERROR;
        one.matcher.reset(one.pattern->matcher(status));
        if (one.matcher == nullptr || U_FAILURE(status)) throw std::bad_alloc();
        one.matcher->setTimeLimit(kMostSteps, status);
        patterns_.push_back(std::move(one));
    };
    for (const ByHand& order : orders) {
        for (const std::string& regex : order.keep) add(Verdict::keep, "--keep", regex);
        for (const std::string& regex : order.drop) add(Verdict::drop, "--drop", regex);
    }
}

Overrule::Overrule(Overrule&&) noexcept = default;
Overrule::~Overrule() = default;

Verdict Overrule::of(std::string_view text) const {
    if (patterns_.empty()) return Verdict::none;
    const icu::UnicodeString line = wide(text);
    for (const Pattern& pattern : patterns_) {
        UErrorCode status = U_ZERO_ERROR;
        pattern.matcher->reset(line);
        const bool found = pattern.matcher->find(status) != 0;
        if (U_FAILURE(status))
            throw Error(ErrorKind::usage,
                        fmt::format("the pattern '{}' takes too long on the line '{:.40}…'; make "
                                    "it simpler",
                                    pattern.regex, text));
        if (found) return pattern.verdict;
    }
    return Verdict::none;
}

void Overrule::judge(Page& page) const {
    if (patterns_.empty()) return;
    for (PageLine& line : page.lines) line.by_hand = of(line.text);
}

void Overrule::settle(Page& page, std::vector<std::string_view>& reasons) {
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
        PageLine& line = page.lines[i];
        if (line.by_hand == Verdict::drop) reasons[i] = kDroppedByHand;
        if (line.by_hand != Verdict::keep) continue;
        if (reasons[i].empty() && !line.note) line.by_hand = Verdict::none;
        reasons[i] = "";
        line.note = false;
    }
}

}  // namespace declaim
