#include "app/look.hpp"
#include "cli/commands.hpp"

namespace declaim {

int run_ssml(const Options& options, const DataPath& data, Terminal& terminal) {
    print_result(as_ssml(prepare(request_for(options), data, terminal.observer())));
    return 0;
}

}  // namespace declaim
