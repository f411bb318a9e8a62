// strncasecmp is not part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "Markup.h"
#include "Buffer.h"
#include "GraphvizHeaders.h"

#include <strings.h>

#if !SINCE_13
// Up to 2.42.3 links are written to SVG without escaping once their entities are resolved, a bare "&" included
// (#1687): within a link, entities are escaped once more. Later versions keep existing entities.
static void append_with_links_escaped(gvz_buffer *out, const char *markup) {
  bool in_tag = false, in_link = false;
  char quote = 0;
  for (const char *c = markup; *c; c++) {
    gvz_append(out, c, 1);
    if (quote) {
      if (*c == '&' && in_link) gvz_append(out, "amp;", 4);
      if (*c == quote) quote = 0, in_link = false;
    } else if (in_tag && (*c == '"' || *c == '\'')) {
      quote = *c;
    } else if (in_tag && strncasecmp(c, "href", 4) == 0) {
      in_link = true;
    } else if (*c == '<' || *c == '>') {
      in_tag = *c == '<';
    }
  }
}
#endif

char *gvz_with_suffix(const char *markup) {
  gvz_buffer out = {0};
#if SINCE_13
  gvz_append(&out, markup, strlen(markup));
#else
  append_with_links_escaped(&out, markup);
#endif
  gvz_append(&out, HTML_SUFFIX, sizeof HTML_SUFFIX);
  return out.bytes;
}

char *gvz_with_suffixes(const char *dot, size_t length, size_t *result_length) {
  gvz_buffer out = {0};
  enum { OUTSIDE, QUOTED, LINE_COMMENT, BLOCK_COMMENT, HTML } state = OUTSIDE;
  int nesting = 0;
  for (size_t i = 0; i < length; i++) {
    char c = dot[i], next = i + 1 < length ? dot[i + 1] : 0;
    bool takes_next = false;  // c and next are one token
    switch (state) {
    case OUTSIDE:
      if (c == '"') state = QUOTED;
      if (c == '#' && (i == 0 || dot[i - 1] == '\n')) state = LINE_COMMENT;
      if (c == '/' && next == '/') state = LINE_COMMENT;
      if (c == '/' && next == '*') state = BLOCK_COMMENT, takes_next = true;  // the "*" of "/*/" ends no comment
      if (c == '<') state = HTML, nesting = 1;
      break;
    case QUOTED:
      if (c == '\\' && (next == '"' || next == '\\')) takes_next = true;
      else if (c == '"') state = OUTSIDE;
      break;
    case LINE_COMMENT:
      if (c == '\n') state = OUTSIDE;
      break;
    case BLOCK_COMMENT:
      if (c == '*' && next == '/') state = OUTSIDE, takes_next = true;
      break;
    case HTML:
      if (c == '<') nesting++;
      if (c == '>' && --nesting == 0) gvz_append(&out, HTML_SUFFIX, HTML_SUFFIX_LENGTH), state = OUTSIDE;
      break;
    }
    gvz_append(&out, &c, 1);
    if (takes_next) gvz_append(&out, &next, 1), i++;
  }
  *result_length = out.length;
  return out.bytes;
}
