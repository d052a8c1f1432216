#include "say/reading.hpp"

#include <cctype>
#include <map>
#include <stdexcept>

#include "say/formats.hpp"
#include "say/pattern.hpp"
#include "say/rules.hpp"

namespace declaim {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> out(1);
    for (const char byte : text)
        if (byte == mark)
            out.emplace_back();
        else
            out.back() += byte;
    return out;
}

ReadingFormat parse_format(const std::string& text) {
    ReadingFormat format;
    const auto open = text.find('(');
    format.name = text.substr(0, open);
    if (open == std::string::npos) return format;
    if (text.back() != ')') throw std::invalid_argument("'" + text + "' has no closing ')'");
    format.arguments = split(text.substr(open + 1, text.size() - open - 2), ',');
    return format;
}

ReadingPart parse_slot(const std::string& text, int option) {
    ReadingPart part;
    part.option = option;
    const auto colon = text.find(':');
    part.slot = text.substr(0, colon);
    if (part.slot.empty()) throw std::invalid_argument("'{" + text + "}' names no slot");
    if (colon != std::string::npos)
        for (const std::string& each : split(text.substr(colon + 1), '|'))
            part.formats.push_back(parse_format(each));
    return part;
}

std::optional<std::string> say(const ReadingPart& part, const PatternMatch& match,
                               const SayRules& rules, const SayContext& context) {
    const auto found = match.slots.find(part.slot);
    if (found == match.slots.end()) return "";
    FormatInput input{std::string(found->second), nullptr, match, rules, context};
    if (const auto list = rules.words.find(slot_type(part.slot)); list != rules.words.end()) {
        input.word = list->second.find(found->second);
        if (input.word != nullptr) input.text = input.word->said;
    }
    for (const ReadingFormat& format : part.formats) {
        auto said = apply_format(format, input);
        if (!said) return std::nullopt;
        input.text = std::move(*said);
    }
    return input.text;
}

/// Which options have all their slots; [0] always.
std::map<int, bool> options_met(const Reading& reading, const PatternMatch& match) {
    std::map<int, bool> met{{0, true}};
    for (const ReadingPart& part : reading.parts) {
        const bool here = part.slot.empty() || match.slots.contains(part.slot);
        const auto [at, fresh] = met.try_emplace(part.option, here);
        if (!fresh && part.option > 0) at->second = at->second && here;
    }
    return met;
}

std::string single_spaces(const std::string& text) {
    std::string out;
    for (const char byte : text) {
        if (byte == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += byte;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string_view slot_type(std::string_view slot) {
    while (!slot.empty() && slot.back() >= '0' && slot.back() <= '9') slot.remove_suffix(1);
    return slot;
}

Reading parse_reading(const std::string& text) {
    Reading reading{text, {}};
    int option = 0;
    int options = 0;
    std::string words;
    const auto flush = [&] {
        if (!words.empty()) reading.parts.push_back({std::move(words), "", {}, option});
        words.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{') {
            flush();
            const auto close = text.find('}', i);
            if (close == std::string::npos) throw std::invalid_argument("a '{' is not closed");
            reading.parts.push_back(parse_slot(text.substr(i + 1, close - i - 1), option));
            i = close;
        } else if (text[i] == '[') {
            if (option != 0) throw std::invalid_argument("a '[' within another");
            flush();
            option = ++options;
        } else if (text[i] == ']') {
            if (option == 0) throw std::invalid_argument("a ']' without '['");
            flush();
            option = 0;
        } else {
            words += text[i];
        }
    }
    flush();
    if (option != 0) throw std::invalid_argument("a '[' is not closed");
    return reading;
}

std::optional<std::string> read_out(const Reading& reading, const PatternMatch& match,
                                    const SayRules& rules, const SayContext& context) {
    const auto met = options_met(reading, match);
    std::string out;
    for (const ReadingPart& part : reading.parts) {
        if (!met.at(part.option)) continue;
        if (part.slot.empty()) {
            out += part.words;
            continue;
        }
        const auto said = say(part, match, rules, context);
        if (!said) return std::nullopt;
        out += *said;
    }
    return single_spaces(out);
}

}  // namespace declaim
