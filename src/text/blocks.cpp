#include "text/blocks.hpp"

#include <algorithm>

#include "text/address.hpp"
#include "text/directions.hpp"
#include "text/labels.hpp"
#include "text/line_look.hpp"
#include "text/list_marks.hpp"
#include "text/notes.hpp"
#include "text/salutations.hpp"
#include "text/scan.hpp"

namespace declaim {
namespace {

constexpr ByteSet kOpen("([{<*_~");          // what stage directions begin with
constexpr std::size_t kLongestHeading = 20;  // words

bool is_capitalised(const std::vector<Word>& words, const Rules& rules) {
    std::size_t capital = 0;
    std::size_t weighty = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].letter) continue;
        if (!words[i].capital && rules.function_words.match(words, i) != 0) continue;
        ++weighty;
        if (words[i].capital) ++capital;
    }
    return weighty > 0 && capital == weighty;
}

/// Whether a paragraph is short, has no mark at its end and prose below it.
bool is_above_prose(std::string_view text, const Piece* next) {
    if (text.size() > 250 || next == nullptr || !ends_sentence(next->text)) return false;
    const char32_t last = last_visible(text);
    return last != U',' && last != U':' && last != U';' && last != U'-' && last != U'–';
}

/// Whether a paragraph is a heading: short, with prose below it, in capitals, or without a mark at
/// its end and with every weighty word capitalised.
bool is_heading(std::string_view text, const Piece* next, const Rules& rules) {
    if (!is_above_prose(text, next) || (ends_sentence(text) && !is_all_caps(text))) return false;
    const std::vector<Word> words = words_of(text);
    if (words.empty() || words.size() > kLongestHeading) return false;
    const char32_t last = last_visible(text);
    const bool roman = text.find_first_not_of("IVXLC. ") == std::string_view::npos;
    if (is_all_caps(text)) return last != U'!' && last != U'?' && (words.size() > 1 || roman);
    if (ends_sentence(text) || is_closing_mark(last)) return false;
    return words.size() <= 12 && is_capitalised(words, rules) && !has_voice(text, rules) &&
           rules.address.sentence_words.match(words, 0) == 0;
}

/// "2. The schools" above prose; others like it make it a heading.
bool is_numbered_head(std::string_view text, const Piece* next) {
    const ListMark mark = list_mark(text);
    if (mark.end == 0 || mark.bullet || text.size() > 100 || ends_sentence(text)) return false;
    return is_above_prose(text, next) && list_mark(next->text).end == 0;
}

/// One pair of quotes around the whole.
bool is_in_quotes(std::string_view text) {
    const char32_t first = first_visible(text);
    return is_opening_mark(first) && first != U'(' && first != U'[' && first != U'*' &&
           is_closing_mark(last_visible(text)) && last_visible(text) != U'*' && text.size() > 40;
}

class BlockMaker {
  public:
    BlockMaker(const std::vector<Piece>& pieces, const Rules& rules, RuleShelf& shelf,
               std::vector<Rewritten>& rewritten)
        : pieces_(pieces),
          rules_(rules),
          shelf_(shelf),
          rewritten_(rewritten),
          labels_(pieces, rules) {}

    std::vector<Block> make() {
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (is_numbered_head(pieces_[i].text, next(i))) ++numbered_heads_;
        for (std::size_t i = 0; i < pieces_.size(); ++i) add(i);
        mark_notes(blocks_, rules_);
        mark_salutations(blocks_, rules_);
        return std::move(blocks_);
    }

  private:
    void put(BlockKind kind, const Piece& piece) {
        if (!piece.text.empty()) blocks_.push_back(make_block(kind, piece, shelf_));
    }

    void add(std::size_t i) {
        const Piece& piece = pieces_[i];
        if (piece.note) return put(BlockKind::note, piece);
        if (piece.address && !is_mere_item(i)) return add_address(piece);
        if (is_direction(piece.text, rules_)) return put(BlockKind::direction, piece);
        if (const std::size_t bullet = bullet_end(piece.text); bullet != 0 && is_listed(i)) {
            const Piece item = without_bullet(piece, bullet);
            const bool address = address_look(item.text, rules_.address) == AddressLook::strong;
            return add_between_directions(address ? BlockKind::address : BlockKind::list_item,
                                          item);
        }
        if (piece.verse) return put(BlockKind::verse, piece);
        const std::size_t label = labels_.at_head(piece.text);
        if (label == piece.text.size() && !heads_list(i))
            return put(BlockKind::speaker_label, piece);
        if (is_head(i)) return put(BlockKind::heading, piece);
        if (is_item(i)) return add_between_directions(BlockKind::list_item, piece);
        if (is_quote(i)) return add_between_directions(BlockKind::quote, piece);
        add_paragraph(piece, label);
    }

    [[nodiscard]] const Piece* next(std::size_t i) const {
        return i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr;
    }

    /// "THREE THINGS TOMORROW:" above the three is nobody's name.
    [[nodiscard]] bool heads_list(std::size_t i) const {
        const Piece* below = next(i);
        return below != nullptr && (bullet_end(below->text) != 0 || below->role == Role::item);
    }

    [[nodiscard]] bool is_head(std::size_t i) const {
        const Piece& piece = pieces_[i];
        if (piece.role != Role::none) return piece.role == Role::heading;
        // The last of a stack of names or items is none.
        const Piece* above = i > 0 ? &pieces_[i - 1] : nullptr;
        const bool stacked = above != nullptr && !piece.starts_block && !ends_sentence(above->text);
        if (!stacked && is_heading(piece.text, next(i), rules_)) return true;
        return numbered_heads_ > 1 && is_numbered_head(piece.text, next(i)) &&
               (above == nullptr || list_mark(above->text).end == 0);
    }

    /// Numbered like a neighbour, and short: reports number their paragraphs.
    [[nodiscard]] bool is_item(std::size_t i) const {
        constexpr std::size_t kLongest = 300;
        if (pieces_[i].role == Role::item) return true;
        const ListMark mark = list_mark(pieces_[i].text);
        if (mark.end == 0 || mark.bullet || pieces_[i].text.size() > kLongest) return false;
        const auto fits = [&](const Piece& other, int step) {
            const ListMark near = list_mark(other.text);
            return near.end != 0 && !near.bullet && other.text.size() <= kLongest &&
                   (mark.number == 0 ? near.number == 0 : near.number == mark.number + step);
        };
        return (i > 0 && fits(pieces_[i - 1], -1)) || (next(i) != nullptr && fits(*next(i), 1));
    }

    /// By its element; set in from prose on every line; or in quotes behind a colon.
    [[nodiscard]] bool is_quote(std::size_t i) const {
        const Piece& piece = pieces_[i];
        if (piece.role == Role::quote || (piece.indented && piece.more_lines > 0)) return true;
        return i > 0 && last_visible(pieces_[i - 1].text) == U':' && is_in_quotes(piece.text);
    }

    [[nodiscard]] bool is_listed(std::size_t i) const {
        const auto marked = [](const Piece& piece) { return bullet_end(piece.text) != 0; };
        if (pieces_[i].role == Role::item || (i > 0 && marked(pieces_[i - 1]))) return true;
        return (next(i) != nullptr && marked(*next(i))) ||
               address_look(pieces_[i].text.substr(bullet_end(pieces_[i].text)), rules_.address) ==
                   AddressLook::strong;
    }

    /// Several salutations on one line stay together, as they are spoken.
    /// "- teachers," below "We need:": an office in a list is no salutation.
    [[nodiscard]] bool is_mere_item(std::size_t i) const {
        const std::string& text = pieces_[i].text;
        const std::size_t bullet = bullet_end(text);
        return bullet != 0 && i > 0 && last_visible(pieces_[i - 1].text) == U':' &&
               !pieces_[i - 1].address &&
               address_look(text.substr(bullet), rules_.address) != AddressLook::strong;
    }

    void add_address(const Piece& piece) {
        const std::size_t bullet = bullet_end(piece.text);
        put(BlockKind::address, bullet == 0 ? piece : without_bullet(piece, bullet));
    }

    Piece without_bullet(const Piece& piece, std::size_t bullet) {
        rewritten_.push_back({piece.text.substr(0, bullet - 1), "", "bullet",
                              piece.lines({0, bullet}), piece.rows({0, bullet}).first});
        return piece.part({bullet, piece.text.size()});
    }

    /// `label` is the end of the one at its head, 0 for none.
    void add_paragraph(const Piece& piece, std::size_t label) {
        if (label != 0) {
            put(BlockKind::speaker_label, piece.part({0, label}));
            return add_addressed(piece.part({label, piece.text.size()}));
        }
        add_addressed(piece);
    }

    void add_addressed(const Piece& piece) {
        const std::size_t end = opening_address(piece.text, rules_.address);
        if (end == 0) return add_between_directions(BlockKind::paragraph, piece);
        put(BlockKind::address, piece.part({0, end}));
        add_between_directions(BlockKind::paragraph, piece.part({end, piece.text.size()}));
    }

    /// Stage directions between the sentences of a text become blocks of their own.
    void add_between_directions(BlockKind kind, const Piece& piece) {
        if (!kOpen.occurs(piece.text)) return put(kind, piece);
        std::size_t begin = 0;
        for (std::size_t at = kOpen.find(piece.text); at != std::string::npos;
             at = kOpen.find(piece.text, at + 1)) {
            const std::string_view before = std::string_view(piece.text).substr(begin, at - begin);
            const bool between = last_visible(before) == 0 || ends_sentence(before);
            const std::size_t end = between ? direction_end(piece.text, at, rules_) : 0;
            if (end == 0) continue;
            put(kind, piece.part({begin, at}));
            put(BlockKind::direction, piece.part({at, end}));
            begin = end;
            at = end - 1;
        }
        put(kind, piece.part({begin, piece.text.size()}));
    }

    const std::vector<Piece>& pieces_;
    const Rules& rules_;
    RuleShelf& shelf_;
    std::vector<Rewritten>& rewritten_;
    Labels labels_;
    std::vector<Block> blocks_;
    std::size_t numbered_heads_ = 0;
};

}  // namespace

Block make_block(BlockKind kind, const Piece& piece, RuleShelf& shelf) {
    Block block;
    block.kind = kind;
    block.text = piece.text;
    block.language = piece.language;
    block.lines = piece.lines({0, piece.text.size()});
    block.rows = piece.rows({0, piece.text.size()});
    std::string flat;  // a sentence runs over the lines of verse
    if (piece.text.find('\n') != std::string::npos) {
        flat = piece.text;
        std::replace(flat.begin(), flat.end(), '\n', ' ');
    }
    const std::string_view text = flat.empty() ? piece.text : flat;
    for (const ByteRange& range : shelf.splitter(piece.language).split(text))
        block.sentences.push_back({range, piece.lines(range)});
    return block;
}

std::vector<Block> make_blocks(const std::vector<Piece>& pieces, const Rules& rules,
                               RuleShelf& shelf, std::vector<Rewritten>& rewritten) {
    return BlockMaker(pieces, rules, shelf, rewritten).make();
}

}  // namespace declaim
