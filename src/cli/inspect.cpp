#include "app/look.hpp"
#include "cli/commands.hpp"
#include "cli/inspect_page.hpp"

namespace declaim {

int run_inspect(const Options& options, const DataPath& data, Terminal& terminal) {
    const Prepared ready = prepare(request_for(options), data, terminal.observer());
    print_result(options.json ? inspect_json(ready)
                              : inspect_page(ready.speech, estimate(ready), ready.profile.name,
                                             screen_of_output(), options.everything));
    return 0;
}

}  // namespace declaim
