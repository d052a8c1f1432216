#include "text/speaker.hpp"

#include <algorithm>

#include "base/unicode.hpp"
#include "text/persons.hpp"
#include "text/speaker_abstract.hpp"
#include "text/speaker_evidence.hpp"
#include "text/speaker_header.hpp"
#include "text/speaker_labels.hpp"
#include "text/speaker_titles.hpp"
#include "text/speaker_votes.hpp"

namespace declaim {
namespace speaker {
namespace {

class Weigher {
  public:
    Weigher(Metadata& found, const Evidence& seen)
        : found_(found), seen_(seen), votes_(seen.rules) {}

    void weigh() {
        hear_titles(seen_, votes_);
        hear_header(seen_, votes_);
        own_ = hear_intro(seen_, votes_);
        hear_foot();
        hear_authors();
        hear_labels(seen_, votes_);
        hear_words();
        decide();
    }

  private:
    void hear_foot() {
        constexpr std::size_t kMost = 3;
        std::size_t last = seen_.page.lines.size();
        while (last > 0 && !seen_.reasons[last - 1].empty()) --last;
        for (std::size_t i = last; i < seen_.page.lines.size() && i < last + kMost; ++i) {
            const std::string_view text = seen_.page.lines[i].text;
            if (seen_.is_credit(text) ||
                is_one_of(seen_.reasons[i], {"related", "navigation", "comments"}))
                continue;
            const std::vector<Word> words = words_of(text);
            const std::size_t opener = seen_.rules.fields.author.match(words, 0);
            if (opener != 0 && opener < words.size()) {
                if (const auto person = person_at(text.substr(words[opener].begin), seen_.rules))
                    votes_.add(person->name, kWeak, Place::author, text);
                continue;
            }
            const auto person = person_at(text, seen_.rules);
            if (person && person->end == text.size() && !seen_.is_word_of_text(person->name, false))
                votes_.add(person->name, kWeak, Place::foot, text);
        }
    }

    void hear_authors() {
        for (const std::string& author : seen_.facts.authors) {
            const auto person = person_at(author, seen_.rules);
            if (person) votes_.add(person->name, kWeak, Place::author, author);
        }
        own_ = own_ || (seen_.found.title && seen_.is_own(*seen_.found.title));
        for (const std::string& title : seen_.facts.titles) own_ = own_ || seen_.is_own(title);
    }

    /// The names in the address of the page and the words it is filed under.
    void hear_words() {
        std::string words;
        for (const Declared& declared : seen_.page.declared) {
            const bool address = declared.name == "og:url" || declared.name == "canonical" ||
                                 declared.from == "address";
            const bool keys = declared.name == "keywords" || declared.name == "news_keywords" ||
                              declared.name == "article:tag" || declared.name == "og:image:alt";
            if (address || keys) words += folded_words(declared.value);
        }
        for (const std::string& site : seen_.facts.sites) words += folded_words(site);
        for (Candidate& candidate : votes_.candidates())
            if (words_of(candidate.name).size() > 1 &&
                words.find(folded_words(candidate.name)) != std::string::npos)
                candidate.weights.at(static_cast<std::size_t>(Place::words)) = kWeak;
    }

    [[nodiscard]] bool owns_site(const std::string& name) const {
        const std::string wanted = folded_words(name);
        const auto has = [&](const std::string& text) {
            return folded_words(text).find(wanted) != std::string::npos;
        };
        return std::any_of(seen_.facts.sites.begin(), seen_.facts.sites.end(), has);
    }

    /// Who put the page out spoke, where the title says so.
    void trust_authors() {
        for (Candidate& candidate : votes_.candidates()) {
            int& author = candidate.weights.at(static_cast<std::size_t>(Place::author));
            if (author > 0 && (own_ || owns_site(candidate.name))) author = kEnough;
        }
    }

    void decide() {
        if (found_.speaker && may_be_name(*found_.speaker, seen_.rules)) hear_found();
        trust_authors();
        if (found_.speaker && !may_be_name(*found_.speaker, seen_.rules)) {
            found_.speaker.reset();
            found_.role.reset();
        }
        const Candidate* best = nullptr;
        for (const Candidate& candidate : votes_.candidates())
            if (best == nullptr || candidate.total() > best->total()) best = &candidate;
        if (best == nullptr || best->total() < kEnough) {
            if (!found_.speaker) found_.speaker = surname_in_label(seen_);
            return;
        }
        const Candidate* now = nullptr;
        for (const Candidate& candidate : votes_.candidates())
            if (found_.speaker && same_person(candidate.name, *found_.speaker, seen_.rules))
                now = &candidate;
        if (found_.speaker && best != now && now != nullptr &&
            best->total() < now->total() + kOverrule)
            best = now;
        take(*best, best == now);
    }

    /// What the header is read to say, but for the names of photographers and the like.
    void hear_found() {
        for (std::size_t i = 0; i < seen_.first; ++i)
            if (seen_.is_credit(seen_.page.lines[i].text) &&
                seen_.page.lines[i].text.find(*found_.speaker) != std::string::npos) {
                found_.speaker.reset();
                found_.role.reset();
                return;
            }
        votes_.add(*found_.speaker, kFound, Place::found);
    }

    void take(const Candidate& best, bool same) {
        const bool shorter = same && words_of(*found_.speaker).size() >= words_of(best.name).size();
        if (!shorter || best.name.size() < found_.speaker->size()) found_.speaker = best.name;
        if (!same) found_.role.reset();
        if (!found_.role) found_.role = best.role;
    }

    Metadata& found_;
    const Evidence& seen_;
    Votes votes_;
    bool own_ = false;
};

}  // namespace
}  // namespace speaker

void weigh_speaker(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
                   const std::vector<Block>& blocks, const DeclaredFacts& facts,
                   const Rules& rules) {
    if (facts.written.speaker) return;
    const speaker::Evidence seen(found, page, reasons, blocks, facts, rules);
    speaker::Weigher(found, seen).weigh();
}

}  // namespace declaim
