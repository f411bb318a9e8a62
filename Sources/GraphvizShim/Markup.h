// HTML-like strings.
#ifndef GVZ_MARKUP_H
#define GVZ_MARKUP_H

#include "GraphvizShim.h"

// Up to 12.2.1 the mark "this is HTML" belongs to the interned string, so an HTML-like label turns every equal plain
// string of the graph into HTML (#2089). This comment at its end makes it differ from every plain string.
#define HTML_SUFFIX "<!--9f3c-html-->"
#define HTML_SUFFIX_LENGTH (sizeof HTML_SUFFIX - 1)

// A copy of the markup with the suffix, to be freed.
char *gvz_with_suffix(const char *markup);

#endif
