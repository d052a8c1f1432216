#include "say/ipa.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <stdexcept>

#include "base/toml_file.hpp"
#include "base/unicode.hpp"

namespace declaim {
namespace {

constexpr std::size_t kLongestSign = 24;  // bytes
constexpr std::string_view kStress = "ˈ";
constexpr std::string_view kSecondStress = "ˌ";

/// "en-GB" → "und", "en", "en-GB".
std::vector<std::string> folders_of(const std::string& tag) {
    std::vector<std::string> out{"und"};
    for (auto cut = tag.find('-'); cut != std::string::npos; cut = tag.find('-', cut + 1))
        out.push_back(tag.substr(0, cut));
    out.push_back(tag);
    return out;
}

/// The longest key of a map at the start of a text; its length in bytes, 0 for none.
template <class Map>
std::size_t longest_key(const Map& map, std::string_view text) {
    for (std::size_t length = std::min(text.size(), kLongestSign); length > 0; --length)
        if (map.contains(std::string(text.substr(0, length)))) return length;
    return 0;
}

/// The first character of a text with the marks on it, for messages.
std::string first_sign(std::string_view text) {
    std::size_t end = 0;
    next_char(text, end);
    while (end < text.size()) {
        std::size_t next = end;
        const char32_t mark = next_char(text, next);
        if (mark < 0x300 || mark > 0x36F) break;
        end = next;
    }
    return std::string(text.substr(0, end));
}

std::vector<Affix> read_affixes(std::vector<TomlTable> tables, const IpaTable& table) {
    std::vector<Affix> out;
    for (TomlTable& each : tables) {
        Affix affix{each.text("written").value_or(""), each.text("said").value_or(""), {}, {}};
        if (affix.written.empty()) each.fail("written", "an affix needs written = \"…\"");
        try {
            affix.phonemes = table.part(affix.ipa);
            for (const std::string& sound : each.texts("after"))
                affix.after.push_back(table.part(sound));
        } catch (const std::invalid_argument& error) {
            each.fail("said", error.what());
        }
        out.push_back(std::move(affix));
    }
    return out;
}

}  // namespace

std::string composed(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    const icu::UnicodeString in = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    std::string out;
    normaliser->normalize(in, status).toUTF8String(out);
    return U_FAILURE(status) ? std::string(text) : out;
}

IpaTable IpaTable::load(const std::string& tag, const DataPath& data) {
    IpaTable table;
    for (const std::string& folder : folders_of(tag))
        if (const auto path = data.find(folder + "/ipa.toml")) table.read(*path);
    return table;
}

void IpaTable::read(const std::filesystem::path& path) {
    TomlTable file = TomlTable::open(path);
    for (const std::string& sign : file.texts("ignored")) same_[composed(sign)] = "";
    if (auto part = file.table("same"))
        for (const std::string& key : part->keys())
            same_[composed(key)] = composed(part->text(key).value_or(""));
    const auto take = [&](const char* name, Kind kind, auto& map) {
        auto part = file.table(name);
        if (!part) return;
        for (const std::string& key : part->keys()) {
            const std::string value = part->text(key).value_or("");
            if (!well_formed_phonemes(value))
                part->fail(key, "'" + value + "' cannot be phonemes of the engine");
            map[composed(key)] = Sign{value, kind};
        }
    };
    take("consonants", Kind::consonant, signs_);
    take("vowels", Kind::vowel, signs_);
    take("closed", Kind::closed, closed_);
    if (const auto stress = file.text("stress")) {
        if (*stress != "last") file.fail("stress", "'stress' can only be \"last\"");
        last_is_stressed_ = true;
    }
    auto beginnings = read_affixes(file.tables("beginning"), *this);
    auto endings = read_affixes(file.tables("ending"), *this);
    if (!beginnings.empty()) beginnings_ = std::move(beginnings);
    if (!endings.empty()) endings_ = std::move(endings);
    file.finish();
}

std::string IpaTable::simplified(std::string_view ipa) const {
    const std::string text = composed(ipa);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (const std::size_t length = longest_key(same_, std::string_view(text).substr(at))) {
            out += same_.at(text.substr(at, length));
            at += length;
        } else {
            next_char(text, at);
            out.append(text, begin, at - begin);
        }
    }
    return composed(out);
}

IpaTable::Found IpaTable::longest(std::string_view ipa, bool closed) const {
    if (closed)
        if (const std::size_t length = longest_key(closed_, ipa))
            if (!vowel_follows(ipa.substr(length)))
                return {&closed_.at(std::string(ipa.substr(0, length))), length};
    if (const std::size_t length = longest_key(signs_, ipa))
        return {&signs_.at(std::string(ipa.substr(0, length))), length};
    return {};
}

bool IpaTable::vowel_follows(std::string_view ipa) const {
    for (const std::string_view mark : {std::string_view("."), kStress, kSecondStress})
        if (ipa.starts_with(mark)) ipa.remove_prefix(mark.size());
    const Found next = longest(ipa, false);
    return next.sign != nullptr && next.sign->kind == Kind::vowel;
}

std::string IpaTable::phonemes(std::string_view ipa) const {
    return convert(ipa).take(last_is_stressed_);
}

std::string IpaTable::part(std::string_view ipa) const { return convert(ipa).take_as_marked(); }

PhonemeString IpaTable::convert(std::string_view ipa) const {
    const std::string text = simplified(ipa);
    PhonemeString out;
    std::string_view rest = text;
    while (!rest.empty()) {
        std::size_t space = 0;
        if (rest.starts_with(kStress) || rest.starts_with(kSecondStress)) {
            out.stress(rest.starts_with(kStress) ? '\'' : ',');
            rest.remove_prefix(kStress.size());
        } else if (is_space(next_char(rest, space))) {
            out.space();
            rest.remove_prefix(space);
        } else {
            const Found found = longest(rest, true);
            if (found.sign == nullptr)
                throw std::invalid_argument("'" + first_sign(rest) +
                                            "' has no phoneme of the engine in this language");
            out.add(found.sign->phonemes, found.sign->kind != Kind::consonant);
            rest.remove_prefix(found.length);
        }
    }
    return out;
}

std::map<std::string, std::string> IpaTable::signs() const {
    std::map<std::string, std::string> out;
    for (const auto* map : {&signs_, &closed_})
        for (const auto& [sign, value] : *map) out[sign] = value.phonemes;
    return out;
}

}  // namespace declaim
