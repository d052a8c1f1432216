#pragma once

#include <string>

#include "model/plan.hpp"
#include "model/speech.hpp"

namespace declaim {

/// A whole speech as an SSML 1.1 document: a <p> for each block, an <s> for each sentence, <break>
/// for each pause; what is said otherwise than written as <sub>, <phoneme> and <lang>.
/// Out:    valid against the schema of the recommendation, UTF-8, a newline at the end.
std::string ssml_document(const Plan& plan, const Speech& speech);

}  // namespace declaim
