#include "reader/pdf.hpp"

#include <fmt/format.h>
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/unicode.hpp"
#include "reader/pdf_layout.hpp"
#include "reader/pdf_text.hpp"
#include "text/decode.hpp"

namespace declaim {
namespace {

// The document may hold what we cannot; the bounds keep time and memory.
constexpr int kMostSheets = 5000;
constexpr std::size_t kMostWords = 5'000'000;
constexpr std::size_t kMostBytes = std::size_t{1} << 28U;  // of words

[[noreturn]] void fail(const std::string& path, const std::string& what) {
    throw Error(ErrorKind::input, path + ": " + what);
}

/// UTF-16 that may be broken, as UTF-8.
std::string utf8(const poppler::ustring& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool high = c >= 0xD800 && c <= 0xDBFF;
        const char32_t low = high && i + 1 < text.size() ? text[i + 1] : 0;
        if (low >= 0xDC00 && low <= 0xDFFF) {
            append_char(out, 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00));
            ++i;
        } else {
            append_char(out, c >= 0xD800 && c <= 0xDFFF ? U'\uFFFD' : c);
        }
    }
    return out;
}

using Document = std::unique_ptr<poppler::document>;

Document open(std::string_view bytes, const std::string& path) {
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        fail(path, "larger than 2 GiB; split it");
    Document document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) fail(path, "the PDF is broken; open it in a viewer and print it to a new PDF");
    if (document->is_locked()) fail(path, "the PDF is locked with a password; save it without one");
    if (document->pages() < 1) fail(path, "the PDF has no pages; give one with text");
    if (document->pages() > kMostSheets)
        fail(path, fmt::format("the PDF has {} pages, more than {}; split it", document->pages(),
                               kMostSheets));
    return document;
}

/// What the names of bold and slanted fonts hold: "ABCDEF+Garamond-BoldItalic"; TeX has its own.
constexpr std::array<std::string_view, 8> kEmphasis{"bold",    "black",  "heavy", "italic",
                                                    "oblique", "kursiv", "cmbx",  "cmti"};

bool is_emphasis(const std::string& font) {
    const std::string name = lower_ascii(font.substr(font.find('+') + 1));
    return std::any_of(kEmphasis.begin(), kEmphasis.end(),
                       [&](std::string_view word) { return name.find(word) != std::string::npos; });
}

/// The word; a sign of a picture font that stands alone is a bullet.
std::string text_of(const poppler::text_box& box) {
    std::string text = tidy_word(utf8(box.text()));
    std::size_t at = 0;
    if (text.empty()) return text;
    const char32_t c = next_char(text, at);
    const bool is_picture = c >= 0xE000 && c <= 0xF8FF && at == text.size();
    return is_picture ? "•" : text;
}

/// Counts what is read, against documents made to exhaust.
struct Bounds {
    std::size_t words = 0;
    std::size_t bytes = 0;
};

Sheet sheet_of(const poppler::page& page, Bounds& bounds, const std::string& path) {
    const poppler::rectf area = page.page_rect();
    Sheet sheet{area.width(), area.height(), {}};
    const auto orientation = page.orientation();
    if (orientation == poppler::page::landscape || orientation == poppler::page::seascape)
        std::swap(sheet.width, sheet.height);
    const std::vector<poppler::text_box> boxes =
        page.text_list(poppler::page::text_list_include_font);
    for (const poppler::text_box& box : boxes) {
        PrintWord word;
        word.text = text_of(box);
        if (word.text.empty()) continue;
        bounds.bytes += word.text.size();
        if (++bounds.words > kMostWords || bounds.bytes > kMostBytes)
            fail(path, fmt::format("the PDF has more than {} words; split it", kMostWords));
        const poppler::rectf where = box.bbox();
        word.box = {where.left(), where.top(), where.right(), where.bottom()};
        word.turn = box.rotation();
        word.space_after = box.has_space_after();
        if (box.has_font_info()) {
            word.size = box.get_font_size();
            word.emphasised = is_emphasis(box.get_font_name());
        }
        sheet.words.push_back(std::move(word));
    }
    return sheet;
}

std::vector<SheetLines> read_sheets(const poppler::document& document, const std::string& path,
                                    Bounds& bounds) {
    std::vector<SheetLines> sheets;
    std::vector<Gutter> gutters;
    for (int i = 0; i < document.pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document.create_page(i));
        if (!page)
            fail(path, fmt::format("page {} of the PDF is broken; open it in a viewer and print it "
                                   "to a new PDF",
                                   i + 1));
        sheets.push_back(lay_out(sheet_of(*page, bounds, path), gutters));
    }
    return sheets;
}

/// Whether the document holds a picture. Its dictionary is never packed.
bool has_picture(std::string_view bytes) {
    constexpr std::string_view kKey = "/Subtype";
    for (std::size_t at = bytes.find(kKey); at != std::string_view::npos;
         at = bytes.find(kKey, at + 1)) {
        const std::size_t value = bytes.find_first_not_of(" \r\n\t", at + kKey.size());
        if (value != std::string_view::npos && bytes.substr(value, 6) == "/Image") return true;
    }
    return false;
}

/// A scanned document has no text but a stamp or a number on some sheets.
void check_text(std::string_view bytes, const Bounds& bounds, std::size_t sheets,
                const std::string& path) {
    constexpr std::size_t kStray = 20;  // bytes on a sheet
    const bool picture = has_picture(bytes);
    if (bounds.bytes > (picture ? sheets * kStray : 0)) return;
    fail(path, fmt::format("the PDF holds {} and no text; make text of it with an OCR program "
                           "(such as ocrmypdf) and read that",
                           picture ? "pictures of pages" : "drawings or empty pages"));
}

/// "D:20240131120000+01'00'" as "2024-01-31"; empty for what is no date.
std::string iso_date(std::string_view text) {
    if (text.substr(0, 2) == "D:") text.remove_prefix(2);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits < 4) return "";
    std::string out(text.substr(0, 4));
    if (digits >= 6) out += fmt::format("-{}", text.substr(4, 2));
    if (digits >= 8) out += fmt::format("-{}", text.substr(6, 2));
    return out;
}

void declare(Page& page, const std::string& name, const std::string& value) {
    const std::string tidy = fold_spaces(normalised(value));
    if (!tidy.empty()) page.declared.push_back({"pdf", name, tidy});
}

}  // namespace

Page read_pdf(std::string_view bytes, const std::string& path) {
    const Document document = open(bytes, path);
    Bounds bounds;
    std::vector<SheetLines> sheets = read_sheets(*document, path, bounds);
    check_text(bytes, bounds, sheets.size(), path);
    Page page = page_of(std::move(sheets));
    declare(page, "title", utf8(document->get_title()));
    declare(page, "author", utf8(document->get_author()));
    declare(page, "created", iso_date(utf8(document->info_key("CreationDate"))));
    return page;
}

}  // namespace declaim
