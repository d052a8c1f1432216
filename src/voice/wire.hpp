#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.hpp"
#include "voice/synthesiser.hpp"

namespace declaim {

/// What passes between the synthesiser and a child that speaks. Hostile text may have corrupted the
/// child, so everything it sends is checked.
///
/// Job, parent → child:     u32 count, then per utterance u32 voice, u32 size and its SSML.
/// Results, child → parent: records of u32 kind, u32 size and a payload. Native byte order: both
///                          ends are one program on one machine.
enum class RecordKind : std::uint32_t {
    begin = 1,  ///< an utterance is about to be spoken; no payload
    frames,     ///< int16 samples
    word,       ///< i64 frame, u32 character of the markup
    end         ///< the utterance is complete; no payload
};

struct Record {
    RecordKind kind = RecordKind::end;
    std::string_view payload;  ///< valid until the next call of RecordParser::feed
};

/// The longest payload accepted, in bytes.
constexpr std::uint32_t kMaxPayload = 1U << 20;

/// An utterance as its child is given it.
struct JobItem {
    std::size_t voice = 0;  ///< as Utterance::voice
    std::string ssml;
    bool operator==(const JobItem&) const = default;
};

std::string encode_job(std::span<const Utterance> utterances);
/// Errors: throws Error{engine} for nonsense.
std::vector<JobItem> decode_job(std::string_view bytes);

std::string encode_record(RecordKind kind, std::string_view payload = {});
std::string encode_word(std::int64_t frame, std::uint32_t markup_character);

/// Cuts a byte stream into records.
class RecordParser {
  public:
    void feed(std::string_view bytes);
    /// The next whole record, or false. Errors: throws Error{engine} for nonsense.
    bool next(Record& record);

  private:
    std::string buffer_;
    std::size_t used_ = 0;
};

/// Puts the records of one utterance together.
class SpokenBuilder {
  public:
    void begin();
    /// Errors: throws Error{engine} for a record out of order or of a wrong size.
    void add(const Record& record, const Utterance& utterance);
    /// The utterance, with the silence around it cut off.
    Spoken finish();

  private:
    Spoken spoken_;
    bool open_ = false;
};

/// Cuts silence off both ends of an utterance and moves its marks accordingly.
void trim_silence(Spoken& spoken);

}  // namespace declaim
