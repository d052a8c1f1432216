#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "audio/sink.hpp"
#include "model/audio.hpp"

namespace declaim {

/// The most that the 32-bit sizes of a WAV file can count; a file over it becomes RF64.
constexpr std::uint64_t kLargestWav = 0xFFFFFFFF;

/// A sink that writes a sound file, encoded by libsndfile. The extension of the path picks the
/// format; "-" is standard output; a FIFO, a device and "-" get WAV as it comes, whatever their
/// name, with "until the end" for its length.
///
/// A regular file appears whole at `publish` or not at all. WAV is plain 16-bit PCM that every
/// reader takes. It reserves 36 bytes (a JUNK chunk) that turn it into RF64, as EBU Tech 3306
/// describes, when it has grown over `largest_wav` bytes: libsndfile's own RF64 would make every
/// small file WAVE_FORMAT_EXTENSIBLE, which simple readers refuse.
///
/// Errors: throws Error{usage} for an extension that is not known and for sound to a terminal;
///         the sink and its functions throw as base/files.hpp describes.
std::unique_ptr<AudioSink> open_wav_sink(const std::string& path, const AudioFormat& format,
                                         bool no_clobber, std::uint64_t largest_wav = kLargestWav);

}  // namespace declaim
