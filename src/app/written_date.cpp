#include "app/written_date.hpp"

#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>

#include <array>
#include <cstdio>
#include <memory>

namespace declaim {
namespace {

constexpr UChar kZone[] = u"UTC";

struct CloseCalendar {
    using pointer = UCalendar*;
    void operator()(UCalendar* calendar) const { ucal_close(calendar); }
};
struct CloseFormat {
    using pointer = UDateFormat*;
    void operator()(UDateFormat* format) const { udat_close(format); }
};

}  // namespace

std::string written_date(const std::string& iso, const std::string& pattern,
                         const std::string& language) {
    int year = 0;
    int month = 1;
    int day = 1;
    if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &year, &month, &day) < 1) return iso;
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 200> form{};
    u_strFromUTF8(form.data(), static_cast<int32_t>(form.size()) - 1, nullptr, pattern.data(),
                  static_cast<int32_t>(pattern.size()), &status);
    const std::unique_ptr<UCalendar, CloseCalendar> calendar(
        ucal_open(kZone, -1, language.c_str(), UCAL_GREGORIAN, &status));
    const std::unique_ptr<UDateFormat, CloseFormat> format(udat_open(
        UDAT_PATTERN, UDAT_PATTERN, language.c_str(), kZone, -1, form.data(), -1, &status));
    if (U_FAILURE(status)) return iso;
    ucal_clear(calendar.get());
    ucal_setDate(calendar.get(), year, month - 1, day, &status);
    std::array<UChar, 400> text{};
    udat_format(format.get(), ucal_getMillis(calendar.get(), &status), text.data(),
                static_cast<int32_t>(text.size()) - 1, nullptr, &status);
    std::array<char, 1200> out{};
    u_strToUTF8(out.data(), static_cast<int32_t>(out.size()) - 1, nullptr, text.data(), -1,
                &status);
    return U_SUCCESS(status) ? out.data() : iso;
}

}  // namespace declaim
