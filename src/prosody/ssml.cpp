#include "prosody/ssml.hpp"

#include <fmt/format.h>

#include <cmath>

namespace declaim {
namespace {

std::string_view escape_of(char byte) {
    switch (byte) {
        case '&':
            return "&amp;";
        case '<':
            return "&#60;";
        case '>':
            return "&#62;";
        default:
            return {};
    }
}

std::string escape(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        const std::string_view entity = escape_of(byte);
        if (entity.empty())
            out += byte;
        else
            out += entity;
    }
    return out;
}

std::string escape_attribute(std::string_view text) {
    std::string out;
    for (const char byte : escape(text))
        if (byte == '"')
            out += "&#34;";
        else
            out += byte;
    return out;
}

int per_cent(double factor) { return static_cast<int>(std::lround(factor * 100)); }

/// The start tag for a prosody, or "" for a neutral one.
std::string start_tag(const Prosody& prosody) {
    std::string attributes;
    if (const int rate = per_cent(prosody.rate); rate != 100)
        attributes += fmt::format(" rate=\"{}%\"", rate);
    if (const int pitch = per_cent(prosody.pitch); pitch != 100)
        attributes += fmt::format(" pitch=\"{:+}%\"", pitch - 100);
    if (const int range = per_cent(prosody.range); range != 100)
        attributes += fmt::format(" range=\"{:+}%\"", range - 100);
    return attributes.empty() ? "" : "<prosody" + attributes + ">";
}

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Appends the text, escaped, and notes where its characters come to stand.
void add_text(Markup& markup, std::uint32_t at, std::string_view text) {
    MarkupRun run{at, 0, 0};
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view entity = escape_of(text[i]);
        if (begins_character(text[i])) ++run.characters, ++at;
        if (entity.empty()) {
            markup.ssml += text[i] == '[' ? '(' : text[i];  // "[[" would begin phonemes
            continue;
        }
        markup.ssml += entity;
        at += static_cast<std::uint32_t>(entity.size()) - 1;
        markup.runs.push_back(run);
        run = {at, static_cast<std::uint32_t>(i + 1), 0};
    }
    if (run.characters > 0) markup.runs.push_back(run);
}

std::string break_tag(int ms) { return ms > 0 ? fmt::format("<break time=\"{}ms\"/>\n", ms) : ""; }

/// Lines of verse are parted by newlines, which in SSML are only white space: that is all right.
std::string sentence_element(const Utterance& utterance) {
    const std::string tag = start_tag(utterance.prosody);
    return fmt::format("<s>{}{}{}</s>", tag, escape(utterance.text),
                       tag.empty() ? "" : "</prosody>");
}

}  // namespace

Markup mark_up(std::string_view text, const Prosody& prosody) {
    Markup markup;
    const std::string tag = start_tag(prosody);
    markup.ssml = "<s>" + tag;
    add_text(markup, static_cast<std::uint32_t>(markup.ssml.size()), text);
    markup.ssml += tag.empty() ? "</s>" : "</prosody></s>";
    return markup;
}

std::string ssml_document(const Plan& plan, const Speech& speech) {
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<speak version=\"1.1\" xmlns=\"http://www.w3.org/2001/10/synthesis\" xml:lang=\"{}\">\n",
        escape_attribute(speech.source.language));
    if (speech.metadata.title)
        out += fmt::format("<meta name=\"title\" content=\"{}\"/>\n",
                           escape_attribute(*speech.metadata.title));
    if (speech.metadata.speaker)
        out += fmt::format("<meta name=\"author\" content=\"{}\"/>\n",
                           escape_attribute(*speech.metadata.speaker));
    for (std::size_t i = 0; i < plan.utterances.size(); ++i) {
        const Utterance& now = plan.utterances[i];
        const bool begins = i == 0 || plan.utterances[i - 1].block != now.block;
        const bool ends =
            i + 1 == plan.utterances.size() || plan.utterances[i + 1].block != now.block;
        if (begins)
            out += now.language == speech.source.language || now.language.empty()
                       ? "<p>\n"
                       : fmt::format("<p xml:lang=\"{}\">\n", escape_attribute(now.language));
        out += sentence_element(now) + "\n";
        if (ends) out += "</p>\n";
        if (i + 1 < plan.utterances.size()) out += break_tag(now.pause_ms);
    }
    return out + "</speak>\n";
}

}  // namespace declaim
