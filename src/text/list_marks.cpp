#include "text/list_marks.hpp"

#include <cstdlib>
#include <string>

namespace declaim {
namespace {

ListMark numbering_of(std::string_view text) {
    if (text.size() < 3 || text.substr(0, 6).find_first_of(".)") == std::string_view::npos)
        return {};
    const std::size_t open = !text.empty() && text.front() == '(' ? 1 : 0;
    text.remove_prefix(open);
    const std::size_t end = text.find_first_of(".)");
    if (end == 0 || end == std::string_view::npos || end > 4 || end + 1 >= text.size()) return {};
    if (text[end + 1] != ' ' || (open != 0 && text[end] != ')')) return {};
    const std::string_view sign = text.substr(0, end);
    ListMark mark{open + end + 2, false, 0};
    if (sign.find_first_not_of("0123456789") == std::string_view::npos) {
        mark.number = std::atoi(std::string(sign).c_str());
        return sign.size() > 2 ? ListMark{} : mark;
    }
    if (sign.find_first_not_of("ivx") == std::string_view::npos) return mark;
    const bool letter = sign.size() == 1 && sign[0] >= 'a' && sign[0] <= 'z' && text[end] == ')';
    return letter ? mark : ListMark{};
}

}  // namespace

std::size_t bullet_end(std::string_view text) noexcept {
    static constexpr std::string_view kBullets[] = {"•", "‣", "◦", "▪", "▫", "·", "●", "○",
                                                    "■", "□", "➢", "→", "*", "-", "–", "—"};
    if (text.empty() || std::string_view("\xE2\xC2*-").find(text[0]) == std::string_view::npos)
        return 0;
    for (const std::string_view bullet : kBullets)
        if (text.substr(0, bullet.size()) == bullet && text.size() > bullet.size() + 1 &&
            text[bullet.size()] == ' ')
            return bullet.size() + 1;
    return 0;
}

ListMark list_mark(std::string_view text) {
    const std::size_t bullet = bullet_end(text);
    return bullet != 0 ? ListMark{bullet, true, 0} : numbering_of(text);
}

}  // namespace declaim
