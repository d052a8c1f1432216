#include "text/rules.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support.hpp"

using namespace declaim;

namespace {

/// A user's folder with one file, in front of the system's.
struct UserFolder {
    std::filesystem::path root;
    UserFolder(const std::string& name, const std::string& text) {
        std::string pattern =
            (std::filesystem::temp_directory_path() / "declaim-rules-XXXXXX").string();
        root = ::mkdtemp(pattern.data());
        std::filesystem::create_directories((root / name).parent_path());
        std::ofstream(root / name) << text;
    }
    UserFolder(const UserFolder&) = delete;
    UserFolder& operator=(const UserFolder&) = delete;
    ~UserFolder() { std::filesystem::remove_all(root); }
    [[nodiscard]] DataPath path() const { return DataPath({root, DECLAIM_TEST_VOICES}); }
};

std::string error_with(const std::string& name, const std::string& text) {
    const UserFolder user(name, text);
    return test::error_of([&] { load_rules("en", load_language_hints(user.path()), user.path()); });
}

}  // namespace

TEST_CASE("rules: every language's files load") {
    for (const char* language : {"en", "fr", "de", "es", "it", "pt", "nl", "pl", "ru", "en-GB"}) {
        const Rules rules = test::rules_for(language);
        CHECK(rules.language == language);
        CHECK(!rules.sentences.never.empty());
    }
    CHECK(test::rules_for("eo").sentences.never.empty());
}

TEST_CASE("rules: a mistake is shown at its place") {
    CHECK(error_with("en/address.toml", "openers = [\"Mr\"]\nnoun = [\"Ladies\"]\n")
              .find("en/address.toml:2:1: error: unknown key 'noun'; did you mean 'nouns'?") !=
          std::string::npos);
    CHECK(error_with("en/address.toml", "openers = [\"Mr\", \"!\"]\n").find(":1:18: error:") !=
          std::string::npos);
    CHECK(error_with("en/sentences.toml", "never = [\"two words\"]\n")
              .find("an abbreviation is one word") != std::string::npos);
    CHECK(error_with("en/sentences.toml", "ordinals = 3\n").find("must be true or false") !=
          std::string::npos);
    CHECK(error_with("en/furniture.toml", "genres = [\n").find("furniture.toml:") !=
          std::string::npos);
    CHECK(error_with("und/languages.toml", "[[language]]\ntag = \"en\"\n")
              .find("the four letters of its script") != std::string::npos);
}

TEST_CASE("rules: what is common to all languages must be there") {
    const UserFolder empty("x.toml", "");
    const DataPath data({empty.root});
    CHECK(test::error_of([&] { (void)load_rules("en", {}, data); }).find("und/furniture.toml") !=
          std::string::npos);
}

TEST_CASE("rules: phrases are matched word by word, the longest first") {
    Phrases phrases;
    CHECK(phrases.add("Prime Minister"));
    CHECK(phrases.add("prime"));
    CHECK_FALSE(phrases.add("…"));
    CHECK(phrases.match(words_of("The PRIME-MINISTER spoke"), 1) == 2);
    CHECK(phrases.match(words_of("Prime time"), 0) == 1);
    CHECK(phrases.match(words_of("Minister"), 0) == 0);
    CHECK(phrases.match({}, 0) == 0);
    CHECK(phrases.is(words_of("prime minister!")));
}

TEST_CASE("rules: a phrase is found in a text of any length, wherever it stands") {
    Phrases phrases;
    CHECK(phrases.add("prime minister"));
    CHECK_FALSE(phrases.occurs_in(""));
    for (const int before : {0, 1, 254, 255, 256, 257, 511, 512, 600}) {
        std::string text;
        for (int i = 0; i < before; ++i) text += "prime ";
        INFO(before);
        CHECK_FALSE(phrases.occurs_in(text));
        CHECK(phrases.occurs_in(text + "Prime Minister, " + text));
    }
}

TEST_CASE("rules: words are read with what they are made of") {
    struct Case {
        const char* text;
        const char* words;  // each with L for a letter, C for a capital, A for capitals alone
    };
    const Case cases[] = {
        {"", ""},
        {"… — ", ""},
        {"A-b 12th ÉTÉ été", "a:LCA b:L 12th:L été:LCA été:L "},
        {"naïve NAÏVE ÿx", "naïve:L naïve:LCA ÿx:L "},
        {"… Word — word 7", "word:LC word:L 7: "},
    };
    for (const Case& c : cases) {
        std::string words;
        for (const Word& word : words_of(c.text)) {
            words += word.folded + ":" + (word.letter ? "L" : "") + (word.capital ? "C" : "") +
                     (word.caps ? "A" : "") + " ";
            CHECK(word.hash == hash_of(word.folded));
        }
        CHECK(words == c.words);
    }
    CHECK(words_of("one two three", 2).size() == 2);
}
