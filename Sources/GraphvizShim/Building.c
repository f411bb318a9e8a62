#include "FirstGraph.h"
#include "GraphvizHeaders.h"

#include <stdlib.h>
#include <string.h>

gvz_graph *gvz_open(const char *name, bool directed, bool strict) {
  Agdesc_t kind = directed ? (strict ? Agstrictdirected : Agdirected) : (strict ? Agstrictundirected : Agundirected);
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &gvz_ids;
  return (gvz_graph *)agopen((char *)name, kind, &discipline);
}

gvz_node *gvz_add_node(gvz_graph *graph, const char *name) {
  return (gvz_node *)agnode(graph_of(graph), (char *)name, 1);
}

void gvz_include_node(gvz_graph *subgraph, gvz_node *node) { agsubnode(graph_of(subgraph), node_of(node), 1); }

gvz_edge *gvz_add_edge(gvz_graph *graph, gvz_node *tail, gvz_node *head, const char *key) {
  Agedge_t *edge = agedge(graph_of(graph), node_of(tail), node_of(head), (char *)key, 1);
  return edge ? (gvz_edge *)AGMKOUT(edge) : NULL;
}

void gvz_include_edge(gvz_graph *subgraph, gvz_edge *edge) { agsubedge(graph_of(subgraph), edge_of(edge), 1); }

gvz_graph *gvz_add_subgraph(gvz_graph *graph, const char *name) {
  return (gvz_graph *)agsubg(graph_of(graph), (char *)name, 1);
}

typedef struct {
  gvz_first_graph text;
  size_t position;
} input_t;

static int read_input(void *channel, char *buffer, int size) {
  input_t *input = channel;
  size_t count = input->text.length - input->position;
  if (count > (size_t)size) count = (size_t)size;
  if (count) memcpy(buffer, input->text.bytes + input->position, count);
  input->position += count;
  return (int)count;
}

gvz_graph *gvz_read(const char *dot, size_t length, bool *more) {
  input_t input = {.text = gvz_read_first_graph(dot, length)};
  Agiodisc_t reader = AgIoDisc;
  reader.afread = read_input;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &gvz_ids;
  discipline.io = &reader;
#if !SINCE_13
  agreadline(1);  // otherwise lines are counted from the last text that had an error
#endif
  Agraph_t *graph = agread(&input, &discipline);
  *more = input.text.has_more;
  // Text that is not read would become the beginning of the next text.
  for (Agraph_t *next; graph && (next = agread(&input, &discipline)); *more = true) agclose(next);
  free(input.text.bytes);
  return (gvz_graph *)graph;
}
