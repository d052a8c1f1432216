#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "base/unicode.hpp"
#include "model/explain.hpp"
#include "ownership_fixtures.hpp"
#include "support.hpp"

// Every visible character of a page as read is in a block, in a dropped item, or in a rewrite, in
// this order.

using namespace declaim;

namespace {

ReadOptions options_for(const std::string& path) {
    ReadOptions options;
    options.path = path;
    options.rows = true;
    return options;
}

std::string solid(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        if (!is_space(next_char(text, at))) out.append(text, begin, at - begin);
    }
    return out;
}

/// The rows that go one way, as they were and as they came out, with the rewrites on the way.
struct Stream {
    std::string before;
    std::string after;
    std::vector<std::pair<std::size_t, const Explained*>> changes;  // first byte of their row
};

/// Follows both texts; where they part, a rewrite not yet used must lead on.
class Follower {
  public:
    explicit Follower(const Stream& stream) : stream_(stream), used_(stream.changes.size()) {}

    /// Out: "" or where they part.
    std::string follow() {
        while (from_ < stream_.before.size() || to_ < stream_.after.size()) {
            const bool same = from_ < stream_.before.size() && to_ < stream_.after.size() &&
                              stream_.before[from_] == stream_.after[to_];
            if (same) {
                ++from_;
                ++to_;
            } else if (!rewrite()) {
                return "read «" + stream_.before.substr(from_ - std::min(from_, kBack), 70) +
                       "» but has «" + stream_.after.substr(to_ - std::min(to_, kBack), 70) + "»";
            }
        }
        for (std::size_t i = 0; i < used_.size(); ++i)
            if (!used_[i])
                return "no use for " + stream_.changes[i].second->rule + " «" +
                       stream_.changes[i].second->text + "»";
        return "";
    }

  private:
    static constexpr std::size_t kBack = 20;

    bool rewrite() {
        for (std::size_t i = 0; i < used_.size() && stream_.changes[i].first <= from_; ++i)
            if (!used_[i] && applies(*stream_.changes[i].second)) return used_[i] = true;
        return false;
    }

    /// What stood there may begin with what stands there still.
    bool applies(const Explained& change) {
        const std::string was = solid(change.text);
        const std::string is = solid(change.to);
        for (std::size_t back = 0; back <= std::min({was.size(), from_, to_}); ++back) {
            if (stream_.before.compare(from_ - back, was.size(), was) != 0) continue;
            if (stream_.after.compare(to_ - back, is.size(), is) != 0) continue;
            from_ = from_ - back + was.size();
            to_ = to_ - back + is.size();
            return true;
        }
        return false;
    }

    const Stream& stream_;
    std::vector<bool> used_;
    std::size_t from_ = 0;
    std::size_t to_ = 0;
};

void check_owned(const Speech& speech) {
    Stream kept;
    Stream gone;
    for (const Block& block : speech.blocks) kept.after += solid(block.text);
    for (const Dropped& item : speech.dropped) gone.after += solid(item.text);
    const std::vector<Explained> told = explain(speech, {});
    auto next = told.begin();
    std::size_t changes = 0;
    for (std::size_t i = 0; i < speech.rows.size(); ++i) {
        Stream& stream = speech.rows[i].reason.empty() ? kept : gone;
        const std::size_t begin = stream.before.size();
        stream.before += solid(speech.rows[i].text);
        for (; next != told.end() && next->row == static_cast<int>(i); ++next) {
            if (next->fate != Fate::rewritten) continue;
            stream.changes.emplace_back(begin, &*next);
            ++changes;
        }
    }
    CHECK(changes == speech.rewritten.size());
    CHECK(Follower(kept).follow() == "");
    CHECK(Follower(gone).follow() == "");
}

std::string spoken(const Speech& speech) {
    std::string text;
    for (const Block& block : speech.blocks)
        if (is_spoken(block.kind)) text += (text.empty() ? "" : "\n") + block.text + "\n";
    return text;
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("ownership: no character of a page is lost, and none is made up") {
    for (const test::Fixture& fixture : test::kFixtures) {
        INFO(fixture.name);
        const ReadOptions options = options_for(fixture.name);
        const Speech speech = read_speech(fixture.text, options, test::voices());
        check_owned(speech);
        CHECK(read_speech(fixture.text, options, test::voices()) == speech);
        ReadOptions raw = options;
        raw.raw = true;
        check_owned(read_speech(fixture.text, raw, test::voices()));
    }
}

TEST_CASE("ownership: what is read out of a text is read whole when it is read again") {
    for (const test::Fixture& fixture : test::kFixtures) {
        if (!std::string_view(fixture.name).ends_with(".txt") || !fixture.fixed) continue;
        INFO(fixture.name);
        const std::string once =
            spoken(read_speech(fixture.text, options_for("a.txt"), test::voices()));
        CHECK(spoken(read_speech(once, options_for("a.txt"), test::voices())) == once);
    }
}

TEST_CASE("ownership: what a person drops and keeps is owned") {
    for (const test::Fixture& fixture : test::kFixtures) {
        INFO(fixture.name);
        ReadOptions options = options_for(fixture.name);
        options.by_hand = {{{"Home|^Photo|[Ff]ooter"}, {"[02468]|^T"}}};
        try {
            check_owned(read_speech(fixture.text, options, test::voices()));
        } catch (const Error& error) {
            CHECK_THAT(error.what(), Catch::Contains("no speech found"));
        }
    }
}

TEST_CASE("ownership: no character of the corpus is lost") {
    const char* folder = std::getenv("DECLAIM_CORPUS");
    if (folder == nullptr || !std::filesystem::is_directory(folder)) {
        std::cout << "skipped: set DECLAIM_CORPUS to a folder of speeches\n";
        return;
    }
    std::size_t read = 0;
    std::size_t refused = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path());
        try {
            const auto options = options_for(entry.path().string());
            check_owned(read_speech(bytes_of(entry.path()), options, test::voices()));
            ++read;
        } catch (const Error&) {
            ++refused;
        }
    }
    std::cout << "ownership: " << read << " documents, " << refused << " refused\n";
    CHECK(read > 0);
}
