#include "text/decode.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "text/sniff.hpp"

using namespace declaim;
using namespace std::string_literals;

TEST_CASE("decode: the charset is found or asked for") {
    struct Case {
        std::string bytes;
        const char* asked;
        const char* encoding;
        const char* text;
    };
    const Case cases[] = {
        {"plain", "", "utf-8", "plain"},
        {"\xEF\xBB\xBFmarked", "", "utf-8", "marked"},
        {"\xFF\xFEH\0i\0"s, "", "utf-16le", "Hi"},
        {"\xFE\xFF\0H\0i"s, "", "utf-16be", "Hi"},
        {"\xFF\xFE\0\0H\0\0\0"s, "", "utf-32le", "H"},
        {"\0\0\xFE\xFF\0\0\0H"s, "", "utf-32be", "H"},
        {"W\0i\0t\0h\0o\0u\0t\0"s, "", "utf-16le", "Without"},
        {"\x93quoted\x94 \x96 caf\xE9", "windows-1252", "windows-1252", "“quoted” – café"},
        {"caf\xE9", "latin1", "windows-1252", "café"},
        {"\xF0\xD2\xC9\xD7\xC5\xD4", "KOI8-R", "koi8-r", "Привет"},
        {"\xCF\xF0\xE8\xE2\xE5\xF2", "cp1251", "windows-1251", "Привет"},
        {"\xD8=\xDE\x00"s, "utf-16be", "utf-16be", "😀"},
    };
    for (const Case& c : cases) {
        const Decoded decoded = decode(c.bytes, c.asked, "x");
        CHECK(decoded.encoding == c.encoding);
        CHECK(decoded.text == c.text);
    }
}

TEST_CASE("decode: what is not UTF-8 is detected") {
    const Decoded french = decode(
        "Mesdames et Messieurs, l'\xE9t\xE9 a \xE9t\xE9 tr\xE8s long et le d\xE9"
        "bat a commenc\xE9.",
        "", "x");
    CHECK(french.text.find("été a été très long") != std::string::npos);
    const Decoded russian = decode(
        "\xD3\xE2\xE0\xE6\xE0\xE5\xEC\xFB\xE5 \xEA\xEE\xEB\xEB\xE5\xE3\xE8, "
        "\xF1\xE5\xE3\xEE\xE4\xED\xFF \xEC\xFB \xE3\xEE\xE2\xEE\xF0\xE8\xEC \xEE \xEC\xE8\xF0\xE5.",
        "", "x");
    CHECK(russian.text.find("сегодня мы говорим") != std::string::npos);
    CHECK(decode("Se\xF1or presidente, gracias.", "", "x").text == "Señor presidente, gracias.");
    CHECK(decode("r\x98", "", "x").encoding == "windows-1252");  // taken for a charset ICU lacks
}

TEST_CASE("decode: line ends, controls and what cannot be seen") {
    CHECK(decode("a\r\nb\rc\xC2\x85"
                 "d\xE2\x80\xA8"
                 "e\xE2\x80\xA9"
                 "f\vg",
                 "", "x")
              .text == "a\nb\nc\nd\ne\nf\ng");
    CHECK(decode("a\fb\tc\x01\x7F", "", "x").text == "a\fb\tc");
    CHECK(decode("co\xC2\xAD"
                 "op\xE2\x80\x8B\xEF\xBB\xBF",
                 "", "x")
              .text == "coop");
    CHECK(decode("a\uFDD0\uFFFE\uFFFF\U0001FFFEb\uFFFD", "", "x").text == "ab\uFFFD");
    CHECK(decode("e\xCC\x81", "", "x").text == "é");
    CHECK(
        decode("“Plain letters of ASCII, more than thirty of them,” cafe\xCC\x81", "", "x").text ==
        "“Plain letters of ASCII, more than thirty of them,” café");
    CHECK(decode("one two\x7Fthree\x01 four five\tsix", "", "x").text ==
          "one twothree four five\tsix");
    CHECK(decode("\xE2\x80", "utf-8", "x").text == "\xEF\xBF\xBD");
}

TEST_CASE("decode: an unknown charset is refused with the nearest") {
    const auto message = [](const char* name) {
        return test::error_of([&] { decode("x", name, "a.txt"); });
    };
    CHECK(message("utf-9").find("did you mean 'utf-") != std::string::npos);
    CHECK(message("windows-1253x").find("did you mean 'windows-125") != std::string::npos);
    CHECK(message("!!").find("a.txt: unknown character encoding '!!'") == 0);
}

TEST_CASE("sniff: binary files are named, text and HTML told apart") {
    struct Case {
        std::string bytes;
        const char* result;
    };
    const Case cases[] = {
        {"A speech.", "text"},
        {"<p>in a speech</p> it may happen", "html"},
        {"  <!DOCTYPE html><html>", "html"},
        {"\xEF\xBB\xBF<HTML><BODY>", "html"},
        {"<laughter> and then", "text"},
        {"a < b", "text"},
        {"%PDF-1.4 …", "pdf"},
        {"PK\x03\x04 mimetypeapplication/epub+zip", "epub"},
        {"PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", "odt"},
        {"PK\x03\x04 … word/document.xml", "docx"},
        {"PK\x03\x04rest",
         "x: this is a ZIP archive, and no Word, OpenDocument or EPUB text; unpack it and read "
         "what is in it"},
        {"{\\rtf1 x}", "x: this is an RTF document; save it as DOCX or ODT and read that"},
        {"\xD0\xCF\x11\xE0\xA1",
         "x: this is a Microsoft Office document that is old or locked with a password; save it as "
         "DOCX or ODT, without one, and read that"},
        {"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;",
         "x: this is a web archive (MHTML); save the page as HTML and read that"},
        {"a\0b"s, "x: this is a binary file, not text; give a document with the text of a speech"},
        {"\x01\x02\x03\x04 ab",
         "x: this is a binary file, not text; give a document with the text of a speech"},
    };
    for (const Case& c : cases) {
        std::string result;
        const std::string error = test::error_of([&] { result = sniff_format(c.bytes, "x"); });
        CHECK((error.empty() ? result : error) == c.result);
    }
}

TEST_CASE("decode: an encoding that was named wrongly is told") {
    const std::string russian =
        "\xF5\xD7\xC1\xD6\xC1\xC5\xCD\xD9\xC5 \xCB\xCF\xCC\xCC\xC5\xC7\xC9, "
        "\xD3\xC5\xC7\xCF\xC4\xCE\xD1 \xCD\xD9 \xC7\xCF\xD7\xCF\xD2\xC9\xCD \xCF "
        "\xCD\xC9\xD2\xC5.";
    const auto message = [](const std::string& bytes, const char* asked) {
        return test::error_of([&] { decode(bytes, asked, "a.txt"); });
    };
    const std::string wrong = message(russian, "utf-8");
    CHECK(wrong.find("a.txt: ") == 0);
    CHECK(wrong.find("cannot be read as utf-8; it looks like koi8-r: name that or leave "
                     "--encoding out") != std::string::npos);
    CHECK(message(russian, "koi8-r").empty());
    CHECK(message("a\xFF"
                  "b\xFE"
                  "c",
                  "utf-8")
              .empty());
    CHECK(message(std::string(8000, 'a') + "\xFF \xFF \xFF \xFF \xFF", "utf-8").empty());
    CHECK(message("\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", "utf-8").empty());
}

TEST_CASE("decode: what a page declares is weighed against its bytes") {
    const std::string french =
        "l'\xE9t\xE9 a \xE9t\xE9 tr\xE8s long \x96 et le d\xE9"
        "bat a commenc\xE9";
    const std::string russian_1251 =
        "\xD3\xE2\xE0\xE6\xE0\xE5\xEC\xFB\xE5 \xEA\xEE\xEB\xEB\xE5\xE3\xE8, "
        "\xF1\xE5\xE3\xEE\xE4\xED\xFF \xEC\xFB \xE3\xEE\xE2\xEE\xF0\xE8\xEC \xEE \xEC\xE8\xF0\xE5.";
    const std::string plain(3000, 'a');
    struct Case {
        std::string head;
        std::string body;
        bool markup;
        const char* encoding;
        const char* part;
    };
    const Case cases[] = {
        // A right declaration settles what the bytes leave open.
        {"<meta charset='windows-1250'>", "p\xF8\xED\xB9t\xED", true, "windows-1250", "příątí"},
        {"<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=iso-8859-7\">",
         "\xEA\xE1\xEB\xE7", true, "iso-8859-7", "καλη"},
        {"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>", "\xBE", true, "iso-8859-2", "ž"},
        {"<meta charset=iso-8859-1>", french, true, "windows-1252", "très long – et"},
        {"<meta charset=gb2312>", "\xD6\xF7\xCF\xAF\xCF\xC8\xC9\xFA", true, "gb18030", "主席先生"},
        // A wrong one does not win.
        {"<meta charset=windows-1252>", "caf\xC3\xA9", true, "utf-8", "café"},
        {"<meta charset=utf-8>", french, true, "windows-1252", "très long – et"},
        {"<meta charset=utf-16>", french, true, "windows-1252", "très long – et"},
        {"<meta charset=nonsense>", french, true, "windows-1252", "très long – et"},
        {"<meta charset=windows-1252>", russian_1251, true, "windows-1251", "сегодня мы"},
        {"<meta charset=koi8-r>", russian_1251 + russian_1251 + russian_1251, true, "windows-1251",
         "сегодня мы"},
        {"<meta charset=windows-1251>", french + ", " + french, true, "windows-1252", "été a été"},
        {"<meta charset=shift_jis>", french, true, "windows-1252", "très long – et"},
        // Where it counts, and where not.
        {"<!-- <meta charset=koi8-r> -->", french, true, "windows-1252", "très long"},
        {"<meta name=description content=\"the charset=koi8-r\">", french, true, "windows-1252",
         "très long"},
        {"<meta charset=koi8-r>", french, false, "windows-1252", "très long"},
        {std::string(5000, ' ') + "<meta charset=koi8-r>", french, true, "windows-1252",
         "très long"},
        // UTF-8 with a few other bytes in it.
        {"<meta charset=utf-8>", plain + "\xC3\xA9 \x93we\x94 \xC3\xA9", true, "utf-8", "é “we” é"},
        {"",
         "d\xC3\xA9j\xC3\xA0 \xC3\xA9t\xC3\xA9 \xC3\xA9t\xC3\xA9 \xC3\xA9t\xC3\xA9 "
         "\xC3\xA9t\xC3\xA9 \xC3\xA9t\xC3\xA9\x85 it\x92s",
         false, "utf-8", "été… it’s"},
        {"",
         "na\xC3\xAFve " + plain +
             "\xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 "
             "\xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \x96 end",
         false, "utf-8", "’ – end"},
        {"",
         "\xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 "
         "\xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 "
         "\xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 \xE2\x80\x99 "
         "\xE2\x80\x99 \xE2\x80\x99 cut \xE2\x80",
         false, "utf-8", "cut \xEF\xBF\xBD"},
    };
    for (const Case& c : cases) {
        INFO(c.head << c.part);
        const Decoded decoded = decode(c.head + c.body, "", "x", c.markup);
        CHECK(decoded.encoding == c.encoding);
        CHECK(decoded.text.find(c.part) != std::string::npos);
    }
}

TEST_CASE("decode: quotes of windows-1252 among the controls of ISO 8859-1") {
    CHECK(decode("\xC2\x93we\xC2\x94 \xC2\x96 it\xC2\x92s\xC2\x85", "", "x").text ==
          "“we” – it’s…");
    CHECK(decode("a\xC2\x80\xC2\x9F"
                 "b",
                 "", "x")
              .text == "ab");
}

TEST_CASE("decode: charsets that shift by escapes") {
    const std::string japanese =
        "\x1B$B;d$?$A$O$3$3$K$$$^$9\x1B(B, \x1B$B;d$?$A$O$3$3$K$$$^$9\x1B(B.";
    CHECK(decode(japanese, "", "x").text.find("私たちはここにいます") == 0);
    CHECK(decode("\x1B[1mbold\x1B[0m", "", "x").encoding == "utf-8");
}
