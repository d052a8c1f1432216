#include "text/blocks.hpp"

#include <algorithm>

#include "text/address.hpp"

namespace declaim {
namespace {

/// A heading has at most so many words; a stage direction in round brackets fewer.
constexpr std::size_t kLongestHeading = 20;
constexpr std::size_t kLongestDirection = 12;
constexpr std::size_t kLongestRemark = 60;
constexpr std::size_t kLongestLabel = 60;  // bytes

bool within(std::string_view text, char32_t open, char32_t close) {
    if (first_visible(text) != open || last_visible(text) != close) return false;
    // One pair only: "(a) and (b)" is text.
    return text.find(static_cast<char>(open), 1) == std::string_view::npos;
}

/// A stage direction alone: square brackets, or round ones with a word of the stage or in capitals.
bool is_direction(std::string_view text, const Rules& rules) {
    if (text.size() > 600) return false;
    const std::vector<Word> words = words_of(text);
    if (words.empty()) return false;
    if (within(text, U'[', U']')) return words.size() <= kLongestRemark && words[0].letter;
    if (!within(text, U'(', U')') || words.size() > kLongestDirection) return false;
    return is_all_caps(text) || rules.furniture.stage.occurs(words);
}

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

/// Whether a paragraph is a heading: short, with prose below it, in capitals, or without a mark at
/// its end and with every weighty word capitalised.
bool is_heading(std::string_view text, const Piece* next, const Rules& rules) {
    if (text.size() > 250 || next == nullptr || !ends_sentence(next->text)) return false;
    const std::vector<Word> words = words_of(text);
    if (words.empty() || words.size() > kLongestHeading) return false;
    const char32_t last = last_visible(text);
    if (last == U',' || last == U':' || last == U';') return false;
    const bool roman = text.find_first_not_of("IVXLC. ") == std::string_view::npos;
    if (is_all_caps(text)) return last != U'!' && last != U'?' && (words.size() > 1 || roman);
    if (ends_sentence(text) || is_closing_mark(last) || last == U'-' || last == U'–') return false;
    return words.size() <= 12 && is_capitalised(words, rules) &&
           rules.address.sentence_words.match(words, 0) == 0;
}

/// The bytes of what may be a label at the head of a paragraph: "DONALD TRUMP:", "Jane Doe:"; or 0.
std::size_t label_of(std::string_view text, const Rules& rules) {
    const std::size_t colon = text.substr(0, kLongestLabel).find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size()) return 0;
    if (text[colon + 1] != ' ') return 0;
    const std::string_view label = text.substr(0, colon);
    const std::vector<Word> words = words_of(label);
    if (words.empty() || words.size() > 6 || !words[0].capital) return 0;
    if (label.find_first_of("!?\",;") != std::string_view::npos) return 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (!words[i].capital && rules.furniture.particles.match(words, i) == 0) return 0;
    if (address_look(text.substr(0, colon + 1), rules.address) == AddressLook::strong) return 0;
    return colon + 1;
}

/// The end of the stage direction in brackets that begins at `at`, or 0.
std::size_t direction_end(std::string_view text, std::size_t at, const Rules& rules) {
    constexpr std::size_t kMost = 120;
    const char close = text[at] == '(' ? ')' : ']';
    const std::size_t end = text.substr(0, at + kMost).find(close, at);
    if (end == std::string_view::npos) return 0;
    const std::string_view inside = text.substr(at + 1, end - at - 1);
    const std::vector<Word> words = words_of(inside);
    if (words.empty() || words.size() > kLongestDirection) return 0;
    return rules.furniture.stage.occurs(words) ? end + 1 : 0;
}

std::size_t bullet_of(std::string_view text) {
    for (const std::string_view bullet : {"• ", "‣ ", "◦ ", "▪ ", "· ", "* ", "- ", "– ", "— "})
        if (text.substr(0, bullet.size()) == bullet) return bullet.size();
    return 0;
}

class BlockMaker {
  public:
    BlockMaker(const std::vector<Piece>& pieces, const Rules& rules, SentenceSplitter& splitter)
        : pieces_(pieces), rules_(rules), splitter_(splitter) {}

    std::vector<Block> make() {
        count_labels();
        for (std::size_t i = 0; i < pieces_.size(); ++i) add(i);
        mark_notes();
        return std::move(blocks_);
    }

  private:
    void count_labels() {
        for (const Piece& piece : pieces_) {
            const std::size_t end = label_of(piece.text, rules_);
            if (end == 0) continue;
            const int count = ++labels_[piece.text.substr(0, end)];
            conversation_ =
                conversation_ || (count > 1 && words_of(piece.text.substr(0, end)).size() > 1);
        }
    }

    /// A word before a colon may be emphasis ("NOW: …"). Sure is a name of several words in
    /// capitals, anything in capitals that comes twice, a name of several words that comes twice,
    /// and in a conversation a word such as "Question".
    [[nodiscard]] bool is_label(const std::string& label) const {
        const std::vector<Word> words = words_of(label);
        const auto known = labels_.find(label);
        const bool twice = known != labels_.end() && known->second > 1;
        if (is_all_caps(label)) return words.size() > 1 || twice;
        return words.size() > 1 ? twice : conversation_ && rules_.furniture.labels.is(words);
    }

    void put(BlockKind kind, const Piece& piece) {
        if (!piece.text.empty())
            blocks_.push_back(make_block(kind, piece, rules_.language, splitter_));
    }

    void add(std::size_t i) {
        const Piece& piece = pieces_[i];
        if (piece.address) return add_address(piece);
        if (is_direction(piece.text, rules_)) return put(BlockKind::direction, piece);
        if (const std::size_t bullet = bullet_of(piece.text); bullet != 0 && is_listed(i)) {
            const Piece item = piece.part({bullet, piece.text.size()});
            const bool address = address_look(item.text, rules_.address) == AddressLook::strong;
            return put(address ? BlockKind::address : BlockKind::list_item, item);
        }
        const Piece* next = i + 1 < pieces_.size() ? &pieces_[i + 1] : nullptr;
        if (is_heading(piece.text, next, rules_)) return put(BlockKind::heading, piece);
        add_paragraph(piece);
    }

    [[nodiscard]] bool is_listed(std::size_t i) const {
        return (i > 0 && bullet_of(pieces_[i - 1].text) != 0) ||
               (i + 1 < pieces_.size() && bullet_of(pieces_[i + 1].text) != 0) ||
               address_look(pieces_[i].text.substr(bullet_of(pieces_[i].text)), rules_.address) ==
                   AddressLook::strong;
    }

    /// Several salutations on one line stay together, as they are spoken.
    void add_address(const Piece& piece) { put(BlockKind::address, piece); }

    void add_paragraph(const Piece& piece) {
        const std::size_t label = label_of(piece.text, rules_);
        const bool sure = label != 0 && is_label(piece.text.substr(0, label));
        Piece rest = piece;
        if (sure) {
            put(BlockKind::speaker_label, piece.part({0, label}));
            rest = piece.part({label, piece.text.size()});
        }
        if (const std::size_t end = opening_address(rest.text, rules_.address); end != 0) {
            put(BlockKind::address, rest.part({0, end}));
            rest = rest.part({end, rest.text.size()});
        }
        add_between_directions(rest);
    }

    /// Stage directions between the sentences of a paragraph become blocks of their own.
    void add_between_directions(const Piece& piece) {
        std::size_t begin = 0;
        for (std::size_t at = piece.text.find_first_of("(["); at != std::string::npos;
             at = piece.text.find_first_of("([", at + 1)) {
            const std::string_view before = std::string_view(piece.text).substr(begin, at - begin);
            const bool between = last_visible(before) == 0 || ends_sentence(before);
            const std::size_t end = between ? direction_end(piece.text, at, rules_) : 0;
            if (end == 0) continue;
            put(BlockKind::paragraph, piece.part({begin, at}));
            put(BlockKind::direction, piece.part({at, end}));
            begin = end;
            at = end - 1;
        }
        put(BlockKind::paragraph, piece.part({begin, piece.text.size()}));
    }

    /// An editor's remark at the foot ("Note: …") and the few paragraphs after it.
    void mark_notes() {
        constexpr std::size_t kMost = 4;
        for (std::size_t i = blocks_.size() > kMost ? blocks_.size() - kMost : 1;
             i < blocks_.size(); ++i) {
            const std::string_view head = std::string_view(blocks_[i].text).substr(0, 60);
            const std::size_t colon = head.find(':');
            if (colon == std::string_view::npos || blocks_[i].kind != BlockKind::paragraph)
                continue;
            if (!rules_.furniture.notes.is(words_of(head.substr(0, colon)))) continue;
            for (; i < blocks_.size(); ++i) blocks_[i].kind = BlockKind::note;
        }
    }

    const std::vector<Piece>& pieces_;
    const Rules& rules_;
    SentenceSplitter& splitter_;
    std::unordered_map<std::string, int> labels_;
    bool conversation_ = false;
    std::vector<Block> blocks_;
};

}  // namespace

Block make_block(BlockKind kind, const Piece& piece, const std::string& language,
                 SentenceSplitter& splitter) {
    Block block;
    block.kind = kind;
    block.text = piece.text;
    block.language = language;
    block.lines = piece.lines({0, piece.text.size()});
    for (const ByteRange& range : splitter.split(piece.text))
        block.sentences.push_back({range, piece.lines(range)});
    return block;
}

std::vector<Block> make_blocks(const std::vector<Piece>& pieces, const Rules& rules,
                               SentenceSplitter& splitter) {
    return BlockMaker(pieces, rules, splitter).make();
}

}  // namespace declaim
