#include "base/hash.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

using namespace declaim;

TEST_CASE("a hash is that of XXH3-128") {
    // The empty input's hash, as xxhsum -H2 prints it.
    CHECK(content_hash("") == "99aa06d3014798d86001c324468d497f");
}

TEST_CASE("equal bytes have equal hashes, and different bytes different ones") {
    const std::string long_text(100000, 'x');
    const std::vector<std::string> all = {"",
                                          std::string(1, '\0'),
                                          std::string(2, '\0'),
                                          "a",
                                          "b",
                                          "ab",
                                          "ba",
                                          "a\n",
                                          "\xff\xfe",
                                          long_text,
                                          long_text + "x"};
    std::set<std::string> seen;
    for (const std::string& bytes : all) {
        const std::string hash = content_hash(bytes);
        CHECK(hash == content_hash(std::string(bytes)));
        CHECK(hash.size() == 32);
        CHECK(hash.find_first_not_of("0123456789abcdef") == std::string::npos);
        CHECK(seen.insert(hash).second);
    }
}
