// Runs a fuzz target without libFuzzer, so that it always builds and is always run: on each file
// named, and on that file with bytes changed, lost and doubled by a generator with a fixed seed.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

constexpr int kVariants = 200;

void run(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string changed(std::string bytes, std::mt19937& random) {
    for (int i = 0; i < 8 && !bytes.empty(); ++i) {
        const std::size_t at = random() % bytes.size();
        const std::size_t length = random() % 64;
        switch (random() % 4) {
            case 0:
                bytes[at] = static_cast<char>(random() % 256);
                break;
            case 1:
                bytes.erase(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.substr(at, length));
                break;
            default:
                bytes.insert(at, 1 + random() % 3, "\n \t\f.:,\0\xc3\xff"[random() % 10]);
                break;
        }
    }
    return bytes;
}

}  // namespace

int main(int argc, char** argv) {
    std::mt19937 random(20041019);  // NOLINT: the same variants in every run
    for (int i = 1; i < argc; ++i) {
        std::ifstream in(argv[i], std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (!in && bytes.empty()) return std::fprintf(stderr, "cannot read %s\n", argv[i]), 1;
        run(bytes);
        for (int k = 0; k < kVariants; ++k) run(changed(bytes, random));
    }
    return 0;
}
