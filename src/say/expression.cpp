#include "say/expression.hpp"

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

struct Slot {
    std::string expression;
    bool digits = false;
};

bool has_letters(const std::string& expression) {
    return expression.find("a-z") != std::string::npos ||
           expression.find("A-Z") != std::string::npos ||
           expression.find("\\p") != std::string::npos;
}

Slot slot_expression(std::string_view name, const SayRules& rules) {
    const NumberNames& names = rules.numbers.names();
    if (name == "int") return {whole_number(names), true};
    if (name == "num")
        return {"(?:" + whole_number(names) + "(?:[" + in_class(names.decimal) + "][0-9]+)?|[" +
                    in_class(names.decimal) + "][0-9]+)",
                true};
    if (name == "digits") return {"[0-9]+", true};
    if (name == "dash") return {"[-‐‑‒–—−]", false};
    if (const auto list = rules.words.find(name); list != rules.words.end())
        return {any_of(list->second), false};
    if (const auto pattern = rules.patterns.find(name); pattern != rules.patterns.end())
        return {expand(pattern->second, rules).expression,
                pattern->second.find("0-9") != std::string::npos && !has_letters(pattern->second)};
    throw std::invalid_argument("nothing defines the slot '{" + std::string(name) + "}'");
}

/// The name of a slot that begins at `at`, or "": {2,3} is none.
std::string slot_at(const std::string& written, std::size_t at) {
    const char next = at + 1 < written.size() ? written[at + 1] : ' ';
    if (written[at] != '{' || next < 'a' || next > 'z') return {};
    const auto close = written.find('}', at);
    return close == std::string::npos ? "" : written.substr(at + 1, close - at - 1);
}

bool is_optional(const std::string& written, std::size_t behind) {
    return behind < written.size() && (written[behind] == '?' || written[behind] == '*');
}

}  // namespace

Expression expand(const std::string& written, const SayRules& rules) {
    Expression out;
    int depth = 0;
    bool in_set = false;
    bool choice = false;  // "a|b" at the top: no slot is certain to take part
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char byte = written[i];
        if (byte == '\\' && i + 1 < written.size()) {
            (out.expression += byte) += written[++i];
            continue;
        }
        if (const std::string slot = in_set ? "" : slot_at(written, i); !slot.empty()) {
            const Slot inner = slot_expression(slot_type(slot), rules);
            out.expression += "(?P<" + slot + ">" + inner.expression + ")";
            i += slot.size() + 1;
            if (inner.digits && depth == 0 && !is_optional(written, i + 1)) out.needs_digit = true;
            continue;
        }
        if (byte == '[') in_set = true;
        if (byte == ']') in_set = false;
        if (!in_set && byte == '(') ++depth;
        if (!in_set && byte == ')') --depth;
        if (!in_set && byte == '|' && depth == 0) choice = true;
        if (byte == ' ')
            out.expression += in_set ? kSpaces : kSpace;
        else if (byte == '\'')
            out.expression += in_set ? "'’" : "(?:'|’)";
        else
            out.expression += byte;
    }
    if (choice) out.needs_digit = false;
    return out;
}

}  // namespace declaim
