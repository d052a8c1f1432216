#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace declaim::test {

/// Text on a sheet of 600 by 800 points.
struct TinyText {
    double x = 0;
    double y = 0;      ///< of the base line, from the top
    std::string text;  ///< Windows-1252
    double size = 10;
    int font = 1;         ///< 1 Helvetica, 2 Helvetica-Bold
    bool upward = false;  ///< turned by a quarter, to read from below
};
using TinySheet = std::vector<TinyText>;

/// Writes a PDF document as small as can be. `extra` goes to the trailer.
class TinyPdf {
  public:
    explicit TinyPdf(const std::vector<TinySheet>& sheets, const std::string& info = "",
                     const std::string& extra = "") {
        std::string kids;
        for (std::size_t i = 0; i < sheets.size(); ++i) kids += number(6 + 2 * i) + " 0 R ";
        object("<</Type/Catalog/Pages 2 0 R>>");
        object("<</Type/Pages/Count " + number(sheets.size()) + "/Kids[" + kids + "]>>");
        object(font("Helvetica"));
        object(font("Helvetica-Bold"));
        object("<<" + info + ">>");
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents " + number(7 + 2 * i) +
                   " 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>");
            const std::string text = stream(sheets[i]);
            object("<</Length " + number(text.size()) + ">>stream\n" + text + "\nendstream");
        }
        finish(extra);
    }

    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    static std::string number(std::size_t value) { return std::to_string(value); }
    static std::string font(const std::string& name) {
        return "<</Type/Font/Subtype/Type1/BaseFont/" + name + "/Encoding/WinAnsiEncoding>>";
    }

    static std::string stream(const TinySheet& sheet) {
        std::string out = "BT\n";
        for (const TinyText& text : sheet) {
            std::string escaped;
            for (const char c : text.text) {
                if (c == '(' || c == ')' || c == '\\') escaped += '\\';
                escaped += c;
            }
            char place[160];
            std::snprintf(place, sizeof place, "/F%d %g Tf %s %g %g Tm ", text.font, text.size,
                          text.upward ? "0 1 -1 0" : "1 0 0 1", text.x, 800 - text.y);
            out += place + ("(" + escaped + ") Tj\n");
        }
        return out + "ET";
    }

    void object(const std::string& body) {
        places_.push_back(bytes_.size());
        bytes_ += number(places_.size()) + " 0 obj\n" + body + "\nendobj\n";
    }

    void finish(const std::string& extra) {
        const std::size_t begin = bytes_.size();
        bytes_ += "xref\n0 " + number(places_.size() + 1) + "\n0000000000 65535 f \n";
        for (const std::size_t place : places_) {
            char row[40];
            std::snprintf(row, sizeof row, "%010zu 00000 n \n", place);
            bytes_ += row;
        }
        bytes_ += "trailer<</Size " + number(places_.size() + 1) + "/Root 1 0 R/Info 5 0 R" +
                  extra + ">>\nstartxref\n" + number(begin) + "\n%%EOF\n";
    }

    std::string bytes_ = "%PDF-1.4\n";
    std::vector<std::size_t> places_;
};

inline std::string tiny_pdf(const std::vector<TinySheet>& sheets, const std::string& info = "",
                            const std::string& extra = "") {
    return TinyPdf(sheets, info, extra).bytes();
}

}  // namespace declaim::test
