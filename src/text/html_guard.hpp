#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace declaim {

/// Readies HTML for a parser whose work grows with the depth of the tree.
/// In:     HTML or XHTML as UTF-8.
/// Out:    the same with the same line ends: start tags deeper than `kDeepest` are left out, their
///         text stays; in XHTML "<a name='x'/>" is written "<a name='x'></a>", which HTML needs.
///         The depth is estimated, from above for pages that are well formed.
/// Errors: none.
/// Source: HTML Living Standard, 13.2.4.2 (scopes), 13.2.6.4.7 (what closes a paragraph); XHTML
///         1.0, appendix C.
std::string guarded_html(std::string_view html);

/// The same; nothing where nothing is to be changed, as it is in most pages.
std::optional<std::string> guard_html(std::string_view html);

/// No page made for people is as deep; browsers stop at 512.
constexpr std::size_t kDeepest = 512;

}  // namespace declaim
