#pragma once

#include <nlohmann/json.hpp>

#include "model/speech.hpp"

namespace declaim {

/// The known fields of the metadata as a JSON object; an unknown one is absent.
nlohmann::ordered_json metadata_json(const Metadata& metadata);

}  // namespace declaim
