#include "reader/docx_text.hpp"

#include <utility>

namespace declaim {

/// What to do at which element. Elements that are not named are gone through: w:ins, w:smartTag,
/// w:sdtContent. Text stands in w:t only.
struct DocxHandlers {
    DocxText::Enter enter = nullptr;
    DocxText::Leave leave = nullptr;

    static const DocxHandlers& of(const pugi::xml_node& node) {
        using T = DocxText;
        static const DocxHandlers none;
        static const DocxHandlers skipped{&T::skip};
        static const std::unordered_map<std::string_view, DocxHandlers> all{
            {"p", {&T::enter_paragraph, &T::leave_paragraph}},
            {"r", {&T::enter_run, &T::leave_run}},
            {"t", {&T::enter_text}},
            {"instrText", {&T::enter_instruction}},
            {"fldChar", {&T::enter_field}},
            {"br", {&T::enter_break}},
            {"cr", {&T::enter_break}},
            {"tab", {&T::enter_space}},
            {"ptab", {&T::enter_space}},
            {"noBreakHyphen", {&T::enter_hyphen}},
            {"hyperlink", {&T::enter_link, &T::leave_link}},
            {"tbl", {&T::enter_table, &T::leave_element}},
            {"tr", {&T::enter_row, &T::leave_element}},
            {"tc", {&T::enter_cell, &T::leave_element}},
            {"sdt", {&T::enter_control, &T::leave_control}},
            {"Choice", {&T::enter_branch}},
            {"Fallback", {&T::enter_branch}},
            {"txbxContent", {&T::enter_box}},
            {"txBody", {&T::enter_box}},
            {"footnoteReference", {&T::enter_footnote}},
            {"endnoteReference", {&T::enter_endnote}},
            {"footnoteRef", {&T::enter_own_number}},
            {"endnoteRef", {&T::enter_own_number}},
            // Properties, what a reviser took out, and the pronunciation above a word (w:rt).
            {"pPr", skipped},
            {"rPr", skipped},
            {"sectPr", skipped},
            {"tblPr", skipped},
            {"trPr", skipped},
            {"tcPr", skipped},
            {"sdtPr", skipped},
            {"sdtEndPr", skipped},
            {"del", skipped},
            {"moveFrom", skipped},
            {"rt", skipped},
        };
        const auto found = all.find(local(node));
        return found == all.end() ? none : found->second;
    }
};

bool DocxText::enter(const pugi::xml_node& node) {
    if (node.type() != pugi::node_element) return false;
    const Enter handler = DocxHandlers::of(node).enter;
    return handler == nullptr || (this->*handler)(node);
}

void DocxText::leave(const pugi::xml_node& node) {
    const Leave handler = DocxHandlers::of(node).leave;
    if (handler != nullptr) (this->*handler)(node);
}

bool DocxText::enter_paragraph(const pugi::xml_node& node) {
    const auto properties = child(node, "pPr");
    const auto named = child(properties, "pStyle");
    paragraph_ = styles_.style(named ? std::string(attribute(named, "val")) : styles_.default_id());
    apply_paragraph(properties, paragraph_);
    paragraph_.hidden = false;  // the runs know better
    // The language of a paragraph is that of its first words, where they have one of their own.
    for (const pugi::xml_node& run : node.children()) {
        if (local(run) != "r" || !child(run, "t")) continue;
        const std::string_view language = attribute(child(child(run, "rPr"), "lang"), "val");
        if (!language.empty()) paragraph_.language = language;
        break;
    }
    page_.open_paragraph(paragraph_);
    ++paragraphs_;
    return true;
}

void DocxText::leave_paragraph(const pugi::xml_node& /*node*/) {
    end_fields();
    page_.close();
    --paragraphs_;
    if (paragraphs_ > 0 || in_box_) return;
    in_box_ = true;  // boxes in boxes come to the same queue
    while (!boxes_.empty()) {
        const pugi::xml_node box = boxes_.front();
        boxes_.pop_front();
        page_.open("div", "textbox");
        walk(box, *this);
        page_.close();
    }
    in_box_ = false;
}

bool DocxText::enter_run(const pugi::xml_node& node) {
    const auto properties = child(node, "rPr");
    OfficeStyle run;
    run.emphasised = paragraph_.emphasised && paragraph_.tag == "p";
    if (const auto named = child(properties, "rStyle")) {
        const OfficeStyle& style = styles_.style(std::string(attribute(named, "val")));
        run.emphasised = run.emphasised || style.emphasised;
        run.hidden = style.hidden;
        run.raised = style.raised;
    }
    apply_run(properties, run);
    if (run.hidden) return false;  // Word neither shows nor prints it
    raised_ = run.raised;
    emphasised_.push_back(run.emphasised);
    if (run.emphasised) page_.builder().begin_emphasis();
    return true;
}

void DocxText::leave_run(const pugi::xml_node& /*node*/) {
    if (emphasised_.back()) page_.builder().end_emphasis();
    emphasised_.pop_back();
    raised_ = false;
}

bool DocxText::enter_text(const pugi::xml_node& node) {
    if (!fields_.empty() && !fields_.back().shown) return false;
    if (raised_)
        page_.raised(text_of(node));
    else
        page_.text(text_of(node));
    return false;
}

bool DocxText::enter_instruction(const pugi::xml_node& node) {
    constexpr std::size_t kTelling = 64;
    if (!fields_.empty() && fields_.back().instruction.size() < kTelling)
        fields_.back().instruction += text_of(node);
    return false;
}

/// A field is its instruction, which is no text, and then its result, which is.
bool DocxText::enter_field(const pugi::xml_node& node) {
    const std::string_view type = attribute(node, "fldCharType");
    if (type == "begin") fields_.emplace_back();
    if (fields_.empty()) return false;
    Field& field = fields_.back();
    if (type == "separate" && !field.shown) {
        field.shown = true;
        field.link = field.instruction.find("HYPERLINK") != std::string::npos;
        if (field.link) page_.builder().begin_link();
    } else if (type == "end") {
        if (field.link) page_.builder().end_link();
        fields_.pop_back();
    }
    return false;
}

/// A field whose end is missing, or was deleted, must not swallow the paragraphs that follow.
void DocxText::end_fields() {
    for (Field& field : fields_) {
        if (field.link) page_.builder().end_link();
        field.link = false;
        field.shown = true;
    }
}

bool DocxText::enter_break(const pugi::xml_node& node) {
    if (attribute(node, "type") == "page")
        page_.builder().page_break();
    else
        page_.line_break();
    return false;
}

bool DocxText::enter_space(const pugi::xml_node& /*node*/) { return page_.text(" "), false; }
bool DocxText::enter_hyphen(const pugi::xml_node& /*node*/) { return page_.text("-"), false; }
bool DocxText::enter_link(const pugi::xml_node& /*node*/) {
    return page_.builder().begin_link(), true;
}
void DocxText::leave_link(const pugi::xml_node& /*node*/) { page_.builder().end_link(); }
bool DocxText::enter_table(const pugi::xml_node& /*node*/) { return page_.open("table"), true; }
bool DocxText::enter_row(const pugi::xml_node& /*node*/) { return page_.open("tr"), true; }
bool DocxText::enter_cell(const pugi::xml_node& /*node*/) { return page_.open("td"), true; }
void DocxText::leave_element(const pugi::xml_node& /*node*/) { page_.close(); }

namespace {
bool is_contents(const pugi::xml_node& control) {
    const auto gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery");
    return attribute(gallery, "val") == "Table of Contents";
}
}  // namespace

bool DocxText::enter_control(const pugi::xml_node& node) {
    if (is_contents(node)) page_.open("nav", "toc");
    return true;
}
void DocxText::leave_control(const pugi::xml_node& node) {
    if (is_contents(node)) page_.close();
}

/// Of several branches for programs of several ages one is read: the first.
bool DocxText::enter_branch(const pugi::xml_node& node) {
    for (auto before = node.previous_sibling(); before; before = before.previous_sibling())
        if (local(before) == "Choice" || local(before) == "Fallback") return false;
    return true;
}

bool DocxText::enter_box(const pugi::xml_node& node) {
    if (paragraphs_ > 0) boxes_.push_back(node);
    return paragraphs_ == 0;
}

void DocxText::add_notes(const pugi::xml_document& notes, bool end) {
    for (const pugi::xml_node& each : notes.document_element().children()) {
        const std::string_view type = attribute(each, "type");  // separators are no notes
        if (type.empty() || type == "normal")
            notes_[end ? 1 : 0].emplace(attribute(each, "id"), each);
    }
}

bool DocxText::enter_reference(const pugi::xml_node& node, bool end) {
    const std::string_view own = attribute(node, "customMarkFollows");
    const bool numbered = own.empty() || own == "0" || own == "false";
    const std::string number = numbered ? std::to_string(++numbers_) : "";
    if (numbered) page_.mark(number);
    auto& known = notes_[end ? 1 : 0];
    const auto found = known.find(std::string(attribute(node, "id")));
    if (found == known.end()) return false;
    queued_.push_back({found->second, number, end});
    known.erase(found);  // to stand once after the text
    return false;
}

bool DocxText::enter_own_number(const pugi::xml_node& /*node*/) {
    if (!own_number_.empty()) page_.mark(own_number_);
    return false;
}

void DocxText::read_note(const OfficeNote& note) {
    own_number_ = note.number;
    page_.open("aside", note.end ? "footnote endnote" : "footnote");
    walk(note.node, *this);
    page_.close();
    own_number_.clear();
}

}  // namespace declaim
