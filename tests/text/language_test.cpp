#include "text/language.hpp"

#include <catch2/catch.hpp>

#include "support.hpp"
#include "text/block_languages.hpp"

using namespace declaim;

namespace {

/// Read as if nobody had named the language.
Speech read_any(const std::string& text, bool raw = false) {
    ReadOptions options;
    options.path = "speech.txt";
    options.raw = raw;
    return read_speech(text, options, test::voices());
}

/// The languages of the blocks: "en en fr".
std::string languages_of(const Speech& speech) {
    std::string out;
    for (const Block& block : speech.blocks) out += (out.empty() ? "" : " ") + block.language;
    return out;
}

constexpr const char* kEnglish =
    "It is a great honour for me to stand here today among so many friends of this country and of "
    "its people, and we shall go on.\n\n";
constexpr const char* kFrench =
    "C'est un grand honneur pour moi d'être ici aujourd'hui parmi tant d'amis de ce pays et de son "
    "peuple. M. Tremblay l'a dit mieux que moi.\n\n";

}  // namespace

TEST_CASE("language: a document is judged by its text") {
    const auto hints = load_language_hints(test::voices());
    struct Case {
        const char* text;
        const char* language;
    };
    const Case cases[] = {
        {"We are here because it is the duty of all of us.", "en"},
        {"Nous sommes ici parce que c'est le devoir de tous.", "fr"},
        {"Wir sind hier, weil es die Pflicht von uns allen ist.", "de"},
        {"Estamos aquí porque es el deber de todos los pueblos.", "es"},
        {"Siamo qui perché è il dovere di tutti gli uomini.", "it"},
        {"Estamos aqui porque é o dever de todos nós, e não só.", "pt"},
        {"We zijn hier omdat het de plicht is van ons allen.", "nl"},
        {"Мы здесь, потому что это наш долг, и не только наш.", "ru"},
        {"Ми тут, тому що це наш обов'язок, і не лише наш.", "uk"},
        {"Vi er samlet her i dag for å snakke om fred. Det er en ære for meg.", "nb"},
        {"Vi er samlet her i dag for at tale om fred. Det er en ære for mig.", "da"},
        {"Dia dhaoibh go léir. Tá áthas orm a bheith anseo libh inniu chun labhairt.", "ga"},
        {"Είμαστε εδώ.", "el"},
        {"אנחנו כאן היום.", "he"},
        {"نحن هنا اليوم من أجل السلام.", "ar"},
        {"私たちはここにいます。", "ja"},
        {"我们在这里。", "cmn"},
        {"我們在這裡討論和平與發展的問題。", "cmn"},
        {"우리는 여기에 있습니다.", "ko"},
        {"वीरों की इस भूमि पर हम सब एक साथ हैं।", "hi"},
        {"เราอยู่ที่นี่ในวันนี้เพื่อสันติภาพ", "th"},
        {"123", "en"},
        {"", "en"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(guess_language(c.text, hints) == c.language);
    }
}

TEST_CASE("language: what is declared settles doubt and wins over no clear text") {
    const auto hints = load_language_hints(test::voices());
    struct Case {
        const char* text;
        const char* declared;
        const char* language;
    };
    const Case cases[] = {
        {"Nelson Mandela", "fr-CA", "fr"},
        {"Nelson Mandela", "ar", "en"},  // not in that script
        {"Nelson Mandela", "nonsense", "en"},
        {"Det er en ny dag.", "no", "nb"},
        {"Det er en ny dag.", "da", "da"},
        {"We are here because it is the duty of all of us.", "de", "en"},
        {"Wir sind hier, weil es die Pflicht von uns allen ist.", "en", "de"},
        {"我们在这里。", "zh-Hans", "cmn"},
        {"123", "", "en"},
        {"123", "zh", "en"},
    };
    for (const Case& c : cases) {
        INFO(c.text << " " << c.declared);
        CHECK(guess_language(c.text, hints, {c.declared, ""}) == c.language);
    }
}

TEST_CASE("language: tags as the rules have them") {
    CHECK(known_tag("zh-Hant") == "cmn");
    CHECK(known_tag("iw") == "he");
    CHECK(known_tag("NO") == "nb");
    CHECK(known_tag("en-GB") == "en");
    CHECK(known_tag("").empty());
    CHECK(are_close("nb", "da"));
    CHECK(are_close("cs", "sk"));
    CHECK_FALSE(are_close("en", "fr"));
    CHECK_FALSE(are_close("", "xx"));
}

TEST_CASE("language: each paragraph of a bilingual document has its own") {
    const std::string english = kEnglish;
    const std::string french = kFrench;
    const Speech speech = read_any("Mr. Speaker,\n\nMesdames et Messieurs,\n\n" + english + french +
                                   "Chers amis,\n\n" + french + english + french + "Merci.\n");
    CHECK(speech.source.language == "fr");
    CHECK(languages_of(speech) == "en fr en fr fr fr en fr fr");
    CHECK(speech.blocks[0].kind == BlockKind::address);
    CHECK(speech.blocks[1].kind == BlockKind::address);
    CHECK(speech.blocks[4].kind == BlockKind::address);
    CHECK(speech.blocks[3].sentences.size() == 2);  // "M." is no end in French
    CHECK(languages_of(read_any(english + french + english, true)) == "en fr en");
    CHECK(languages_of(test::read(english + french + english, "en-GB")) == "en-GB en-GB en-GB");
}

TEST_CASE("language: one paragraph of another language needs proof") {
    const std::string english = kEnglish;
    struct Case {
        const char* text;
        const char* languages;
    };
    const Case cases[] = {
        {kFrench, "en en fr en"},
        {"Nelson Mandela, Desmond Tutu, Winnie Madikizela, Oliver Tambo, Walter Sisulu.",
         "en en en en"},
        {"As the French say, c'est la vie, and plus ça change, plus c'est la même chose, you know.",
         "en en en en"},
        {"Мы здесь, потому что это наш долг, и не только наш, а всех нас.", "en en ru en"},
        {"Bonjour.", "en en en en"},
        {"Gracias a todos ustedes por haber venido esta noche, y que Dios los bendiga a ustedes y "
         "a "
         "sus familias.\n\nPax et bonum. Gaudeamus igitur iuvenes dum sumus, post iucundam "
         "iuventutem, post molestam senectutem.",
         "en en es en en"},
        {"Veni, vidi, vici.", "en en en en"},
    };
    for (const Case& c : cases) {
        INFO(c.text);
        CHECK(languages_of(read_any(english + english + c.text + "\n\n" + english)) == c.languages);
    }
}

TEST_CASE("language: close languages do not flicker") {
    const std::string norwegian =
        "Vi er samlet her i dag for å snakke om fred. Det er en stor ære for meg å stå her, og jeg "
        "er glad for det.\n\n";
    CHECK(languages_of(read_any(norwegian + "Vi har en ny dag i dag, og den er god for alle.\n\n" +
                                norwegian)) == "nb nb nb");
}

TEST_CASE("language: a document without rules is told once and segmented by structure") {
    struct Case {
        const char* text;
        const char* name;
        const char* first;
        std::size_t blocks;
        std::size_t sentences;  // of the third block
    };
    const Case cases[] = {
        {"كلمة الأمين العام أمام الجمعية\n\nالسيد الرئيس،\n\nأيها السادة،\n\nيسعدني أن أكون معكم "
         "اليوم. "
         "هل يمكننا أن ننجح؟ نعم، نستطيع.\n\nشكرا لكم.\n",
         "Arabic (ar)", "السيد الرئيس،", 4, 3},
        {"在大会上的讲话\n\n主席先生：\n\n各位嘉宾，\n\n今天，我们聚集在这里，讨论和平。我们应该怎"
         "么办？"
         "我们要合作！\n\n谢谢大家！\n",
         "Chinese (cmn)", "主席先生：", 4, 3},
        {"国際会議における演説\n\n議長、\n\n御列席の皆様、\n\n本日、お話しする機会をいただき、感謝"
         "します。"
         "私たちはどうすべきでしょうか？力を合わせます。\n\n御清聴ありがとうございました。\n",
         "Japanese (ja)", "議長、", 4, 3},
        {"Projev prezidenta ve sněmovně\n\nVážený pane předsedo,\n\ndámy a pánové,\n\nje pro mne "
         "velkou "
         "ctí, že zde dnes mohu stát. Co máme dělat? Půjdeme společně vpřed.\n\nDěkuji vám.\n",
         "Czech (cs)", "Vážený pane předsedo,", 4, 3},
        {"प्रधानमंत्री का भाषण\n\nअध्यक्ष महोदय,\n\nदेवियो और सज्जनो,\n\nआज यहाँ आकर मुझे बहुत खुशी हो रही है। "
         "हमें "
         "क्या करना चाहिए? हमें मिलकर काम करना होगा।\n\nधन्यवाद।\n",
         "Hindi (hi)", "अध्यक्ष महोदय,", 4, 3},
    };
    for (const Case& c : cases) {
        INFO(c.name);
        const Speech speech = read_any(c.text);
        REQUIRE(speech.warnings.size() == 1);
        CHECK(speech.warnings[0] == std::string("speech.txt: no rules for ") + c.name +
                                        " yet: segmented by structure alone; check with `declaim "
                                        "inspect`");
        REQUIRE(speech.blocks.size() == c.blocks);
        CHECK(speech.blocks[0].text == c.first);
        CHECK(speech.blocks[2].sentences.size() == c.sentences);
        CHECK(read_any(c.text, true).warnings.empty());
    }
    CHECK(read_any(kEnglish).warnings.empty());
}

TEST_CASE("language: wrapped lines of ideographs are joined without a space") {
    const Speech speech = read_any(
        "主席先生：\n\n今天，我们聚集在这里，共同讨论和平与发展的问题。世界正在发\n生深刻的变化，我"
        "们应该怎么"
        "办？我们要携手合作，共同应对挑战，\n让各国人民过上更好的生活，让世界更加和平，让发展惠及每"
        "一个\n"
        "人，这是我们的共同愿望。\n");
    REQUIRE(speech.blocks.size() == 2);
    CHECK(speech.blocks[1].text.find(' ') == std::string::npos);
    CHECK(speech.blocks[1].sentences.size() == 3);
}

TEST_CASE("language: lang attributes are evidence, no more") {
    const auto hints = load_language_hints(test::voices());
    const DataPath data = test::voices();
    RuleShelf shelf(hints, data);
    Page page;
    page.elements = {{-1, "body", "", "en", false}, {0, "p", "", "fr", false}};
    std::vector<Piece> pieces(4);
    pieces[0].text = kEnglish;
    pieces[1].text = "Bienvenue.";
    pieces[2].text = kEnglish;
    pieces[3].text = kFrench;
    pieces[0].element = pieces[3].element = 0;
    pieces[1].element = pieces[2].element = 1;
    set_languages(pieces, page, {{"en", "fr"}, false}, shelf);
    CHECK(pieces[0].language == "en");
    CHECK(pieces[1].language == "fr");
    CHECK(pieces[2].language == "en");  // clear text, whatever its element says
    CHECK(pieces[3].language == "fr");
}

TEST_CASE("language: a page's text wins over a wrong declaration and hidden lines do not count") {
    const auto hints = load_language_hints(test::voices());
    Page page;
    page.declared = {{"html", "lang", "de"}};
    page.elements = {{-1, "p", "", "", false}, {-1, "div", "", "", true}};
    page.lines.resize(3);
    for (PageLine& line : page.lines) line.starts_block = true;
    page.lines[0].text = kEnglish;
    page.lines[0].element = 0;
    page.lines[1].text = page.lines[2].text = kFrench;
    page.lines[1].element = page.lines[2].element = 1;
    CHECK(find_languages(page, hints).all == std::vector<std::string>{"en"});
    page.elements[1].hidden = false;
    CHECK(find_languages(page, hints).all == std::vector<std::string>{"fr", "en"});
    CHECK(find_languages({}, hints).all == std::vector<std::string>{"en"});
}
