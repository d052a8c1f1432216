#include "prosody/ssml.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "prosody/tags.hpp"

namespace declaim {
namespace {

/// What is written, with what is said for it.
std::string element(const SpokenSpan& span, std::string_view written) {
    std::string out = escape(written);
    if (!span.ipa.empty())
        out = fmt::format("<phoneme alphabet=\"ipa\" ph=\"{}\">{}</phoneme>",
                          escape_attribute(span.ipa), out);
    else if (span.words != written)
        out = fmt::format("<sub alias=\"{}\">{}</sub>", escape_attribute(span.words), out);
    if (!span.language.empty())
        out = fmt::format("<lang xml:lang=\"{}\">{}</lang>", escape_attribute(span.language), out);
    return out;
}

/// The sentence from `at`, which it moves, up to `end`, or to the end of a span that crosses it.
std::string stretch(const Utterance& utterance, std::size_t& at, std::size_t& span,
                    std::size_t end) {
    const std::string_view text = utterance.text;
    const auto& spans = utterance.spoken;
    std::string out;
    for (; span < spans.size() && spans[span].written.begin < end; ++span) {
        const ByteRange& written = spans[span].written;
        out += escape(text.substr(at, written.begin - at));
        out += element(spans[span], text.substr(written.begin, written.end - written.begin));
        at = written.end;
    }
    if (at >= end) return out;
    out += escape(text.substr(at, end - at));
    at = end;
    return out;
}

/// Lines of verse are parted by newlines, which in SSML are only white space: that is all right.
std::string sentence_element(const Utterance& utterance) {
    std::vector<Phrase> phrases = utterance.phrases;
    if (phrases.empty()) phrases.push_back({{}, utterance.prosody, 0});
    phrases.back().where.end = utterance.text.size();
    std::string out = "<s>";
    std::size_t at = 0;
    std::size_t span = 0;
    for (const Phrase& phrase : phrases) {
        const std::string said = stretch(utterance, at, span, phrase.where.end);
        const std::string tag = said.empty() ? "" : start_tag(phrase.prosody);
        out += tag + said + (tag.empty() ? "" : "</prosody>");
        if (phrase.pause_ms > 0 && at < utterance.text.size()) out += break_tag(phrase.pause_ms);
    }
    return out + "</s>";
}

}  // namespace

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
        if (i + 1 < plan.utterances.size() && now.pause_ms > 0)
            out += break_tag(now.pause_ms) + "\n";
    }
    return out + "</speak>\n";
}

}  // namespace declaim
