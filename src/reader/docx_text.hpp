#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "reader/docx_parts.hpp"

namespace declaim {

/// Goes over the text of a part of a Word document (`walk`) and brings it to the page.
/// Source: ECMA-376 part 1, 17 WordprocessingML; part 3, 10 Markup Compatibility.
class DocxText {
  public:
    DocxText(OfficePage& page, DocxStyles& styles) : page_(page), styles_(styles) {}

    /// Makes the notes of a part known, so that references find them. \pre `notes` outlives this
    void add_notes(const pugi::xml_document& notes, bool end);

    bool enter(const pugi::xml_node& node);
    void leave(const pugi::xml_node& node);

    /// The notes referred to since the last call.
    std::vector<OfficeNote> take_notes() { return std::exchange(queued_, {}); }
    void read_note(const OfficeNote& note);

    using Enter = bool (DocxText::*)(const pugi::xml_node&);
    using Leave = void (DocxText::*)(const pugi::xml_node&);

  private:
    friend struct DocxHandlers;
    struct Field {
        std::string instruction;
        bool shown = false;  ///< its result has begun
        bool link = false;
    };
    bool skip(const pugi::xml_node& /*node*/) { return false; }
    bool enter_paragraph(const pugi::xml_node& node);
    bool enter_run(const pugi::xml_node& node);
    bool enter_text(const pugi::xml_node& node);
    bool enter_instruction(const pugi::xml_node& node);
    bool enter_field(const pugi::xml_node& node);
    bool enter_break(const pugi::xml_node& node);
    bool enter_space(const pugi::xml_node& node);
    bool enter_hyphen(const pugi::xml_node& node);
    bool enter_link(const pugi::xml_node& node);
    bool enter_table(const pugi::xml_node& node);
    bool enter_row(const pugi::xml_node& node);
    bool enter_cell(const pugi::xml_node& node);
    bool enter_control(const pugi::xml_node& node);
    bool enter_branch(const pugi::xml_node& node);
    bool enter_box(const pugi::xml_node& node);
    bool enter_footnote(const pugi::xml_node& node) { return enter_reference(node, false); }
    bool enter_endnote(const pugi::xml_node& node) { return enter_reference(node, true); }
    bool enter_reference(const pugi::xml_node& node, bool end);
    bool enter_own_number(const pugi::xml_node& node);
    void end_fields();
    void leave_paragraph(const pugi::xml_node& node);
    void leave_run(const pugi::xml_node& node);
    void leave_link(const pugi::xml_node& node);
    void leave_element(const pugi::xml_node& node);
    void leave_control(const pugi::xml_node& node);

    OfficePage& page_;
    DocxStyles& styles_;
    OfficeStyle paragraph_;
    int paragraphs_ = 0;                // that are open
    std::vector<bool> emphasised_;      // of the open runs
    bool raised_ = false;               // the open run
    std::vector<Field> fields_;         // that are open
    std::deque<pugi::xml_node> boxes_;  // of text, to be read after the paragraph they hang in
    bool in_box_ = false;
    std::unordered_map<std::string, pugi::xml_node> notes_[2];  // foot-, endnotes by id
    std::vector<OfficeNote> queued_;
    int numbers_ = 0;
    std::string own_number_;  // of the note that is being read
};

}  // namespace declaim
