#pragma once

#include <string>

#include "model/audio.hpp"
#include "model/plan.hpp"
#include "model/speech.hpp"

namespace declaim {

/// One-line text forms for tests and for looking, one item a line.
///
///     address 3 [Ladies and Gentlemen,]
///     paragraph 5-6 [One sentence.][And another.]
std::string dump(const Block& block);
///     dropped 1 navigation [Go to Homepage]
std::string dump(const Dropped& dropped);
///     title=… | speaker=… | date=…        (absent fields left out)
std::string dump(const Metadata& metadata);
/// The metadata, then blocks and dropped parts in the order of the source.
std::string dump(const Speech& speech);
///     0 address rate=0.9 range=1.2 pause=900 [Ladies and Gentlemen,]
std::string dump(const Utterance& utterance);
///     0 100-250 Ladies=100-150 Gentlemen=150-250
std::string dump(const SentenceCue& cue);

}  // namespace declaim
