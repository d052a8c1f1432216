#include "prosody/ssml.hpp"

#include "app/prepare.hpp"
#include "cli/commands.hpp"

namespace declaim {

int run_ssml(const Options& options, const DataPath& data) {
    const Prepared ready = prepare(request_for(options), data);
    print_result(ssml_document(ready.plan, ready.speech));
    return 0;
}

}  // namespace declaim
