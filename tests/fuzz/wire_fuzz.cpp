// Any bytes from an engine's process: the parser gives records or throws an Error.

#include "base/error.hpp"
#include "voice/wire.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    declaim::Utterance utterance;
    utterance.text = "Où là";
    utterance.markup = {"<s>Où là</s>", {{3, 0, 5}}};
    declaim::RecordParser parser;
    declaim::SpokenBuilder builder;
    try {
        parser.feed({reinterpret_cast<const char*>(bytes), size});
        for (declaim::Record record; parser.next(record);) {
            if (record.kind == declaim::RecordKind::begin)
                builder.begin();
            else if (record.kind == declaim::RecordKind::end)
                static_cast<void>(builder.finish());
            else
                builder.add(record, utterance);
        }
    } catch (const declaim::Error&) {
    }
    return 0;
}
