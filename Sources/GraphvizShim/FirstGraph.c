#include "FirstGraph.h"
#include "Buffer.h"
#include "Markup.h"

static bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

gvz_first_graph gvz_read_first_graph(const char *dot, size_t length) {
  gvz_buffer out = {0};
  enum { OUTSIDE, QUOTED, LINE_COMMENT, BLOCK_COMMENT, HTML } state = OUTSIDE;
  int nesting = 0;
  size_t braces = 0;
  bool has_ended = false, has_more = false;
  for (size_t i = 0; i < length && !has_more; i++) {
    char c = dot[i], next = i + 1 < length ? dot[i + 1] : 0;
    bool takes_next = false;  // c and next are one token
    bool ends = false;
    switch (state) {
    case OUTSIDE:
      if (c == '"') state = QUOTED;
      if (c == '#' && (i == 0 || dot[i - 1] == '\n')) state = LINE_COMMENT;
      if (c == '/' && next == '/') state = LINE_COMMENT;
      if (c == '/' && next == '*') state = BLOCK_COMMENT, takes_next = true;  // the "*" of "/*/" ends no comment
      if (c == '<') state = HTML, nesting = 1;
      if (c == '{') braces++;
      if (c == '}' && braces > 0 && --braces == 0) ends = true;
      has_more = has_ended && !is_space(c) && state != LINE_COMMENT && state != BLOCK_COMMENT;
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
    if (!has_ended) gvz_append(&out, &c, 1);
    if (takes_next) {
      if (!has_ended) gvz_append(&out, &next, 1);
      i++;
    }
    has_ended = has_ended || ends;
  }
  return (gvz_first_graph){.bytes = out.bytes, .length = out.length, .has_more = has_more};
}
