#pragma once

#include <string_view>
#include <vector>

#include "model/source.hpp"

namespace declaim {

/// The passages of a sentence that are in capitals for emphasis, not because they are acronyms.
/// In:     NFC UTF-8.
/// Out:    ascending, disjoint: runs of three or more words in capitals with nothing but spaces
///         between them and one of at least four letters; the whole sentence where it has two words
///         or more and none in small letters.
std::vector<ByteRange> passages_in_capitals(std::string_view sentence);

}  // namespace declaim
