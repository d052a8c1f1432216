#include "cli/inspect_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/columns.hpp"
#include "cli/commands.hpp"

namespace declaim {
namespace {

constexpr std::size_t kWidest = 80;
constexpr std::size_t kExamples = 2;           // of what was left out for one reason
constexpr std::size_t kMostHeadings = 20;      // the others are counted
constexpr std::size_t kLongestSentence = 280;  // columns
constexpr std::size_t kMostSpeakers = 12;

/// "1 turn", "2 turns"
std::string count_of(std::size_t count, const std::string& one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string joined(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts)
        if (!part.empty()) out += (out.empty() ? "" : " · ") + part;
    return out;
}

class InspectPage {
  public:
    InspectPage(const Speech& speech, const Screen& screen)
        : speech_(speech),
          screen_(screen),
          width_(screen.columns == 0 ? kWidest : std::min(screen.columns, kWidest)) {}

    std::string make(const Estimate& length, const std::string& voice, bool all) {
        add_head(length, voice);
        add_outline();
        add_ends();
        all ? add_everything() : add_dropped();
        if (!all) add_rewritten();
        add_warnings();
        return std::move(out_);
    }

  private:
    void add_head(const Estimate& length, const std::string& voice) {
        const Metadata& known = speech_.metadata;
        add_title(known.title.value_or("(title not known)"));
        const std::string role = known.role ? ", " + *known.role : "";
        add_title(known.speaker.value_or("(speaker not known)") + role);
        const std::string held = joined({known.date.value_or("(date not known)"),
                                         known.occasion.value_or(""), known.place.value_or("")});
        out_ += wrap(held, width_, 0);
        const SourceInfo& source = speech_.source;
        out_ += wrap(joined({languages(), source.format, source.encoding,
                             fmt::format("{} bytes", source.bytes)}),
                     width_, 0);
        out_ += wrap(fmt::format("{} words, about {} in the voice '{}'", length.words,
                                 clock_time(length.seconds), voice),
                     width_, 0);
    }

    void add_title(const std::string& text) {
        std::string lines = wrap(text, width_, 0);
        if (!lines.empty()) lines.pop_back();
        out_ += screen_.paint(kBold, lines) + "\n";
    }

    [[nodiscard]] std::string languages() const {
        std::vector<std::string> found{speech_.source.language};
        for (const Block& block : speech_.blocks)
            if (std::find(found.begin(), found.end(), block.language) == found.end())
                found.push_back(block.language);
        std::string out;
        for (const std::string& tag : found) out += (out.empty() ? "" : ", ") + tag;
        return out;
    }

    void heading(const std::string& text) {
        out_ += "\n" + screen_.paint(kBold, shorten(text, width_)) + "\n";
    }

    /// "  14  Ladies and Gentlemen,"
    void row(int line, const std::string& text) {
        out_ += shorten(fmt::format("{:>6}  {}", line, flat(text)), width_) + "\n";
    }

    /// Verse has lines.
    static std::string flat(std::string text) {
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    void add_outline() {
        std::map<BlockKind, std::size_t> kinds;
        for (const Block& block : speech_.blocks) ++kinds[block.kind];
        std::vector<std::string> counts;
        for (const auto& [kind, count] : kinds) {
            std::string name(name_of(kind));
            std::replace(name.begin(), name.end(), '_', ' ');
            const bool sibilant = name.ends_with('s') && count != 1;
            counts.push_back(count_of(count, sibilant ? name + "e" : name));
        }
        heading("The speech");
        out_ += wrap(joined(counts), width_, 2);
        std::size_t headings = 0;
        for (const Block& block : speech_.blocks)
            if (block.kind == BlockKind::heading && ++headings <= kMostHeadings)
                row(block.lines.first, block.text);
        if (headings > kMostHeadings)
            out_ += fmt::format("        … and {} more headings\n", headings - kMostHeadings);
        add_speakers();
    }

    void add_speakers() {
        std::vector<std::pair<std::string, std::size_t>> turns;  // in the order they speak
        std::map<std::string, std::size_t> places;
        for (const Block& block : speech_.blocks) {
            if (block.kind != BlockKind::speaker_label) continue;
            const auto [place, fresh] = places.emplace(block.text, turns.size());
            if (fresh) turns.emplace_back(block.text, 0);
            ++turns[place->second].second;
        }
        for (std::size_t i = 0; i < std::min(turns.size(), kMostSpeakers); ++i)
            out_ +=
                shorten(fmt::format("  {} {}", turns[i].first, count_of(turns[i].second, "turn")),
                        width_) +
                "\n";
        if (turns.size() > kMostSpeakers)
            out_ += fmt::format("  … and {} more speakers\n", turns.size() - kMostSpeakers);
    }

    void add_ends() {
        std::vector<std::pair<const Block*, const Sentence*>> spoken;
        for (const Block& block : speech_.blocks)
            if (is_spoken(block.kind))
                for (const Sentence& sentence : block.sentences)
                    spoken.emplace_back(&block, &sentence);
        if (spoken.empty()) return;
        heading("First and last words");
        for (const auto& [block, sentence] : {spoken.front(), spoken.back()}) {
            std::string text = flat(std::string(declaim::text_of(*block, *sentence)));
            text = wrap(shorten(text, kLongestSentence), width_, 8);
            out_ += fmt::format("{:>6}", sentence->lines.first) + text.substr(6);
        }
    }

    void add_dropped() {
        if (speech_.dropped.empty()) return;
        heading(fmt::format("Left out: {} (every one with --all)",
                            count_of(speech_.dropped.size(), "line")));
        std::map<std::string, std::vector<const Dropped*>> items;
        for (const Dropped& item : speech_.dropped) items[item.reason].push_back(&item);
        for (const auto& [reason, count] : by_reason(speech_.dropped)) {
            out_ += "  " + screen_.paint(kRed, reason) + fmt::format(" {}\n", count);
            for (std::size_t i = 0; i < std::min(count, kExamples); ++i)
                row(items[reason][i]->lines.first, items[reason][i]->text);
        }
    }

    void add_rewritten() {
        if (speech_.rewritten.empty()) return;
        heading(fmt::format("Rewritten: {}", count_of(speech_.rewritten.size(), "place")));
        std::map<std::string, std::pair<std::size_t, const Rewritten*>> reasons;
        for (const Rewritten& change : speech_.rewritten) {
            auto& [count, first] = reasons[change.reason];
            if (++count == 1) first = &change;
        }
        for (const auto& [reason, found] : reasons) {
            out_ += "  " + screen_.paint(kYellow, reason) + fmt::format(" {}\n", found.first);
            row(found.second->lines.first, change_text(*found.second));
        }
    }

    static std::string change_text(const Rewritten& change) {
        return change.from + " → " + (change.to.empty() ? "(nothing)" : change.to);
    }

    void all_rows(int line, std::string_view what, const std::string& text) {
        out_ += shorten(fmt::format("{:>6}  {:16} {}", line, what, flat(text)), width_) + "\n";
    }

    void add_everything() {
        heading(fmt::format("Blocks: {}", speech_.blocks.size()));
        for (const Block& block : speech_.blocks)
            all_rows(block.lines.first, name_of(block.kind), block.text);
        heading(fmt::format("Left out: {}", count_of(speech_.dropped.size(), "line")));
        for (const Dropped& item : speech_.dropped)
            all_rows(item.lines.first, item.reason, item.text);
        heading(fmt::format("Rewritten: {}", count_of(speech_.rewritten.size(), "place")));
        for (const Rewritten& change : speech_.rewritten)
            all_rows(change.lines.first, change.reason, change_text(change));
    }

    void add_warnings() {
        if (speech_.warnings.empty()) return;
        heading("Warnings");
        for (const std::string& warning : speech_.warnings) out_ += wrap(warning, width_, 2);
    }

    const Speech& speech_;
    const Screen& screen_;
    std::size_t width_;
    std::string out_;
};

}  // namespace

std::string inspect_page(const Speech& speech, const Estimate& length, const std::string& voice,
                         const Screen& screen, bool all) {
    return InspectPage(speech, screen).make(length, voice, all);
}

}  // namespace declaim
