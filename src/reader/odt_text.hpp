#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "reader/odt_styles.hpp"
#include "reader/office_page.hpp"

namespace declaim {

/// Goes over the text of an OpenDocument part (`walk`) and brings it to the page.
/// Source: OpenDocument 1.3 part 3, 5 Text, 6 Inline Text, 7 Fields, 8 Indexes.
class OdtText {
  public:
    OdtText(OfficePage& page, OdtStyles& styles) : page_(page), styles_(styles) {}

    bool enter(const pugi::xml_node& node);
    void leave(const pugi::xml_node& node);

    /// The notes referred to since the last call.
    std::vector<OfficeNote> take_notes() { return std::exchange(queued_, {}); }
    void read_note(const OfficeNote& note);

    using Enter = bool (OdtText::*)(const pugi::xml_node&);
    using Leave = void (OdtText::*)(const pugi::xml_node&);

  private:
    friend struct OdtHandlers;
    void add_text(const pugi::xml_node& node);
    bool skip(const pugi::xml_node& /*node*/) { return false; }
    bool enter_paragraph(const pugi::xml_node& node);
    bool enter_span(const pugi::xml_node& node);
    bool enter_link(const pugi::xml_node& node);
    bool enter_space(const pugi::xml_node& node);
    bool enter_break(const pugi::xml_node& node);
    bool enter_page_break(const pugi::xml_node& node);
    bool enter_table(const pugi::xml_node& node);
    bool enter_row(const pugi::xml_node& node);
    bool enter_cell(const pugi::xml_node& node);
    bool enter_section(const pugi::xml_node& node);
    bool enter_contents(const pugi::xml_node& node);
    bool enter_index(const pugi::xml_node& node);
    bool enter_note(const pugi::xml_node& node);
    bool enter_box(const pugi::xml_node& node);
    void leave_paragraph(const pugi::xml_node& node);
    void leave_span(const pugi::xml_node& node);
    void leave_link(const pugi::xml_node& node);
    void leave_element(const pugi::xml_node& node);

    OfficePage& page_;
    OdtStyles& styles_;
    std::vector<bool> emphasised_;      // of the open paragraphs and spans
    int paragraphs_ = 0;                // that are open
    std::deque<pugi::xml_node> boxes_;  // of text, to be read after the paragraph they hang in
    bool in_box_ = false;
    std::vector<OfficeNote> queued_;
    std::string own_number_;  // of the note that is being read, until it stands before its text
};

}  // namespace declaim
