#include "audio/file_sink.hpp"

#include <fcntl.h>
#include <sndfile.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <thread>
#include <vector>

#include "audio/wav_header.hpp"
#include "base/files.hpp"
#include "base/signals.hpp"
#include "support/child.hpp"
#include "support/failure.hpp"
#include "support/temp_folder.hpp"

using namespace declaim;
using namespace declaim::test;
using Catch::Contains;
using Catch::Matchers::StartsWith;
namespace fs = std::filesystem;

namespace {

constexpr AudioFormat kFormat = {22050};

std::vector<std::int16_t> ramp(std::size_t count) {
    std::vector<std::int16_t> out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<std::int16_t>(i * 7 - 30000);
    return out;
}

std::string get(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string bytes_of(const std::vector<std::int16_t>& frames) {
    return {reinterpret_cast<const char*>(frames.data()), frames.size() * sizeof(std::int16_t)};
}

/// A sound file as libsndfile reads it back.
struct Sound {
    SF_INFO info = {};
    std::vector<std::int16_t> frames;
};
Sound read_back(const fs::path& path) {
    Sound out;
    SNDFILE* sound = sf_open(path.c_str(), SFM_READ, &out.info);
    if (sound == nullptr) return out;
    out.frames.resize(static_cast<std::size_t>(out.info.frames));
    out.frames.resize(
        static_cast<std::size_t>(sf_read_short(sound, out.frames.data(), out.info.frames)));
    sf_close(sound);
    return out;
}

std::uint64_t number_at(const std::string& bytes, std::size_t at, int count) {
    std::uint64_t out = 0;
    for (int i = count; i-- > 0;)
        out = out << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
    return out;
}

}  // namespace

TEST_CASE("a WAV file holds what was written, as plain PCM") {
    for (const std::size_t count : {0U, 1U, 1000U, 300000U}) {
        const TempFolder folder;
        const std::string path = folder / "a.WAV";
        const auto frames = ramp(count);
        const auto sink = open_wav_sink(path, kFormat, false);
        sink->write(std::span(frames).first(count / 3));
        sink->write({});
        sink->write(std::span(frames).subspan(count / 3));
        CHECK_FALSE(fs::exists(path));
        sink->finish();
        sink->publish();
        CHECK(folder.entries() == 1);

        const Sound sound = read_back(path);
        CHECK(sound.info.samplerate == 22050);
        CHECK(sound.info.channels == 1);
        CHECK(sound.info.format == (SF_FORMAT_WAV | SF_FORMAT_PCM_16));
        CHECK(sound.frames == frames);

        const std::string bytes = get(path);
        REQUIRE(bytes.size() == kFileHeaderBytes + 2 * count);
        CHECK(bytes.substr(0, 4) == "RIFF");
        CHECK(number_at(bytes, 4, 4) == bytes.size() - 8);
        CHECK(bytes.substr(8, 8) == "WAVEfmt ");
        CHECK(number_at(bytes, 16, 4) == 16);
        CHECK(number_at(bytes, 20, 2) == 1);  // WAVE_FORMAT_PCM
        CHECK(bytes.substr(36, 4) == "JUNK");
        CHECK(bytes.substr(72, 4) == "data");
        CHECK(number_at(bytes, 76, 4) == 2 * count);
    }
}

TEST_CASE("a file too large for WAV becomes RF64") {
    const TempFolder folder;
    const auto frames = ramp(1000);
    const std::uint64_t exact = kFileHeaderBytes - 8 + 2000;
    for (const std::uint64_t largest : {exact, exact - 1}) {
        const std::string path = folder / (std::to_string(largest) + ".wav");
        const auto sink = open_wav_sink(path, kFormat, false, largest);
        sink->write(frames);
        sink->finish();
        sink->publish();
        const Sound sound = read_back(path);
        const int type = largest == exact ? SF_FORMAT_WAV : SF_FORMAT_RF64;
        CHECK(sound.info.format == (type | SF_FORMAT_PCM_16));
        CHECK(sound.info.samplerate == 22050);
        CHECK(sound.frames == frames);
    }
    const std::string bytes = get(folder / (std::to_string(exact - 1) + ".wav"));
    CHECK(bytes.substr(0, 8) == "RF64\xFF\xFF\xFF\xFF");
    CHECK(bytes.substr(8, 8) == "WAVEds64");
    CHECK(number_at(bytes, 20, 8) == bytes.size() - 8);
    CHECK(number_at(bytes, 28, 8) == 2000);
    CHECK(number_at(bytes, 36, 8) == 1000);
    CHECK(number_at(bytes, 44, 4) == 0);
    CHECK(bytes.substr(48, 4) == "fmt ");
    CHECK(bytes.substr(72, 8) == "data\xFF\xFF\xFF\xFF");
    CHECK(bytes.substr(kFileHeaderBytes) == bytes_of(frames));
}

TEST_CASE("sizes over 32 bits in an RF64 header") {
    const std::string header = rf64_header(kFormat, 0x123456789A);
    REQUIRE(header.size() == kFileHeaderBytes);
    CHECK(number_at(header, 20, 8) == 0x123456789A + kFileHeaderBytes - 8);
    CHECK(number_at(header, 28, 8) == 0x123456789A);
    CHECK(number_at(header, 36, 8) == 0x123456789A / 2);
}

TEST_CASE("a sink that is not finished leaves nothing behind") {
    const TempFolder folder;
    {
        const auto sink = open_wav_sink(folder / "a.wav", kFormat, false);
        sink->write(ramp(100000));
        CHECK(folder.entries() == 1);
    }
    CHECK(folder.entries() == 0);
}

TEST_CASE("outputs that no sink can be opened for") {
    const TempFolder folder;
    std::ofstream(folder / "old.wav") << "old";
    struct Case {
        std::string path, said;
    };
    const Case cases[] = {
        {folder / "a.xyz", "usage: cannot tell the sound format of"},
        {folder / "wav", "end its name in .wav"},
        {folder.path(), "output: "},
        {folder / "none/a.wav", "mkdir -p"},
        {folder / "old.wav", "exists already"},
        {"/dev/full", "passing: disk full while writing /dev/full"},
    };
    for (const Case& c : cases) {
        INFO(c.path);
        CHECK_THAT(failure_of([&] { open_wav_sink(c.path, kFormat, true); }), Contains(c.said));
    }
    CHECK(folder.entries() == 1);
    CHECK(get(folder / "old.wav") == "old");
}

TEST_CASE("a FIFO gets a stream of unknown length") {
    const TempFolder folder;
    const std::string path = folder / "fifo";
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    const auto frames = ramp(100000);
    std::string got;
    std::thread reader([&] { got = read_document(path, 1U << 30); });
    {
        const auto sink = open_wav_sink(path, kFormat, false);
        sink->write(frames);
        sink->finish();
        sink->publish();
    }
    reader.join();
    REQUIRE(got.size() == 44 + bytes_of(frames).size());
    CHECK(got.substr(0, 8) == "RIFF\xFF\xFF\xFF\xFF");
    CHECK(got.substr(8, 8) == "WAVEfmt ");
    CHECK(number_at(got, 20, 2) == 1);
    CHECK(number_at(got, 24, 4) == 22050);
    CHECK(got.substr(36, 8) == "data\xFF\xFF\xFF\xFF");
    CHECK(got.substr(44) == bytes_of(frames));
}

namespace {

/// What standard output becomes when a sink writes `frames` to it in a child.
std::string to_standard_output(const fs::path& path, int flags,
                               const std::vector<std::int16_t>& frames) {
    return in_child([&] {
        const UniqueFd file(::open(path.c_str(), flags, 0600));
        ::dup2(file.get(), STDOUT_FILENO);
        return failure_of([&] {
            const auto sink = open_wav_sink("-", kFormat, false);
            sink->write(frames);
            sink->finish();
            sink->publish();
        });
    });
}

}  // namespace

TEST_CASE("standard output redirected to a file tells its length") {
    const TempFolder folder;
    const auto frames = ramp(500);
    CHECK(to_standard_output(folder / "a.wav", O_WRONLY | O_CREAT, frames).empty());
    CHECK(get(folder / "a.wav") == wav_header(kFormat, 1000) + bytes_of(frames));
    CHECK(read_back(folder / "a.wav").frames == frames);

    std::ofstream(folder / "b") << "before";
    CHECK(to_standard_output(folder / "b", O_WRONLY | O_APPEND, frames).empty());
    CHECK(get(folder / "b") == "before" + wav_header(kFormat, kUnknownSize) + bytes_of(frames));
}

TEST_CASE("standard output: a closed pipe, a terminal, a full disk") {
    CHECK(in_child([] {
              catch_stop_signals();
              int ends[2];
              REQUIRE(::pipe(ends) == 0);
              ::dup2(ends[1], STDOUT_FILENO);
              return failure_of([&] {
                  const auto sink = open_wav_sink("-", kFormat, false);
                  ::close(ends[0]);
                  sink->write(ramp(10));
              });
          }) == "pipe closed");
    CHECK_THAT(in_child([] {
                   ::dup2(::posix_openpt(O_RDWR | O_NOCTTY), STDOUT_FILENO);
                   return failure_of([&] { open_wav_sink("-", kFormat, false); });
               }),
               StartsWith("usage: standard output is a terminal"));
    CHECK_THAT(to_standard_output("/dev/full", O_WRONLY, {1}),
               StartsWith("passing: disk full while writing standard output"));
}

TEST_CASE("a full disk is noticed by the sink and leaves nothing") {
    const TempFolder folder;
    const char* where = folder.path().c_str();
    if (::mount("none", where, "tmpfs", 0, "size=64k") != 0) {
        WARN("not allowed to mount a small disk: the full disk is not tested");
        return;
    }
    const std::string path = folder / "a.wav";
    const std::string failed = failure_of([&] {
        const auto sink = open_wav_sink(path, kFormat, false);
        for (int i = 0; i < 100; ++i) sink->write(ramp(1000));
        sink->finish();
        sink->publish();
    });
    const std::size_t entries = folder.entries();
    ::umount(where);
    CHECK(failed == "passing: disk full while writing " + path + ": free some space and run again");
    CHECK(entries == 0);
}

// By hand only, for it writes 4 GiB: test_audio "[large]"
TEST_CASE("a real file over 4 GiB reads back whole", "[.][large]") {
    const TempFolder folder;
    const std::string path = folder / "large.wav";
    const auto frames = ramp(std::size_t{1} << 20);
    const auto sink = open_wav_sink(path, kFormat, false);
    for (int i = 0; i < 2049; ++i) sink->write(frames);
    sink->finish();
    sink->publish();
    SF_INFO info = {};
    SNDFILE* sound = sf_open(path.c_str(), SFM_READ, &info);
    REQUIRE(sound != nullptr);
    CHECK(info.frames == sf_count_t{2049} << 20);
    CHECK((info.format & SF_FORMAT_TYPEMASK) == SF_FORMAT_RF64);
    std::vector<std::int16_t> last(frames.size());
    sf_seek(sound, sf_count_t{2048} << 20, SEEK_SET);
    CHECK(sf_read_short(sound, last.data(), sf_count_t{1} << 20) == sf_count_t{1} << 20);
    CHECK(last == frames);
    sf_close(sound);
}
