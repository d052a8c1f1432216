#include <fmt/format.h>
#include <gumbo.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/error.hpp"
#include "base/unicode.hpp"
#include "text/decode.hpp"
#include "text/html_arena.hpp"
#include "text/html_guard.hpp"
#include "text/language.hpp"
#include "text/page_builder.hpp"
#include "text/tag_names.hpp"

namespace declaim {
namespace {

/// A tree of a million table cells takes about half a gigabyte.
constexpr std::size_t kMostMemory = std::size_t{2} << 30;
constexpr std::chrono::milliseconds kMostTime{10000};
constexpr std::chrono::milliseconds kMostTimePerMegabyte{1000};

/// What stands in a line with the text around it. Names with a colon (o:p, st1:place) do too.
constexpr std::array<std::string_view, 39> kInline{
    "a",     "abbr",   "acronym", "b",        "bdi",  "bdo",  "big", "blink", "cite", "code",
    "data",  "del",    "dfn",     "em",       "font", "i",    "ins", "kbd",   "mark", "math",
    "meter", "nobr",   "output",  "progress", "q",    "ruby", "rb",  "s",     "samp", "small",
    "span",  "strike", "strong",  "sub",      "sup",  "time", "tt",  "u",     "var"};
constexpr std::array<std::string_view, 5> kEmphasis{"b", "strong", "i", "em", "u"};
/// No text for a reader: code, drawings, what only a browser without the feature shows, and how
/// characters are pronounced, which would be read twice.
constexpr std::array<std::string_view, 17> kNoText{
    "script", "style", "template", "svg", "iframe", "object",   "applet",  "audio", "video",
    "canvas", "map",   "datalist", "rp",  "rt",     "noframes", "noembed", "head"};
constexpr std::array<std::string_view, 4> kPreformatted{"pre", "listing", "xmp", "plaintext"};
/// Attributes that tell what an element is for.
constexpr std::array<std::string_view, 8> kTelling{"class",    "id",  "role",        "itemprop",
                                                   "itemtype", "rel", "data-testid", "aria-label"};
constexpr std::size_t kMostHint = 4096;  // of one attribute; nobody writes more

void* arena_allocate(void* arena, std::size_t size) {
    return static_cast<HtmlArena*>(arena)->allocate(size);
}
void arena_release(void* arena, void* memory) { static_cast<HtmlArena*>(arena)->release(memory); }

std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return name.data == nullptr ? "" : lower_ascii(std::string(name.data, name.length));
}

std::string attribute(const GumboElement& element, const char* name) {
    if (element.attributes.length == 0) return "";
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? "" : found->value;
}

const GumboVector* children_of(const GumboNode* node) {
    if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
        return &node->v.element.children;
    return nullptr;
}

/// The attributes that tell what an element is for, in the order of their list.
std::string hints_of(const GumboElement& element) {
    std::array<std::string_view, kTelling.size()> values{};
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const std::string_view name = attribute->name;
        for (std::size_t k = 0; k < kTelling.size(); ++k)
            if (name == kTelling.at(k) && values.at(k).empty()) values.at(k) = attribute->value;
    }
    std::string hints;
    for (const std::string_view value : values) {
        if (value.empty()) continue;
        if (!hints.empty()) hints += ' ';
        hints += fold_spaces(head_of(value, kMostHint));
    }
    return hints;
}

/// The style without white space, in lower case: "display:none;".
std::string style_of(const GumboElement& element) {
    std::string style = lower_ascii(attribute(element, "style"));
    if (style.empty()) return style;
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style;
}

/// The text of an element that is small, such as a title or the reference to a note.
std::string text_below(const GumboNode* top, std::size_t most) {
    std::string text;
    std::vector<const GumboNode*> stack{top};
    while (!stack.empty() && text.size() < most) {
        const GumboNode* node = stack.back();
        stack.pop_back();
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE)
            text += node->v.text.text;
        if (const GumboVector* children = children_of(node); children != nullptr)
            for (unsigned i = children->length; i > 0; --i)
                stack.push_back(static_cast<const GumboNode*>(children->data[i - 1]));
    }
    return text;
}

/// "1", "[12]", "(3)", "*", "†", "a": what refers to a note.
bool is_note_sign(std::string_view text) {
    const std::string sign = fold_spaces(text);
    if (sign.empty() || characters(sign) > 6) return false;
    const bool bracketed = is_opening_mark(first_visible(sign));
    const std::vector<Word> words = words_of(sign);
    if (words.empty()) return true;
    if (words.size() > 1) return false;
    const bool number = sign.find_first_of("0123456789") != std::string::npos && !words[0].letter;
    return number || (bracketed && words[0].end - words[0].begin <= 2) || sign.size() == 1;
}

/// How an element is walked; `close` undoes what `open` did.
struct Effect {
    bool block = false;
    bool link = false;
    bool inner_link = false;
    bool emphasis = false;
    bool mark = false;
    bool preformatted = false;
};

class Walker {
  public:
    explicit Walker(PageBuilder& builder) : builder_(builder) {}

    /// Walks the tree in document order, by the links between its nodes.
    void walk(const GumboNode* root) {
        const GumboNode* node = root;
        bool down = enter(node);
        while (true) {
            const GumboVector* children = down ? children_of(node) : nullptr;
            if (children != nullptr && children->length > 0) {
                node = static_cast<const GumboNode*>(children->data[0]);
                down = enter(node);
                continue;
            }
            if (down) leave(node);
            // To the next sibling, or up to a parent that has one.
            while (node != root) {
                const GumboNode* parent = node->parent;
                const GumboVector* siblings = children_of(parent);
                const std::size_t next = node->index_within_parent + 1;
                if (next < siblings->length) {
                    node = static_cast<const GumboNode*>(siblings->data[next]);
                    break;
                }
                node = parent;
                leave(node);
            }
            if (node == root) return;
            down = enter(node);
        }
    }

    [[nodiscard]] const std::vector<std::string>& frames() const { return frames_; }

  private:
    /// Returns whether the children are to be walked, and leave() is to be called.
    bool enter(const GumboNode* node) {
        switch (node->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE:
                add_text(node->v.text);
                return false;
            case GUMBO_NODE_COMMENT:
            case GUMBO_NODE_TEMPLATE:
                return false;
            case GUMBO_NODE_DOCUMENT:
                effects_.push_back({});
                return true;
            case GUMBO_NODE_ELEMENT:
                break;
        }
        const GumboElement& element = node->v.element;
        const std::string name = name_of(element);
        if (name == "br") return builder_.line_break(), false;
        declare(node, name);
        if (is_one_of(name, kNoText)) return name == "head" && enter_head(node);
        effects_.push_back(open(node, name));
        return true;
    }

    bool enter_head(const GumboNode* head) {
        const GumboVector& children = head->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            const auto* child = static_cast<const GumboNode*>(children.data[i]);
            if (child->type == GUMBO_NODE_ELEMENT) declare(child, name_of(child->v.element));
        }
        return false;
    }

    void leave(const GumboNode* /*node*/) {
        const Effect effect = effects_.back();
        effects_.pop_back();
        if (effect.mark) builder_.end_mark();
        if (effect.emphasis) builder_.end_emphasis();
        if (effect.inner_link) builder_.end_inner_link();
        if (effect.link) builder_.end_link();
        if (effect.preformatted) builder_.end_preformatted();
        if (effect.block) builder_.close();
    }

    Effect open(const GumboNode* node, const std::string& name) {
        const GumboElement& element = node->v.element;
        const std::string style = style_of(element);
        Effect effect;
        effect.block = (!is_one_of(name, kInline) && name.find(':') == std::string::npos) ||
                       style.find("display:block") != std::string::npos ||
                       style.find("display:none") != std::string::npos;
        if (name == "a")
            effect.link = is_link(element),
            effect.inner_link = !effect.link && is_inner_link(element);
        effect.emphasis = is_one_of(name, kEmphasis);
        effect.mark = is_mark(node, name);
        effect.preformatted =
            is_one_of(name, kPreformatted) || style.find("white-space:pre") != std::string::npos;
        if (effect.block) builder_.open(element_of(element, name, style));
        if (effect.preformatted) builder_.begin_preformatted();
        if (effect.link) builder_.begin_link();
        if (effect.inner_link) builder_.begin_inner_link();
        if (effect.emphasis) builder_.begin_emphasis();
        if (effect.mark) builder_.begin_mark();
        return effect;
    }

    /// Without an address a script follows it; with a name it is only a place to go to.
    static bool is_link(const GumboElement& element) {
        const std::string address = attribute(element, "href");
        if (!address.empty()) return address[0] != '#' || address.size() == 1;
        return attribute(element, "name").empty() && attribute(element, "id").empty();
    }
    static bool is_inner_link(const GumboElement& element) {
        const std::string address = attribute(element, "href");
        return address.size() > 1 && address[0] == '#';
    }

    static PageElement element_of(const GumboElement& element, const std::string& name,
                                  const std::string& style) {
        PageElement out;
        out.tag = name;
        if (element.attributes.length == 0) return out;
        out.hints = hints_of(element);
        out.language = attribute(element, "lang");
        if (out.language.empty()) out.language = attribute(element, "xml:lang");
        out.hidden = gumbo_get_attribute(&element.attributes, "hidden") != nullptr ||
                     style.find("display:none") != std::string::npos ||
                     style.find("visibility:hidden") != std::string::npos;
        return out;
    }

    /// A reference to a note: a sign that is a link into the page, or raised behind a mark or a
    /// word; "10<sup>2</sup>" and "km<sup>2</sup>" are none.
    static bool is_mark(const GumboNode* node, const std::string& name) {
        if (name != "sup" && name != "a") return false;
        if (!is_note_sign(text_below(node, 40))) return false;
        if (name == "a") return attribute(node->v.element, "href").find('#') != std::string::npos;
        const std::string before = text_before(node);
        const char32_t last = before.empty() ? 0 : last_visible(before);
        if (last == 0 || (last >= U'0' && last <= U'9')) return false;
        const std::string tail = before.substr(before.find_last_of(' ') + 1);
        const std::vector<Word> words = words_of(tail);
        const bool behind_word = !words.empty() && words.back().end == tail.size();
        return !behind_word || words.back().end - words.back().begin > 3;
    }

    static std::string text_before(const GumboNode* node) {
        if (node->index_within_parent == 0) return "";
        const GumboVector* siblings = children_of(node->parent);
        const auto* before =
            static_cast<const GumboNode*>(siblings->data[node->index_within_parent - 1]);
        return before->type == GUMBO_NODE_TEXT ? before->v.text.text : "";
    }

    void add_text(const GumboText& text) {
        const auto line = static_cast<int>(text.start_pos.line);
        const std::string_view original(text.original_text.data, text.original_text.length);
        // The document was cleaned before it was parsed; entities bring new characters.
        if (original.find('&') != std::string_view::npos)
            builder_.text(normalised(text.text), line);
        else
            builder_.text(text.text, line);
    }

    void declare(const GumboNode* node, const std::string& name) {
        const GumboElement& element = node->v.element;
        if (name == "title" && node->parent->type == GUMBO_NODE_ELEMENT &&
            node->parent->v.element.tag == GUMBO_TAG_HEAD)
            builder_.declare("title", "", text_below(node, 2000));
        if (name == "meta") declare_meta(element);
        if (name == "html") builder_.declare("html", "lang", attribute(element, "lang"));
        if (name == "time") builder_.declare("time", "", attribute(element, "datetime"));
        if (name == "link")
            builder_.declare("link", lower_ascii(attribute(element, "rel")),
                             attribute(element, "href"));
        if (name == "script" && attribute(element, "type") == "application/ld+json")
            builder_.declare("json-ld", "", text_below(node, std::size_t{1} << 20), true);
        if (name == "frame") frames_.push_back(attribute(element, "src"));
    }

    void declare_meta(const GumboElement& element) {
        for (const char* key : {"property", "name", "itemprop", "http-equiv"})
            if (const std::string name = attribute(element, key); !name.empty())
                return builder_.declare("meta", lower_ascii(name), attribute(element, "content"));
    }

    PageBuilder& builder_;
    std::vector<Effect> effects_;
    std::vector<std::string> frames_;
};

[[noreturn]] void refuse(HtmlArena::Stop why, const std::string& path) {
    throw Error(
        ErrorKind::input,
        fmt::format("{}: the page takes more than {} to read; it is damaged, or no page for "
                    "people: save it as text and read that",
                    path, why == HtmlArena::Stop::time ? "10 seconds" : "2 GiB of memory"));
}

[[noreturn]] void refuse_frames(const std::vector<std::string>& frames, const std::string& path) {
    std::string names;
    for (const std::string& frame : frames)
        if (!frame.empty()) names += (names.empty() ? "" : ", ") + frame;
    throw Error(ErrorKind::input,
                fmt::format("{}: the page only names its frames; open the one with the speech and "
                            "save that{}",
                            path, names.empty() ? "" : " (" + names + ")"));
}

/// Parses into the arena; nothing in it has a destructor that the jump could leave out.
const GumboOutput* parse(std::string_view html, HtmlArena& arena, HtmlArena::Stop& why) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = arena_allocate;
    options.deallocator = arena_release;
    options.userdata = &arena;
    options.max_errors = 0;
    const int stopped = setjmp(arena.out);  // NOLINT: the only way out of a C library
    if (stopped != 0) {
        why = static_cast<HtmlArena::Stop>(stopped);
        return nullptr;
    }
    return gumbo_parse_with_options(&options, html.data(), html.size());
}

}  // namespace

Page read_html(std::string_view text, const std::string& path) {
    const std::optional<std::string> guarded = guard_html(text);
    const std::string_view html = guarded ? std::string_view(*guarded) : text;
    HtmlArena arena(kMostMemory, kMostTime + kMostTimePerMegabyte * (html.size() >> 20U));
    HtmlArena::Stop why = HtmlArena::Stop::none;
    const GumboOutput* output = parse(html, arena, why);
    if (output == nullptr) refuse(why, path);
    PageBuilder builder;
    Walker walker(builder);
    walker.walk(output->document);
    Page page = builder.finish();
    page.web = true;
    if (page.lines.empty() && !walker.frames().empty()) refuse_frames(walker.frames(), path);
    return page;
}

}  // namespace declaim
