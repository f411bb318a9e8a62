// Texts in DOT.
#ifndef GVZ_FIRST_GRAPH_H
#define GVZ_FIRST_GRAPH_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
  char *bytes;  // to be freed
  size_t length;
  bool has_more;  // whether something other than white space and comments follows
} gvz_first_graph;

// The first graph of a text, up to its closing brace, with the suffix in each HTML-like string: once parsed, it is too late
// to distinguish it from a plain one. The text after the brace must not reach the parser: up to 12.2.1 what it does not
// read begins the next text, and from 13.0.0 on what it has read ahead is lost.
gvz_first_graph gvz_read_first_graph(const char *dot, size_t length);

#endif
