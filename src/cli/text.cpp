#include "app/prepare.hpp"
#include "cli/commands.hpp"

namespace declaim {

int run_text(const Options& options, const DataPath& data, Terminal& terminal) {
    const Speech speech = read_request(request_for(options), data, terminal.observer());
    std::string text;
    for (const Block& block : speech.blocks) {
        if (!is_spoken(block.kind) &&
            !(block.kind == BlockKind::direction && options.speech.speak_directions))
            continue;
        text += (text.empty() ? "" : "\n") + block.text + "\n";
    }
    print_result(text);
    return 0;
}

}  // namespace declaim
