#include "Buffer.h"
#include "GraphvizHeaders.h"
#include "Markup.h"

static Agsym_t *declare(Agraph_t *root, int kind, const char *name, const char *value, bool html) {
  if (!html) {
#if SINCE_13
    return agattr_text(root, kind, (char *)name, value);
#else
    return agattr(root, kind, (char *)name, (char *)value);
#endif
  }
  char *text = gvz_with_suffix(value);
#if SINCE_13
  Agsym_t *symbol = agattr_html(root, kind, (char *)name, text);
#else
  char *interned = agstrdup_html(root, text);
  Agsym_t *symbol = agattr(root, kind, (char *)name, interned);
  agstrfree(root, interned);
#endif
  free(text);
  return symbol;
}

static void set(void *object, int kind, const char *name, const char *value, bool html) {
  Agraph_t *root = agroot(object);
  Agsym_t *symbol = agattr(root, kind, (char *)name, NULL);
  if (!symbol) symbol = declare(root, kind, name, "", false);
  if (!html) {
#if SINCE_13
    agxset_text(object, symbol, value);
#else
    agxset(object, symbol, (char *)value);
#endif
    return;
  }
  char *text = gvz_with_suffix(value);
#if SINCE_13
  agxset_html(object, symbol, text);
#else
  char *interned = agstrdup_html(root, text);
  agxset(object, symbol, interned);
  agstrfree(root, interned);
#endif
  free(text);
}

void gvz_declare(gvz_graph *root, gvz_kind kind, const char *name, const char *value, bool html) {
  declare(graph_of(root), kind, name, value, html);
}

void gvz_set_graph(gvz_graph *graph, const char *name, const char *value, bool html) {
  set(graph, GVZ_GRAPH, name, value, html);
}
void gvz_set_node(gvz_node *node, const char *name, const char *value, bool html) {
  set(node, GVZ_NODE, name, value, html);
}
void gvz_set_edge(gvz_edge *edge, const char *name, const char *value, bool html) {
  set(edge, GVZ_EDGE, name, value, html);
}

gvz_symbol *gvz_next_symbol(gvz_graph *root, gvz_kind kind, gvz_symbol *previous) {
  return (gvz_symbol *)agnxtattr(graph_of(root), kind, (Agsym_t *)previous);
}

static const char *without_suffix(const char *value, size_t *length, bool *html) {
  *length = strlen(value);
  *html = aghtmlstr((char *)value) != 0;
  if (*html && *length >= HTML_SUFFIX_LENGTH
      && strcmp(value + *length - HTML_SUFFIX_LENGTH, HTML_SUFFIX) == 0) *length -= HTML_SUFFIX_LENGTH;
  return value;
}

const char *gvz_symbol_name(gvz_symbol *symbol) { return ((Agsym_t *)symbol)->name; }

const char *gvz_symbol_value(gvz_symbol *symbol, size_t *length, bool *html) {
  return without_suffix(((Agsym_t *)symbol)->defval, length, html);
}
const char *gvz_graph_value(gvz_graph *graph, gvz_symbol *symbol, size_t *length, bool *html) {
  return without_suffix(agxget(graph, (Agsym_t *)symbol), length, html);
}
const char *gvz_node_value(gvz_node *node, gvz_symbol *symbol, size_t *length, bool *html) {
  return without_suffix(agxget(node, (Agsym_t *)symbol), length, html);
}
const char *gvz_edge_value(gvz_edge *edge, gvz_symbol *symbol, size_t *length, bool *html) {
  return without_suffix(agxget(edge, (Agsym_t *)symbol), length, html);
}
