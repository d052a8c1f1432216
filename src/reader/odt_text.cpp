#include "reader/odt_text.hpp"

#include <cstdlib>
#include <unordered_map>

#include "reader/xml.hpp"

namespace declaim {

/// What to do at which element. Elements that are not named are gone through.
struct OdtHandlers {
    OdtText::Enter enter = nullptr;
    OdtText::Leave leave = nullptr;

    static const OdtHandlers& of(const pugi::xml_node& node) {
        using T = OdtText;
        static const OdtHandlers none;
        static const OdtHandlers skipped{&T::skip};
        static const OdtHandlers contents{&T::enter_contents, &T::leave_element};
        static const OdtHandlers index{&T::enter_index, &T::leave_element};
        static const OdtHandlers box{&T::enter_box};
        static const std::unordered_map<std::string_view, OdtHandlers> all{
            {"p", {&T::enter_paragraph, &T::leave_paragraph}},
            {"h", {&T::enter_paragraph, &T::leave_paragraph}},
            {"span", {&T::enter_span, &T::leave_span}},
            {"a", {&T::enter_link, &T::leave_link}},
            {"s", {&T::enter_space}},
            {"tab", {&T::enter_space}},
            {"line-break", {&T::enter_break}},
            {"soft-page-break", {&T::enter_page_break}},
            {"table", {&T::enter_table, &T::leave_element}},
            {"table-row", {&T::enter_row, &T::leave_element}},
            {"table-cell", {&T::enter_cell, &T::leave_element}},
            {"section", {&T::enter_section, &T::leave_element}},
            {"table-of-content", contents},
            {"alphabetical-index", index},
            {"illustration-index", index},
            {"table-index", index},
            {"object-index", index},
            {"user-index", index},
            {"bibliography", index},
            {"note", {&T::enter_note}},
            {"text-box", box},
            {"custom-shape", box},  // shapes hold text as boxes do
            {"rect", box},
            {"ellipse", box},
            {"circle", box},
            {"polygon", box},
            {"regular-polygon", box},
            {"path", box},
            {"caption", box},
            {"g", box},
            // Comments, what a reviser took out, numbers of lists and headings, the pronunciation
            // above a word, what stands for a picture, and what an index is made by.
            {"annotation", skipped},
            {"tracked-changes", skipped},
            {"covered-table-cell", skipped},
            {"number", skipped},
            {"ruby-text", skipped},
            {"title", skipped},
            {"desc", skipped},
            {"forms", skipped},
            {"script", skipped},
            {"event-listeners", skipped},
            {"table-of-content-source", skipped},
            {"alphabetical-index-source", skipped},
            {"illustration-index-source", skipped},
            {"table-index-source", skipped},
            {"object-index-source", skipped},
            {"user-index-source", skipped},
            {"bibliography-source", skipped},
        };
        const auto found = all.find(local(node));
        return found == all.end() ? none : found->second;
    }
};

namespace {
/// The name of a field of the document, "dc:title" or "text:title", and the words for a picture,
/// "svg:title", differ in the prefix only.
bool is_shown_field(const pugi::xml_node& node) {
    return std::string_view(node.name()) == "text:title";
}
}  // namespace

bool OdtText::enter(const pugi::xml_node& node) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
        if (paragraphs_ > 0) add_text(node);
        return false;
    }
    if (node.type() != pugi::node_element) return false;
    const Enter handler = OdtHandlers::of(node).enter;
    return handler == nullptr || is_shown_field(node) || (this->*handler)(node);
}

void OdtText::leave(const pugi::xml_node& node) {
    const Leave handler = OdtHandlers::of(node).leave;
    if (handler != nullptr) (this->*handler)(node);
}

void OdtText::add_text(const pugi::xml_node& node) {
    const auto parent = node.parent();
    if (local(parent) == "span" && styles_.style("text", attribute(parent, "style-name")).raised)
        page_.raised(node.value());
    else
        page_.text(node.value());
}

bool OdtText::enter_paragraph(const pugi::xml_node& node) {
    OfficeStyle style = styles_.style("paragraph", attribute(node, "style-name"));
    if (local(node) == "h") {
        const int level = std::atoi(std::string(attribute(node, "outline-level")).c_str());
        if (style.tag != "title") style.tag = heading_tag(level);
    } else if (style.tag == "p" && local(node.parent()) == "list-item") {
        style.tag = "li";
    }
    page_.open_paragraph(style);
    ++paragraphs_;
    emphasised_.push_back(style.emphasised && style.tag == "p");
    if (emphasised_.back()) page_.builder().begin_emphasis();
    if (!own_number_.empty()) {
        page_.mark(std::exchange(own_number_, {}));
        page_.text(" ");
    }
    return true;
}

void OdtText::leave_paragraph(const pugi::xml_node& /*node*/) {
    if (emphasised_.back()) page_.builder().end_emphasis();
    emphasised_.pop_back();
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

bool OdtText::enter_span(const pugi::xml_node& node) {
    const OfficeStyle& style = styles_.style("text", attribute(node, "style-name"));
    if (style.hidden) return false;  // neither shown nor printed
    emphasised_.push_back(style.emphasised);
    if (style.emphasised) page_.builder().begin_emphasis();
    return true;
}

void OdtText::leave_span(const pugi::xml_node& /*node*/) {
    if (emphasised_.back()) page_.builder().end_emphasis();
    emphasised_.pop_back();
}

bool OdtText::enter_link(const pugi::xml_node& /*node*/) {
    return page_.builder().begin_link(), true;
}
void OdtText::leave_link(const pugi::xml_node& /*node*/) { page_.builder().end_link(); }

bool OdtText::enter_space(const pugi::xml_node& /*node*/) { return page_.text(" "), false; }
bool OdtText::enter_break(const pugi::xml_node& /*node*/) { return page_.line_break(), false; }
/// Where the program broke the page by itself; within a paragraph it parts no words.
bool OdtText::enter_page_break(const pugi::xml_node& /*node*/) {
    if (paragraphs_ == 0) page_.builder().page_break();
    return false;
}

bool OdtText::enter_table(const pugi::xml_node& /*node*/) { return page_.open("table"), true; }
bool OdtText::enter_row(const pugi::xml_node& /*node*/) { return page_.open("tr"), true; }
bool OdtText::enter_cell(const pugi::xml_node& /*node*/) { return page_.open("td"), true; }
bool OdtText::enter_contents(const pugi::xml_node& /*node*/) {
    return page_.open("nav", "toc"), true;
}
bool OdtText::enter_index(const pugi::xml_node& /*node*/) {
    return page_.open("nav", "index"), true;
}
void OdtText::leave_element(const pugi::xml_node& /*node*/) { page_.close(); }

bool OdtText::enter_section(const pugi::xml_node& node) {
    const bool hidden = attribute(node, "display") == "none" ||
                        styles_.style("section", attribute(node, "style-name")).hidden;
    page_.open("section", std::string(attribute(node, "name")), hidden);
    return true;
}

bool OdtText::enter_note(const pugi::xml_node& node) {
    const std::string number = text_of(child(node, "note-citation"));
    page_.mark(number);
    if (const auto body = child(node, "note-body"))
        queued_.push_back({body, number, attribute(node, "note-class") == "endnote"});
    return false;
}

bool OdtText::enter_box(const pugi::xml_node& node) {
    if (paragraphs_ > 0) boxes_.push_back(node);
    return paragraphs_ == 0;
}

void OdtText::read_note(const OfficeNote& note) {
    own_number_ = note.number;
    page_.open("aside", note.end ? "footnote endnote" : "footnote");
    walk(note.node, *this);
    page_.close();
    own_number_.clear();
}

}  // namespace declaim
