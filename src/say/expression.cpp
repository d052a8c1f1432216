#include "say/expression.hpp"

#include <cctype>
#include <stdexcept>

#include "say/reading.hpp"
#include "say/rules.hpp"

namespace declaim {
namespace {

constexpr const char* kSpaces = " \\x{A0}\\x{2009}\\x{202F}";
constexpr const char* kSpace = "[ \\x{A0}\\x{2009}\\x{202F}]";

std::string in_class(const std::string& characters) {
    std::string out;
    for (const char byte : characters) {
        if (byte == '\\' || byte == ']' || byte == '^' || byte == '-') out += '\\';
        if (byte == ' ')
            out += kSpaces;
        else if (byte == '\'')
            out += "'’";
        else
            out += byte;
    }
    return out;
}

std::string whole_number(const NumberNames& names) {
    return "(?:[0-9]{1,3}(?:[" + in_class(names.grouping) + "][0-9]{3})+|[0-9]+)";
}

std::string literal(std::string_view word) {
    std::string out;
    for (const char byte : word) {
        if (byte == ' ')
            out += kSpace;
        else if (byte == '\'')
            out += "(?:'|’)";
        else if (std::string_view("\\^$.|?*+()[]{}").find(byte) != std::string_view::npos)
            (out += '\\') += byte;
        else
            out += byte;
    }
    return out;
}

std::string any_of(const WordList& list) {
    std::string out;
    for (const auto& [written, forms] : list.words) {
        if (written.empty()) continue;
        out += (out.empty() ? "" : "|") + literal(written);
    }
    return (list.match_case ? "(?-i:" : "(?i:") + out + ")";
}

constexpr const char* kDigits = "[0-9]+";

/// Letters that stand for themselves or for their like.
bool has_letters(const std::string& expression) {
    for (std::size_t i = 0; i < expression.size(); ++i) {
        if (expression[i] == '\\' && i + 1 < expression.size() && expression[++i] != 'p') continue;
        if (std::isalpha(static_cast<unsigned char>(expression[i])) != 0) return true;
    }
    return false;
}

std::string slot_expression(std::string_view name, const SayRules& rules, Expand wanted) {
    const NumberNames& names = rules.numbers.names();
    if (name == "int") return whole_number(names);
    if (name == "num")
        return "(?:" + whole_number(names) + "(?:[" + in_class(names.decimal) + "][0-9]+)?|[" +
               in_class(names.decimal) + "][0-9]+)";
    if (name == "digits") return kDigits;
    if (name == "dash") return "[-‐‑‒–—−]";
    if (const auto list = rules.words.find(name); list != rules.words.end())
        return wanted == Expand::all ? any_of(list->second) : "";
    if (const auto pattern = rules.patterns.find(name); pattern != rules.patterns.end())
        return expand(pattern->second, rules, wanted);
    throw std::invalid_argument("nothing defines the slot '{" + std::string(name) + "}'");
}

}  // namespace

std::string slot_at(const std::string& written, std::size_t at) {
    const char next = at + 1 < written.size() ? written[at + 1] : ' ';
    if (written[at] != '{' || next < 'a' || next > 'z') return {};
    const auto close = written.find('}', at);
    return close == std::string::npos ? "" : written.substr(at + 1, close - at - 1);
}

SlotDigits digits_of_slot(const std::string& type, const SayRules& rules) {
    if (type == "int" || type == "num" || type == "digits") return SlotDigits::only;
    const auto pattern = rules.patterns.find(type);
    if (pattern == rules.patterns.end() || pattern->second.find("0-9") == std::string::npos)
        return SlotDigits::none;
    const std::string& expression = pattern->second;
    const bool may_do_without = expression.find("a-z") != std::string::npos ||
                                expression.find("A-Z") != std::string::npos ||
                                expression.find("\\p") != std::string::npos;
    if (may_do_without) return SlotDigits::none;
    return has_letters(expression) ? SlotDigits::some : SlotDigits::only;
}

std::string expand(const std::string& written, const SayRules& rules, Expand wanted) {
    std::string out;
    bool in_set = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char byte = written[i];
        if (byte == '\\' && i + 1 < written.size()) {
            (out += byte) += written[++i];
            continue;
        }
        if (const std::string slot = in_set ? "" : slot_at(written, i); !slot.empty()) {
            out += "(?P<" + slot + ">" + slot_expression(slot_type(slot), rules, wanted) + ")";
            i += slot.size() + 1;
            continue;
        }
        if (byte == '[') in_set = true;
        if (byte == ']') in_set = false;
        if (byte == ' ')
            out += in_set ? kSpaces : kSpace;
        else if (byte == '\'')
            out += in_set ? "'’" : "(?:'|’)";
        else
            out += byte;
    }
    return out;
}

}  // namespace declaim
