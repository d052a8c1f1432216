#pragma once

#include <sys/mount.h>

#include <fstream>
#include <string>

#include "support/temp_folder.hpp"

namespace declaim::test {

/// A small file system of its own, while it lives; `mounted` tells whether it could be made.
class SmallDisk {
  public:
    SmallDisk() : mounted_(::mount("small", folder_.path().c_str(), "tmpfs", 0, "size=1m") == 0) {}
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        if (mounted_) ::umount(folder_.path().c_str());
    }
    [[nodiscard]] bool mounted() const noexcept { return mounted_; }
    [[nodiscard]] const TempFolder& folder() const noexcept { return folder_; }

    /// Leaves room for names, and for not one byte in them.
    void fill() const {
        std::ofstream out(folder_ / "filler", std::ios::binary);
        while (out << std::string(4096, 'x') << std::flush) continue;
    }

  private:
    TempFolder folder_;
    bool mounted_;
};

}  // namespace declaim::test
