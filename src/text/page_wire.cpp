#include "text/page_wire.hpp"

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace declaim {
namespace {

using Json = nlohmann::json;
/// A number or a text. Plain: a compiler takes a moved-from variant for one never filled.
struct Scalar {
    bool is_text = false;
    std::int64_t number = 0;
    std::string text;
};

constexpr const char* kPage = "declaim.page/1";
constexpr const char* kFailure = "declaim.failure/1";

[[noreturn]] void nonsense() {
    throw Error(ErrorKind::data,
                "declaim-reader answers what this declaim does not understand; install both anew");
}

/// Takes one array of strings and numbers and stops at anything else. The reader of CBOR in the
/// library goes deeper with every bracket it meets, before anybody is asked; that of MessagePack
/// asks.
class FlatReader : public nlohmann::json_sax<Json> {
  public:
    std::vector<Scalar> scalars;

    bool null() override { return false; }
    bool boolean(bool /*value*/) override { return false; }
    bool number_integer(std::int64_t value) override { return add({false, value, {}}); }
    bool number_unsigned(std::uint64_t value) override {
        return value <= INT64_MAX && add({false, static_cast<std::int64_t>(value), {}});
    }
    bool number_float(double /*value*/, const std::string& /*text*/) override { return false; }
    bool string(std::string& value) override { return add({true, 0, std::move(value)}); }
    bool binary(Json::binary_t& /*value*/) override { return false; }
    bool start_object(std::size_t /*size*/) override { return false; }
    bool key(std::string& /*value*/) override { return false; }
    bool end_object() override { return false; }
    bool start_array(std::size_t /*size*/) override { return !std::exchange(open_, true); }
    bool end_array() override { return true; }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }

  private:
    bool add(Scalar value) {
        scalars.push_back(std::move(value));
        return open_;
    }
    bool open_ = false;
};

/// Takes the scalars one by one; throws where one is not what it must be.
class Cursor {
  public:
    explicit Cursor(std::vector<Scalar> scalars) : scalars_(std::move(scalars)) {}

    std::string text() {
        Scalar& value = next();
        if (!value.is_text) nonsense();
        return std::move(value.text);
    }
    std::int64_t number(std::int64_t least, std::int64_t most) {
        const Scalar& value = next();
        if (value.is_text || value.number < least || value.number > most) nonsense();
        return value.number;
    }
    int integer(int least, int most) { return static_cast<int>(number(least, most)); }
    std::size_t size(std::size_t least, std::size_t most) {
        return static_cast<std::size_t>(
            number(static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)));
    }
    bool flag() { return number(0, 1) == 1; }
    /// How many of something follow: each takes a scalar at least.
    std::size_t count() { return size(0, scalars_.size() - at_); }
    void end() const {
        if (at_ != scalars_.size()) nonsense();
    }

  private:
    Scalar& next() {
        if (at_ >= scalars_.size()) nonsense();
        return scalars_[at_++];
    }
    std::vector<Scalar> scalars_;
    std::size_t at_ = 0;
};

std::string packed(const Json& array) {
    std::string bytes;
    Json::to_msgpack(array, bytes);
    return bytes;
}

void encode_line(const PageLine& line, Json& out) {
    for (const Json& each :
         {Json(line.text), Json(line.line), Json(line.indent), Json(line.starts_block ? 1 : 0),
          Json(line.starts_page ? 1 : 0), Json(line.note ? 1 : 0), Json(line.element),
          Json(line.linked), Json(line.linked_inside), Json(line.emphasised)})
        out.push_back(each);
    out.push_back(line.marks.size());
    for (const ByteRange& mark : line.marks) {
        out.push_back(mark.begin);
        out.push_back(mark.end);
    }
    out.push_back(line.starts.size());
    for (const LineStart& start : line.starts) {
        out.push_back(start.at);
        out.push_back(start.line);
    }
}

constexpr int kMost = std::numeric_limits<int>::max();

PageLine decode_line(Cursor& in, std::size_t elements) {
    PageLine line;
    line.text = in.text();
    if (line.text.empty()) nonsense();
    const std::size_t size = line.text.size();
    line.line = in.integer(0, kMost);
    line.indent = in.integer(0, kMost);
    line.starts_block = in.flag();
    line.starts_page = in.flag();
    line.note = in.flag();
    line.element = static_cast<int>(in.number(-1, static_cast<std::int64_t>(elements) - 1));
    line.linked = in.size(0, size);
    line.linked_inside = in.size(0, line.linked);
    line.emphasised = in.size(0, size);
    std::size_t at = 0;
    for (std::size_t left = in.count(); left > 0; --left) {
        ByteRange mark;
        mark.begin = in.size(at, size);
        mark.end = at = in.size(mark.begin, size);
        line.marks.push_back(mark);
    }
    at = 0;
    for (std::size_t left = in.count(); left > 0; --left) {
        at = in.size(at, size);
        line.starts.push_back({at, in.integer(0, kMost)});
    }
    return line;
}

PageElement decode_element(Cursor& in, std::size_t before) {
    PageElement element;
    element.parent = static_cast<int>(in.number(-1, static_cast<std::int64_t>(before) - 1));
    element.tag = in.text();
    element.hints = in.text();
    element.language = in.text();
    element.hidden = in.flag();
    return element;
}

ErrorKind kind_of(int number) {
    for (const ErrorKind kind :
         {ErrorKind::usage, ErrorKind::input, ErrorKind::data, ErrorKind::output, ErrorKind::engine,
          ErrorKind::device, ErrorKind::passing})
        if (static_cast<int>(kind) == number) return kind;
    nonsense();
}

}  // namespace

std::string encode_page(const Page& page) {
    Json out = Json::array({kPage, page.elements.size()});
    for (const PageElement& element : page.elements) {
        out.push_back(element.parent);
        out.push_back(element.tag);
        out.push_back(element.hints);
        out.push_back(element.language);
        out.push_back(element.hidden ? 1 : 0);
    }
    out.push_back(page.lines.size());
    for (const PageLine& line : page.lines) encode_line(line, out);
    out.push_back(page.declared.size());
    for (const Declared& declared : page.declared) {
        out.push_back(declared.from);
        out.push_back(declared.name);
        out.push_back(declared.value);
    }
    return packed(out);
}

std::string encode_failure(const Error& error) {
    return packed(Json::array({kFailure, static_cast<int>(error.kind()), error.what()}));
}

Page decode_answer(std::string_view bytes) {
    FlatReader flat;
    if (!Json::sax_parse(bytes.begin(), bytes.end(), &flat, Json::input_format_t::msgpack))
        nonsense();
    Cursor in(std::move(flat.scalars));
    const std::string what = in.text();
    if (what == kFailure) {
        const ErrorKind kind = kind_of(in.integer(0, kMost));
        const std::string message = in.text();
        in.end();
        throw Error(kind, message);
    }
    if (what != kPage) nonsense();
    Page page;
    for (std::size_t left = in.count(); left > 0; --left)
        page.elements.push_back(decode_element(in, page.elements.size()));
    for (std::size_t left = in.count(); left > 0; --left)
        page.lines.push_back(decode_line(in, page.elements.size()));
    for (std::size_t left = in.count(); left > 0; --left) {
        Declared declared;
        declared.from = in.text();
        declared.name = in.text();
        declared.value = in.text();
        page.declared.push_back(std::move(declared));
    }
    in.end();
    return page;
}

}  // namespace declaim
