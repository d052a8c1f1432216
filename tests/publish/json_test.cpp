#include "publish/json.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "model/plan.hpp"

using namespace declaim;
using nlohmann::json;

TEST_CASE("a speech is told with the keys that scripts rely on") {
    Speech speech;
    speech.source = {"a.html", "html", "windows-1252", "en", 9080};
    speech.metadata = {"Bread", "A. Baker", "Mayor", "2004-10-19", "A meeting", "Oslo"};
    speech.blocks = {{BlockKind::address, "Ladies and \"Gentlemen\",", "en", {14, 14}, {}},
                     {BlockKind::list_item, "Un.", "fr", {15, 16}, {}}};
    speech.dropped = {{"Go to Homepage", "navigation", {56, 57}}};
    speech.rewritten = {{"pro- gramme", "programme", "hyphen", {15, 16}}};
    speech.warnings = {"Doubtful."};
    CHECK(speech_json(speech, {1342, 540}) == R"({
  "schema": "declaim.speech/1",
  "source": {
    "path": "a.html",
    "format": "html",
    "encoding": "windows-1252",
    "language": "en",
    "bytes": 9080
  },
  "metadata": {
    "title": "Bread",
    "speaker": "A. Baker",
    "role": "Mayor",
    "date": "2004-10-19",
    "occasion": "A meeting",
    "place": "Oslo"
  },
  "blocks": [
    {
      "kind": "address",
      "text": "Ladies and \"Gentlemen\",",
      "language": "en",
      "source": {
        "first_line": 14,
        "last_line": 14
      }
    },
    {
      "kind": "list_item",
      "text": "Un.",
      "language": "fr",
      "source": {
        "first_line": 15,
        "last_line": 16
      }
    }
  ],
  "dropped": [
    {
      "text": "Go to Homepage",
      "reason": "navigation",
      "source": {
        "first_line": 56,
        "last_line": 57
      }
    }
  ],
  "rewritten": [
    {
      "from": "pro- gramme",
      "to": "programme",
      "reason": "hyphen",
      "source": {
        "first_line": 15,
        "last_line": 16
      }
    }
  ],
  "estimate": {
    "words": 1342,
    "seconds": 540
  },
  "warnings": [
    "Doubtful."
  ]
}
)");
}

TEST_CASE("what is not known is absent, and lists are lists even when empty") {
    Speech speech;
    speech.metadata.date = "2004";
    const json seen = json::parse(speech_json(speech, {}));
    CHECK(seen.at("metadata") == json{{"date", "2004"}});
    CHECK(seen.at("blocks") == json::array());
    CHECK(seen.at("dropped") == json::array());
    CHECK(seen.at("estimate") == json{{"words", 0}, {"seconds", 0}});
    CHECK(json::parse(speech_json({}, {})).at("metadata") == json::object());
}

TEST_CASE("text that is no UTF-8 cannot break the document") {
    for (const char* broken : {"\xff\xfe", "a\x80", "\xc3", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
        Speech speech;
        speech.source.path = broken;
        speech.metadata.title = broken;
        speech.blocks = {{BlockKind::paragraph, broken, broken, {1, 1}, {}}};
        speech.dropped = {{broken, broken, {1, 1}}};
        const json seen = json::parse(speech_json(speech, {}));
        CHECK(seen.at("metadata").at("title").get<std::string>().find("\ufffd") !=
              std::string::npos);
        Timeline timeline;
        timeline.sentences = {{0, broken, {}, 0, 1, {{broken, 0, 1}}, broken}};
        CHECK(json::parse(timeline_json(timeline)).at("sentences").size() == 1);
    }
}

TEST_CASE("control characters and a NUL are told as escapes") {
    Speech speech;
    speech.metadata.title = std::string("a\0b\n\x1b", 5);
    const std::string text = speech_json(speech, {});
    CHECK(text.find("a\\u0000b\\n\\u001b") != std::string::npos);
    CHECK(json::parse(text).at("metadata").at("title") == std::string("a\0b\n\x1b", 5));
}

TEST_CASE("a timeline is told with the keys that scripts rely on") {
    Timeline timeline;
    timeline.sample_rate = 22050;
    timeline.frames = std::int64_t{1} << 33;
    timeline.sentences = {
        {0,
         "Ladies, hello.",
         {1, 1},
         0,
         26400,
         {{"Ladies,", 0, 13000}, {"hello.", 13000, 26400}},
         ""},
        {2, "Crash.", {2, 2}, 26400, 26400, {{"Crash.", 26400, 26400}}, "the engine crashed"}};
    CHECK(timeline_json(timeline) == R"({
 "schema": "declaim.timeline/1",
 "sample_rate": 22050,
 "frames": 8589934592,
 "sentences": [
  {
   "block": 0,
   "text": "Ladies, hello.",
   "start": 0,
   "end": 26400,
   "words": [
    {
     "text": "Ladies,",
     "start": 0,
     "end": 13000
    },
    {
     "text": "hello.",
     "start": 13000,
     "end": 26400
    }
   ]
  },
  {
   "block": 2,
   "text": "Crash.",
   "start": 26400,
   "end": 26400,
   "skipped": true,
   "words": [
    {
     "text": "Crash.",
     "start": 26400,
     "end": 26400
    }
   ]
  }
 ]
}
)");
    timeline.sentences = {{kNoBlock, "Of the sea.", {}, 0, 9, {}, ""}};
    const json announced = json::parse(timeline_json(timeline)).at("sentences").at(0);
    CHECK(announced.at("announcement") == true);
    CHECK_FALSE(announced.contains("block"));
    const json empty = json::parse(timeline_json({}));
    CHECK(empty == json{{"schema", "declaim.timeline/1"},
                        {"sample_rate", 22050},
                        {"frames", 0},
                        {"sentences", json::array()}});
}
