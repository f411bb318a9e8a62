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
