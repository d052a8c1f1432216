#include "text/speaker.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "text/directions.hpp"
#include "text/metadata_merge.hpp"
#include "text/persons.hpp"

namespace declaim {
namespace {

/// The places that may name the speaker. What several lines of one place say counts once.
enum class Place { found, title, page_title, line, abstract, caption, author, label, foot, words };
constexpr std::size_t kPlaces = 10;

constexpr int kEnough = 6;    // a place that names the speaker as such
constexpr int kLikely = 4;    // two such are enough
constexpr int kWeak = 2;      // adds to others
constexpr int kFound = 6;     // what the header is read to say
constexpr int kOverrule = 3;  // by so much another must be more

constexpr std::size_t kMostCandidates = 64;

struct Candidate {
    std::string name;
    bool oblique = false;
    std::optional<std::string> role;
    std::array<int, kPlaces> weights{};
    std::size_t order = 0;

    [[nodiscard]] int total() const {
        int sum = 0;
        for (const int weight : weights) sum += weight;
        return sum;
    }
};

std::string folded_words(std::string_view text) {
    std::string out = " ";
    for (const Word& word : words_of(text)) out += word.folded + " ";
    return out;
}

/// The parts of a line between dashes and bars.
std::vector<std::string_view> segments_of(std::string_view line) {
    static constexpr std::array<std::string_view, 8> kMarks{" – ", " — ", " - ", " | ",
                                                            " • ", " · ", " / ", "; "};
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < line.size(); ++at)
        for (const std::string_view mark : kMarks)
            if (line.substr(at, mark.size()) == mark) {
                parts.push_back(line.substr(begin, at - begin));
                begin = at + mark.size();
                at = begin - 1;
                break;
            }
    parts.push_back(line.substr(std::min(begin, line.size())));
    return parts;
}

bool is_one_of(std::string_view reason, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), reason) != list.end();
}

class Weigher {
  public:
    Weigher(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
            const std::vector<Block>& blocks, const DeclaredFacts& facts, const Rules& rules)
        : found_(found),
          page_(page),
          reasons_(reasons),
          blocks_(blocks),
          facts_(facts),
          rules_(rules) {
        while (first_ < reasons_.size() && !reasons_[first_].empty()) ++first_;
        for (const PageLine& line : page_.lines)
            for (const Word& word : words_of(line.text))
                if (word.letter && !word.capital) small_.insert(word.folded);
    }

    void weigh() {
        hear_titles();
        hear_header();
        hear_intro();
        hear_foot();
        hear_authors();
        hear_labels();
        hear_words();
        decide();
    }

  private:
    // --- voices

    void add(std::string_view name, int weight, Place place, std::string_view line = {},
             bool oblique = false) {
        if (weight == 0 || !may_be_name(name, rules_)) return;
        std::optional<std::string> role = role_beside(line, name, rules_);
        const std::string clean = without_honours(name, rules_);
        for (Candidate& known : candidates_) {
            if (!same_person(known.name, clean, rules_)) continue;
            int& now = known.weights.at(static_cast<std::size_t>(place));
            now = std::max(now, weight);
            if (!known.role) known.role = role;
            if (is_better(clean, oblique, known)) {
                known.name = clean;
                known.oblique = oblique;
            }
            return;
        }
        if (candidates_.size() == kMostCandidates) return;
        candidates_.push_back({clean, oblique, role, {}, candidates_.size()});
        candidates_.back().weights.at(static_cast<std::size_t>(place)) = weight;
    }

    static bool is_better(const std::string& name, bool oblique, const Candidate& known) {
        if (oblique != known.oblique) return known.oblique;
        const bool caps = is_all_caps(name);
        if (caps != is_all_caps(known.name)) return !caps;
        const auto letters = [](const std::string& text) {
            std::size_t whole = 0;  // words that are no initial
            for (const Word& word : words_of(text)) whole += characters(word.folded) > 1 ? 1U : 0U;
            return whole;
        };
        return letters(name) > letters(known.name);
    }

    /// Whether a word of the name stands somewhere in lower case: "Climate Change".
    [[nodiscard]] bool is_word_of_text(std::string_view name, bool all) const {
        std::size_t small = 0;
        std::size_t count = 0;
        for (const Word& word : words_of(name)) {
            if (!word.capital || characters(word.folded) < 2) continue;
            ++count;
            small += small_.count(word.folded);
        }
        return all ? small == count : small > 0;
    }

    [[nodiscard]] bool has_genre(std::string_view text) const {
        return rules_.furniture.genres.occurs(words_of(text));
    }

    /// "My farewell speech", "What I said at the forum".
    [[nodiscard]] bool is_own(std::string_view text) const {
        const std::vector<Word> words = words_of(text);
        if (rules_.fields.told.occurs(words)) return true;
        for (std::size_t i = 0; i < words.size(); ++i)
            for (std::size_t near = i + 1; near < words.size() && near <= i + 3; ++near)
                if (rules_.fields.own.match(words, i) != 0 &&
                    rules_.furniture.genres.match(words, near) != 0)
                    return true;
        return false;
    }

    // --- titles

    void hear_titles() {
        if (found_.title) hear_title(*found_.title);
        for (const std::string& title : facts_.titles) {
            const std::vector<std::string_view> parts = segments_of(title);
            for (const std::string_view part : parts) {
                hear_title(part);
                const std::vector<Word> words = words_of(part);
                const std::size_t opener = rules_.furniture.bylines.match(words, 0);
                if (opener == 0 || opener >= words.size()) continue;
                const std::string_view rest = part.substr(words[opener].begin);
                const auto person = person_at(rest, rules_);
                if (!person || person->end < rest.size()) continue;
                const bool speech = has_genre(title) || is_own(title);
                add(person->name, person->titled || speech ? kEnough : kLikely, Place::page_title,
                    part);
            }
        }
    }

    void hear_title(std::string_view title) {
        bool oblique = false;
        if (const auto person = person_behind_genre(title, rules_, oblique))
            if (!is_word_of_text(person->name, true))
                add(person->name, oblique ? kEnough - 1 : kEnough, Place::title, title, oblique);
        const std::size_t colon = title.find(": ");
        if (colon != std::string_view::npos) hear_sides(title, colon);
        const auto person = person_at(title, rules_);
        if (!person) return;
        const std::vector<Word> behind = words_of(title.substr(person->end));
        const bool verb = !behind.empty() && !behind[0].capital && behind[0].letter &&
                          (rules_.fields.acts.match(behind, 0) != 0 ||
                           rules_.furniture.occasions.match(behind, 0) == 0) &&
                          rules_.function_words.match(behind, 0) == 0;
        const bool genitive =
            title.substr(person->end, 1) == "'" || title.substr(person->end, 3) == "’";
        if (genitive && has_genre(title.substr(person->end)))
            add(person->name, kEnough, Place::title, title);
        else if (person->titled && (verb || person->end == title.size()))
            add(person->name, kLikely, Place::title, title);
        else if (verb && !is_word_of_text(person->name, false))
            hear_act(title, person->name, behind);
    }

    /// "Jane Doe addresses the forum": what was done tells of a speech.
    void hear_act(std::string_view title, const std::string& name,
                  const std::vector<Word>& behind) {
        const bool told = rules_.furniture.reports.match(behind, 0) != 0;
        const bool act = told || rules_.fields.acts.match(behind, 0) != 0;
        const bool event = rules_.furniture.events.occurs(behind);
        if (act && (event || has_genre(title)))
            add(name, kEnough, Place::title, title);
        else if (told || has_genre(title))
            add(name, kLikely, Place::title, title);
    }

    /// "Jane Doe: Conference Speech", "Transcript: Jane Doe at the forum".
    void hear_sides(std::string_view title, std::size_t colon) {
        const std::string_view head = title.substr(0, colon);
        const std::string_view tail = title.substr(colon + 2);
        const auto before = person_at(head, rules_);
        if (before && before->end == head.size() && !is_word_of_text(before->name, false)) {
            const bool speech = before->titled || has_genre(tail);
            add(before->name, speech ? kEnough : kLikely - 1, Place::title, head);
        }
        if (!rules_.furniture.genres.is(words_of(head))) return;
        const auto behind = person_at(tail, rules_);
        if (behind && !is_word_of_text(behind->name, false))
            add(behind->name, kEnough, Place::title, tail);
    }

    // --- lines before the speech

    [[nodiscard]] std::size_t header_begin() const {
        constexpr std::size_t kAbove = 6;
        constexpr std::size_t kMost = 14;
        const std::string title = found_.title ? folded_words(*found_.title) : std::string();
        for (std::size_t i = first_; i > 0 && !title.empty(); --i)
            if (const std::string line = folded_words(page_.lines[i - 1].text);
                line.size() > 4 && (line == title || line.find(title) != std::string::npos) &&
                reasons_[i - 1] == "title")
                return i - 1 > kAbove ? i - 1 - kAbove : 0;
        return first_ > kMost ? first_ - kMost : 0;
    }

    void hear_header() {
        hear_fields_below();
        for (std::size_t i = header_begin(); i < first_; ++i) {
            const std::string_view text = page_.lines[i].text;
            const std::string_view reason = reasons_[i];
            if (i > 0 && hear_field(page_.lines[i - 1].text, text)) continue;
            const std::size_t colon = text.find(':');
            if (colon != std::string_view::npos && colon + 2 < text.size() &&
                hear_field(text.substr(0, colon), text.substr(colon + 1)))
                continue;
            if (is_one_of(reason, {"navigation", "comments", "promotion", "form", "share", "links",
                                   "copyright", "licence", "footnote", "player", "url"}))
                continue;
            if (is_credit(text)) continue;
            if (reason == "caption")
                hear_caption(text);
            else if (ends_sentence(text) && words_of(text).size() > 6)
                hear_abstract(text, kLikely);
            else
                hear_line(text, reason);
        }
    }

    /// Behind a lead that was taken for the speech.
    void hear_fields_below() {
        constexpr std::size_t kBelow = 16;
        for (std::size_t i = first_ + 1; i < page_.lines.size() && i < first_ + kBelow; ++i)
            if (!reasons_[i].empty() && !reasons_[i - 1].empty() &&
                page_.lines[i - 1].text.back() == ':')
                hear_field(page_.lines[i - 1].text, page_.lines[i].text);
    }

    [[nodiscard]] bool is_credit(std::string_view text) const {
        return rules_.fields.credits.match(words_of(text), 0) != 0;
    }

    /// "Delivered by: Jane Doe", or the two on lines of their own. Out: whether it is such a field.
    bool hear_field(std::string_view key, std::string_view value) {
        const std::size_t colon = key.find(':');
        if (colon != std::string_view::npos && colon + 1 < key.size()) return false;
        const std::vector<Word> words = words_of(key);
        const bool speaker = rules_.fields.speaker.is(words);
        const bool role = rules_.furniture.roles.is(words);
        const bool sender = rules_.fields.sender.is(words) || role;
        const bool author = rules_.fields.author.is(words);
        if (!speaker && !sender && !author) return false;
        if (colon == std::string_view::npos && value.size() > 0 && value[0] != ' ' && !speaker)
            return false;  // a line of one word above is no field without a colon
        const std::string text = fold_spaces(value);
        bool heard = false;
        for (const std::string_view part : parts_of_value(text)) {
            const auto person = person_at(part, rules_);
            if (!person) continue;
            const bool sure = speaker || person->titled || role;
            add(person->name, sure ? kEnough + (speaker ? 2 : 0) : kLikely,
                author && !sure ? Place::author : Place::line, part);
            heard = true;
        }
        return heard;
    }

    /// "Department of Health and the Hon. Jane Doe".
    [[nodiscard]] std::vector<std::string_view> parts_of_value(std::string_view value) const {
        std::vector<std::string_view> parts;
        std::size_t begin = 0;
        for (const Word& word : words_of(value)) {
            const std::vector<Word> one{word};
            if (rules_.furniture.ands.match(one, 0) == 0 || word.capital) continue;
            if (word.begin > begin) parts.push_back(value.substr(begin, word.begin - 1 - begin));
            begin = std::min(word.end + 1, value.size());
        }
        parts.push_back(value.substr(begin));
        return parts;
    }

    void hear_line(std::string_view text, std::string_view reason) {
        bool oblique = false;
        if (const auto person = person_behind_genre(text, rules_, oblique))
            add(person->name, oblique ? kEnough - 1 : kEnough, Place::line, text, oblique);
        for (const std::string_view part : segments_of(text)) {
            if (is_credit(part)) continue;
            const std::vector<Word> words = words_of(part);
            if (hear_opener(part, words)) continue;
            auto person = person_at(part, rules_);
            if (!person && words.size() > 2 && rules_.function_words.match(words, 0) == 1)
                hear_company(part.substr(words[1].begin));
            if (!person) continue;
            const std::string_view rest = part.substr(person->end);
            const bool closed = rest.empty() || rest[0] == ',' || rest.substr(0, 2) == " (";
            if (person->titled && closed && !is_word_of_text(person->name, true))
                add(person->name, kEnough, Place::line, part);
            else if (rest.empty() && reason != "date line" && !is_word_of_text(person->name, false))
                add(person->name, kWeak, Place::author, part);
        }
    }

    /// "With Jane Doe, Director of Bread": one of those who spoke.
    void hear_company(std::string_view text) {
        const auto person = person_at(text, rules_);
        if (person && person->titled && !is_word_of_text(person->name, true))
            add(person->name, kLikely, Place::line, text);
    }

    /// "by Jane Doe"; "Pronunciata da Marta Belotti il 25 aprile"; "Posted on 3 May by Jane Doe".
    bool hear_opener(std::string_view part, const std::vector<Word>& words) {
        if (const std::size_t used = rules_.fields.speaker.match(words, 0);
            used != 0 && used < words.size())
            if (const auto person = person_at(part.substr(words[used].begin), rules_)) {
                add(person->name, kEnough + 2, Place::line, part);
                return true;
            }
        const bool posted = rules_.furniture.posted.match(words, 0) != 0 ||
                            rules_.fields.author.match(words, 0) != 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            std::size_t used = rules_.furniture.bylines.match(words, i);
            if (i == 0) used = std::max(used, rules_.fields.author.match(words, 0));
            if (used == 0 || i + used >= words.size()) continue;
            if (i > 0 && !posted) break;
            const auto person = person_at(part.substr(words[i + used].begin), rules_);
            if (!person) continue;
            const bool sure = person->titled && !posted;
            add(person->name, sure ? kEnough : kWeak + 1, sure ? Place::line : Place::author, part);
            return true;
        }
        return hear_reported(part, words);
    }

    /// "Presented to the House by the Honourable Jane Doe".
    bool hear_reported(std::string_view part, const std::vector<Word>& words) {
        if (words.size() < 3 || words[0].folded.empty()) return false;
        for (std::size_t i = 1; i + 1 < words.size(); ++i) {
            if (rules_.fields.by.match(words, i) == 0 || words[i].capital) continue;
            const std::size_t used = std::max(rules_.fields.by.match(words, i),
                                              rules_.furniture.bylines.match(words, i));
            if (i + used >= words.size()) continue;
            const auto person = person_at(part.substr(words[i + used].begin), rules_);
            if (!person || !person->titled) continue;
            add(person->name, kEnough, Place::line, part);
            return true;
        }
        return false;
    }

    /// "Writer Jane Doe spoke to members on Friday": the subject of the first sentence.
    void hear_abstract(std::string_view text, int weight) {
        constexpr std::size_t kFar = 5;
        const std::vector<Word> words = words_of(text);
        for (std::size_t i = 0; i < words.size() && i <= kFar; ++i) {
            if (!words[i].capital) continue;
            const auto person = person_at(text.substr(words[i].begin), rules_);
            if (!person) continue;
            const std::vector<Word> behind = words_of(text.substr(words[i].begin + person->end));
            const bool subject = !behind.empty() && !behind[0].capital;
            const bool told =
                rules_.furniture.reports.occurs(words) || rules_.fields.acts.match(behind, 0) != 0;
            if (!person->titled && is_word_of_text(person->name, false)) return;
            if (subject || person->titled)
                add(person->name, told ? std::max(weight, kEnough) : weight, Place::abstract, text);
            return;
        }
    }

    void hear_caption(std::string_view text) {
        const auto person = person_at(text, rules_);
        if (person && !is_word_of_text(person->name, false))
            add(person->name, kWeak, Place::caption, text);
    }

    /// An editor's words at the head that were taken for the speaker's.
    void hear_intro() {
        constexpr std::size_t kMost = 2;
        std::size_t read = 0;
        for (const Block& block : blocks_) {
            if (block.kind == BlockKind::speaker_label || block.kind == BlockKind::direction)
                continue;
            if (read++ == kMost) break;
            own_ = own_ || rules_.fields.told.occurs(words_of(block.text));
            const std::string_view text = block.sentences.empty()
                                              ? std::string_view(block.text)
                                              : text_of(block, block.sentences.front());
            const std::vector<Word> words = words_of(text);
            const bool voice = rules_.furniture.first_person.occurs(words);
            if (!voice && rules_.furniture.reports.occurs(words))
                hear_abstract(text, kEnough);
            else if (!voice)
                hear_abstract(text, kWeak);
        }
    }

    void hear_foot() {
        constexpr std::size_t kMost = 3;
        std::size_t last = page_.lines.size();
        while (last > 0 && !reasons_[last - 1].empty()) --last;
        for (std::size_t i = last; i < page_.lines.size() && i < last + kMost; ++i) {
            const std::string_view text = page_.lines[i].text;
            if (is_credit(text) || is_one_of(reasons_[i], {"related", "navigation", "comments"}))
                continue;
            const std::vector<Word> words = words_of(text);
            const std::size_t opener = rules_.fields.author.match(words, 0);
            if (opener != 0 && opener < words.size()) {
                if (const auto person = person_at(text.substr(words[opener].begin), rules_))
                    add(person->name, kWeak, Place::author, text);
                continue;
            }
            const auto person = person_at(text, rules_);
            if (person && person->end == text.size() && !is_word_of_text(person->name, false))
                add(person->name, kWeak, Place::foot, text);
        }
    }

    // --- declared

    void hear_authors() {
        for (const std::string& author : facts_.authors) {
            const auto person = person_at(author, rules_);
            if (person) add(person->name, kWeak, Place::author, author);
        }
        own_ = own_ || (found_.title && is_own(*found_.title));
        for (const std::string& title : facts_.titles) own_ = own_ || is_own(title);
    }

    // --- labels

    /// The bytes under each label, and all.
    std::map<std::string, std::size_t> spoken_by(std::size_t& all) const {
        std::map<std::string, std::size_t> spoken;
        const std::string* label = nullptr;
        for (const Block& block : blocks_) {
            if (block.kind == BlockKind::speaker_label) label = &block.text;
            if (!is_spoken(block.kind)) continue;
            all += block.text.size();
            if (label != nullptr) spoken[*label] += block.text.size();
        }
        return spoken;
    }

    /// "SECRETARY DOE:" of the one who speaks most, whose whole name stands elsewhere.
    void hear_labels() {
        std::size_t all = 0;
        const std::map<std::string, std::size_t> spoken = spoken_by(all);
        for (const auto& [text, bytes] : spoken) {
            if (bytes * 10 < all * 4) continue;
            const std::vector<Word> words = words_of(text);
            if (words.empty()) continue;
            for (Candidate& candidate : candidates_)
                if (words_of(candidate.name).back().folded == words.back().folded &&
                    same_label(words, candidate.name))
                    candidate.weights.at(static_cast<std::size_t>(Place::label)) = kEnough;
            if (const auto person = person_at(text, rules_))
                add(person->name, kLikely, Place::label);
        }
    }

    /// "Mr. DOE:" of the one who speaks nearly all, where nothing says the rest of the name.
    [[nodiscard]] std::optional<std::string> surname() const {
        std::size_t all = 0;
        const std::map<std::string, std::size_t> spoken = spoken_by(all);
        for (const auto& [text, bytes] : spoken) {
            const std::vector<Word> words = words_of(text);
            const std::size_t style = rules_.declared.styles.match(words, 0);
            if (bytes * 10 < all * 8 || style == 0 || words.size() != style + 1) continue;
            const std::string name =
                text.substr(words[style].begin, words[style].end - words[style].begin);
            if (words[style].capital && rules_.furniture.roles.match(words, style) == 0 &&
                may_be_name(name, rules_))
                return name;
        }
        return std::nullopt;
    }

    /// The words of a label before the surname are offices, or of the name.
    [[nodiscard]] bool same_label(const std::vector<Word>& label, std::string_view name) const {
        const std::string all = folded_words(name);
        for (std::size_t i = 0; i + 1 < label.size(); ++i) {
            const bool style = rules_.furniture.roles.match(label, i) != 0 ||
                               rules_.declared.styles.match(label, i) != 0;
            const bool named = all.find(" " + label[i].folded) != std::string::npos;
            if (!style && !named) return false;
        }
        return true;
    }

    // --- what confirms

    /// The names in the address of the page and the words it is filed under.
    void hear_words() {
        std::string words;
        for (const Declared& declared : page_.declared) {
            const bool address = declared.name == "og:url" || declared.name == "canonical" ||
                                 declared.from == "address";
            const bool keys = declared.name == "keywords" || declared.name == "news_keywords" ||
                              declared.name == "article:tag" || declared.name == "og:image:alt";
            if (address || keys) words += folded_words(declared.value);
        }
        for (const std::string& site : facts_.sites) words += folded_words(site);
        for (Candidate& candidate : candidates_)
            if (words_of(candidate.name).size() > 1 &&
                words.find(folded_words(candidate.name)) != std::string::npos)
                candidate.weights.at(static_cast<std::size_t>(Place::words)) = kWeak;
    }

    [[nodiscard]] bool owns_site(const std::string& name) const {
        const std::string wanted = folded_words(name);
        const auto has = [&](const std::string& text) {
            return folded_words(text).find(wanted) != std::string::npos;
        };
        return std::any_of(facts_.sites.begin(), facts_.sites.end(), has);
    }

    // --- decision

    /// Who put the page out spoke, where the title says so.
    void trust_authors() {
        for (Candidate& candidate : candidates_) {
            int& author = candidate.weights.at(static_cast<std::size_t>(Place::author));
            if (author > 0 && (own_ || owns_site(candidate.name))) author = kEnough;
        }
    }

    void decide() {
        if (found_.speaker && may_be_name(*found_.speaker, rules_)) hear_found();
        trust_authors();
        if (found_.speaker && !may_be_name(*found_.speaker, rules_)) {
            found_.speaker.reset();
            found_.role.reset();
        }
        const Candidate* best = nullptr;
        for (const Candidate& candidate : candidates_)
            if (best == nullptr || candidate.total() > best->total()) best = &candidate;
        if (best == nullptr || best->total() < kEnough) {
            if (!found_.speaker) found_.speaker = surname();
            return;
        }
        const Candidate* now = nullptr;
        for (const Candidate& candidate : candidates_)
            if (found_.speaker && same_person(candidate.name, *found_.speaker, rules_))
                now = &candidate;
        if (found_.speaker && best != now && now != nullptr &&
            best->total() < now->total() + kOverrule)
            best = now;
        take(*best, best == now);
    }

    /// What the header is read to say, but for the names of photographers and the like.
    void hear_found() {
        for (std::size_t i = 0; i < first_; ++i)
            if (is_credit(page_.lines[i].text) &&
                page_.lines[i].text.find(*found_.speaker) != std::string::npos) {
                found_.speaker.reset();
                found_.role.reset();
                return;
            }
        add(*found_.speaker, kFound, Place::found);
    }

    void take(const Candidate& best, bool same) {
        const bool shorter = same && words_of(*found_.speaker).size() >= words_of(best.name).size();
        if (!shorter || best.name.size() < found_.speaker->size()) found_.speaker = best.name;
        if (!same) found_.role.reset();
        if (!found_.role) found_.role = best.role;
    }

    Metadata& found_;
    const Page& page_;
    const std::vector<std::string_view>& reasons_;
    const std::vector<Block>& blocks_;
    const DeclaredFacts& facts_;
    const Rules& rules_;
    std::vector<Candidate> candidates_;
    std::unordered_set<std::string> small_;
    std::size_t first_ = 0;
    bool own_ = false;
};

}  // namespace

void weigh_speaker(Metadata& found, const Page& page, const std::vector<std::string_view>& reasons,
                   const std::vector<Block>& blocks, const DeclaredFacts& facts,
                   const Rules& rules) {
    if (facts.written.speaker) return;
    Weigher(found, page, reasons, blocks, facts, rules).weigh();
}

}  // namespace declaim
