#pragma once

#include <cstdint>
#include <string>

#include "model/audio.hpp"

namespace declaim {

/// The bytes before the samples of a WAV file, for what libsndfile does not write: a stream of
/// unknown length, and a file over 4 GiB.
/// Source: Microsoft's "Multimedia Programming Interface" (RIFF) and EBU Tech 3306 (RF64).

/// Of the 28 bytes that ds64 holds: the sizes of the file, of the data and in samples, and the
/// length of an empty table.
constexpr std::size_t kDs64Bytes = 28;

/// RIFF, the reserved chunk, fmt and the head of data: what stands before the samples of a file.
constexpr std::size_t kFileHeaderBytes = 12 + (8 + kDs64Bytes) + (8 + 16) + 8;

/// What a size is in a header when it is not known or does not fit: "until the end".
constexpr std::uint32_t kUnknownSize = 0xFFFFFFFF;

/// A plain header of 44 bytes. In: the size of the data, or kUnknownSize.
std::string wav_header(const AudioFormat& format, std::uint32_t data_bytes);

/// An RF64 header of kFileHeaderBytes.
std::string rf64_header(const AudioFormat& format, std::uint64_t data_bytes);

}  // namespace declaim
