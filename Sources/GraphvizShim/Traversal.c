#include "Buffer.h"
#include "GraphvizHeaders.h"

#include <stdint.h>
#include <stdio.h>

const char *gvz_graph_name(gvz_graph *graph) { return agnameof(graph); }
const char *gvz_node_name(gvz_node *node) { return agnameof(node); }

const char *gvz_edge_key(gvz_edge *edge) { return AGID(edge) >= FIRST_NAMED_ID ? agnameof(edge) : NULL; }

bool gvz_has_name(gvz_node *node) { return AGID(node_of(node)) >= FIRST_NAMED_ID; }

bool gvz_is_anonymous(gvz_graph *graph) {
  if (AGID(graph) >= FIRST_NAMED_ID) return false;
  // A name that begins with "%" gets an anonymous id; an anonymous graph is named "%" and its id.
  char anonymous[32];
  snprintf(anonymous, sizeof anonymous, "%%%llu", (unsigned long long)AGID(graph));
  return strcmp(agnameof(graph), anonymous) == 0;
}

bool gvz_is_directed(gvz_graph *graph) { return agisdirected(graph_of(graph)); }
bool gvz_is_strict(gvz_graph *graph) { return agisstrict(graph_of(graph)); }

gvz_node *gvz_next_node(gvz_graph *graph, gvz_node *previous) {
  return (gvz_node *)(previous ? agnxtnode(graph_of(graph), node_of(previous)) : agfstnode(graph_of(graph)));
}

gvz_graph *gvz_next_subgraph(gvz_graph *graph, gvz_graph *previous) {
  return (gvz_graph *)(previous ? agnxtsubg(graph_of(previous)) : agfstsubg(graph_of(graph)));
}

uint64_t gvz_subgraph_sequence(gvz_graph *subgraph) { return AGSEQ(graph_of(subgraph)); }

static int by_sequence(const void *a, const void *b) {
  uint64_t x = AGSEQ(*(Agedge_t *const *)a), y = AGSEQ(*(Agedge_t *const *)b);
  return (x > y) - (x < y);
}

gvz_edge **gvz_edges(gvz_graph *graph) {
  Agraph_t *g = graph_of(graph);
  size_t count = 0, capacity = (size_t)agnedges(g) + 1;
  Agedge_t **edges = gvz_realloc(NULL, capacity * sizeof *edges);
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n))
    for (Agedge_t *e = agfstout(g, n); e && count + 1 < capacity; e = agnxtout(g, e)) edges[count++] = e;
  qsort(edges, count, sizeof *edges, by_sequence);
  edges[count] = NULL;
  return (gvz_edge **)edges;
}

gvz_node *gvz_tail(gvz_edge *edge) { return (gvz_node *)agtail(edge_of(edge)); }
gvz_node *gvz_head(gvz_edge *edge) { return (gvz_node *)aghead(edge_of(edge)); }
