#include "text/content.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "support.hpp"

using namespace declaim;

namespace {

const std::string kSpeech =
    "<p>We have come a long way since the river last rose, and we will go further still.</p>\n"
    "<p>I remember the night when the water stood at the door of this hall, and nobody slept.</p>\n"
    "<p>Let us build the wall that our children will thank us for, stone by stone, every "
    "year.</p>\n"
    "<p>Thank you all for coming, and thank you for the bread that was on every table today.</p>\n";

const std::string kMenu =
    "<ul><li><a href=/a>Home</a><li><a href=/b>News</a><li><a href=/c>Speeches</a></ul>\n";

/// What is read, a block a line, in the format HTML.
std::string read(const std::string& body, const std::string& head = "") {
    ReadOptions options;
    options.path = "a.html";
    options.format = "html";
    options.language = "en";
    const Speech speech =
        read_speech("<html><head>" + head + "</head><body>" + body, options, test::voices());
    std::string out;
    for (const Block& block : speech.blocks)
        if (is_spoken(block.kind)) out += block.text.substr(0, 12) + "|";
    return out;
}

/// The blocks of kSpeech as `read` gives them.
const std::string kRead = "We have come|I remember t|Let us build|Thank you al|";

struct Case {
    const char* what;
    std::string body;
    std::string read = kRead;
    std::string head = "";
};

void check(const std::vector<Case>& cases) {
    for (const Case& c : cases) {
        INFO(c.what);
        CHECK(read(c.body, c.head) == c.read);
    }
}

}  // namespace

TEST_CASE("content: the text is where the prose is") {
    check({
        {"bare", kSpeech},
        {"between menus", kMenu + "<h1>On Bread</h1>" + kSpeech + kMenu},
        {"in a column of a table",
         "<table><tr><td>" + kMenu + "<td>" + kSpeech + "<td>" + kMenu + "</table>"},
        {"in a form around the page", "<form>" + kMenu + "<div>" + kSpeech + "</div></form>"},
        {"parted by line breaks",
         kMenu + "<div>We have come a long way, and we will go further still.<br><br>I remember "
                 "the night, and nobody slept at all.<br><br>Thank you all for coming.</div>",
         "We have come|I remember t|Thank you al|"},
        {"in sections",
         "<main><h1>On Bread</h1><section><h2>One</h2>" + kSpeech +
             "</section><section><h2>Two</h2>" + kSpeech + "</section></main>",
         "One|" + kRead + "Two|" + kRead},
        {"in two containers of one class",
         "<div class=x>" + kSpeech + kSpeech +
             "</div><div class=ad><a href=/q>Buy bread</a></div>"
             "<div class=x>" +
             kSpeech + "</div>",
         kRead + kRead + kRead},
        {"each sentence a link into the recording",
         kMenu + "<p><a href='#1'>We have come a long way since the river last rose, and so on."
                 "</a></p><p><a href='#2'>I remember the night when the water stood at the door."
                 "</a></p>",
         "We have come|I remember t|"},
    });
}

TEST_CASE("content: what the markup marks is believed as far as the page uses it so") {
    const std::string comment =
        "<p>I was there and I have never heard such a thing in all my life, believe me.</p>";
    check({
        {"nav, aside, footer", "<nav>" + comment + "</nav>" + kSpeech + "<aside>" + comment +
                                   "</aside><footer>" + comment + "</footer>"},
        {"class names in any spelling", kSpeech + "<div class=related-posts>" + comment +
                                            "</div><div class=shareBar>" + comment +
                                            "</div><div id=cookie_notice>" + comment + "</div>"},
        {"comments, however many", "<h1>T</h1>" + kSpeech + "<div id=comments>" + comment +
                                       comment + comment + comment + comment + comment + "</div>"},
        {"a widget around each paragraph",
         "<div class=widget>We have come a long way since the river last rose, my friends.</div>"
         "<div class=widget>I remember the night when the water stood at the door of this hall."
         "</div><div class=widget>Thank you all for coming, and thank you for the bread.</div>",
         "We have come|I remember t|Thank you al|"},
        {"a sidebar class on the page", "<div class=has-sidebar>" + kSpeech + "</div>"},
        {"a hidden copy in another language",
         kSpeech + "<div hidden lang=fr><p>Nous avons fait un long chemin depuis la crue, et nous "
                   "irons plus loin encore, mes amis.</p></div>"},
        {"what opens with a click",
         "<p>The mayor spoke.</p><div style='display:none'>" + kSpeech + "</div>", kRead},
        {"hidden", kSpeech + "<div style='display:none'>" + comment + "</div>"},
        {"captions",
         "<figure><img src=x><p>The hall in 1902, as a painter saw it.</p></figure>" + kSpeech},
        {"a quotation in a figure",
         kSpeech +
             "<figure><blockquote>Bread is the sun of the poor, she said.</blockquote>"
             "</figure>" +
             kSpeech,
         kRead + "Bread is the|" + kRead},
    });
}

TEST_CASE("content: lists of other pages go, with their summaries") {
    const std::string teaser =
        "<div class=i><h4><a href=/x>Another page</a></h4><p>The minister opened the bridge on "
        "Monday, and all who were there were glad of it.</p></div>";
    const std::string section =
        "<div class=s><h4><a href='#x'>A part</a></h4><p>We opened the bridge on Monday, and all "
        "who were there were glad of it.</p></div>";
    check({
        {"below", kSpeech + "<div><h3>More</h3>" + teaser + teaser + "</div>"},
        {"beside",
         "<div><div>" + kSpeech + "</div><div>" + teaser + teaser + teaser + "</div></div>"},
        {"headings that link to themselves stay", kSpeech + section + section + section,
         kRead + "A part|We opened th|A part|We opened th|A part|We opened th|"},
        {"links alone", kSpeech + "<ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul>"},
    });
}

TEST_CASE("content: boxes in the text go, what belongs to it stays") {
    check({
        {"a form",
         kSpeech +
             "<div><h4>Our letter</h4><p>Every week in your box.</p><button>Sign up"
             "</button></div>" +
             kSpeech,
         kRead + kRead},
        {"a box on something else",
         kSpeech + "<div><p>Read also</p><p>The bridge of Monday is open to all.</p></div>" +
             kSpeech,
         kRead + kRead},
        {"a pull quote",
         kSpeech +
             "<div class=q><span>Nobody slept, I remember the night.</span>"
             "</div><div class=q><div>“I remember the night when the water "
             "stood at the door of this hall”</div></div>" +
             kSpeech,
         kRead + "Nobody slept|" + kRead},
        {"a list", kSpeech + "<ul><li>bread</li><li>land</li></ul>" + kSpeech,
         kRead + "bread|land|" + kRead},
        {"a table", kSpeech + "<table><tr><td>Bread<td>1,900</tr></table>" + kSpeech,
         kRead + "Bread|1,900|" + kRead},
        {"short sentences that begin as calls do",
         kSpeech + "<p>Share the bread.</p><p>Subscribe to hope.</p><h2>Related issues</h2>" +
             kSpeech,
         kRead + "Share the br|Subscribe to|Related issu|" + kRead},
        {"a sentence that is a link",
         kSpeech + "<p><a href=/x>It was not your fault.</a></p>" + kSpeech,
         kRead + "It was not y|" + kRead},
        {"a call that is a link",
         kSpeech + "<p><a href=/x>Read more about bread.</a></p>" + kSpeech, kRead + kRead},
        {"a call below with a link",
         kSpeech + "<p>Hear <a href=/x>the speech</a> of the mayor</p>"},
        {"the head of a list", kSpeech + "<p>THREE THINGS TOMORROW:</p><ul><li>bread</li></ul>",
         kRead + "THREE THINGS|bread|"},
        {"a last word set apart", kSpeech + "<center>Amen</center>" + kMenu, kRead + "Amen|"},
        {"what is printed below",
         kSpeech + "<div class=p><p>Printed from the site.</p><p>http://example.org/x</p></div>"},
    });
}

TEST_CASE("content: above the title nothing is text, beside it only what someone says") {
    const std::string title = "<title>On Bread and Water - The Town</title>";
    check({
        {"above",
         "<div><p>Get the news of the town every morning, free.</p></div><div><h3>On Bread "
         "and Water</h3><div>" +
             kSpeech + "</div></div>",
         kRead, title},
        {"a summary",
         "<div><h1>On Bread and Water</h1><div><p>The mayor spoke of bread and water "
         "in the great hall.</p></div><div>" +
             kSpeech + "</div></div>",
         kRead, title},
        {"the first words",
         "<div><h1>On Bread and Water</h1><div><p>Good morning, I am glad to see you all here."
         "</p></div><div>" +
             kSpeech + "</div></div>",
         "Good morning|" + kRead, title},
        {"the first of several headings",
         "<h1>On Bread and Water</h1><h2>The beach</h2>" + kSpeech + "<h2>The hills</h2>" + kSpeech,
         "The beach|" + kRead + "The hills|" + kRead, title},
        {"salutations",
         "<div><h1>On Bread and Water</h1><div><p>Ladies and Gentlemen,</p></div><div>" + kSpeech +
             "</div></div>",
         "Ladies and G|" + kRead, title},
    });
}

TEST_CASE("content: documents for paper lose only the heads and feet of their sheets") {
    Page page;
    page.elements = {{-1, "body", "", "", false},
                     {0, "header", "", "", false},
                     {0, "p", "Date", "", false},
                     {0, "aside", "footnote", "", false}};
    for (int element : {1, 2, 3}) {
        page.lines.emplace_back();
        page.lines.back().text = "x";
        page.lines.back().element = element;
    }
    const Rules rules = test::rules_for("en");
    const auto reasons =
        find_content(page, load_markup_rules(test::voices()), rules, DateReader("en"));
    CHECK(reasons == std::vector<std::string_view>{"running head", "", "footnote"});
}

TEST_CASE("content: class names are words") {
    const auto words = [](const char* hints) {
        std::string out;
        for (const Word& word : hint_words(hints)) out += word.folded + " ";
        return out;
    };
    CHECK(words("post-content postContent post_content") ==
          "post content post content post content ");
    CHECK(words("CSS-1x2Y3z mw-parser") == "css 1x2y3z mw parser ");
    CHECK(words("") == "");
}
