#include "Buffer.h"
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

static Agraph_t *read_next(input_t *input) {
  Agiodisc_t reader = AgIoDisc;
  reader.afread = read_input;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &gvz_ids;
  discipline.io = &reader;
  return agread(input, &discipline);
}

#if !SINCE_13
static bool reads(const char *text, size_t length) {
  input_t input = {.text = {.bytes = (char *)text, .length = length}};
  Agraph_t *graph = read_next(&input);
  if (graph) agclose(graph);
  return graph != NULL;
}

static int ignore(char *message) {
  (void)message;
  return 0;
}

// Up to version 12 the scanner is global, and stays in a string or comment that a text leaves open: all later texts would be
// a part of it. Ends it; false if none was open. `depth` is how many brackets the text may have opened.
static bool end_open_text(size_t depth) {
  const char *graph = "graph{}";
  if (reads(graph, strlen(graph))) return false;
  agerr(AGERR, "unterminated string or comment\n");
  agusererrf report = agseterrf(ignore);
  bool is_ended = false;
  for (int i = 0; i < 2 && !is_ended; i++) {
    reads(i ? "*/" : "\"", i ? 2 : 1);
    is_ended = reads(graph, strlen(graph));
  }
  char *brackets = gvz_realloc(NULL, depth + 1);
  memset(brackets, '>', depth);
  for (size_t count = 1; count <= depth && !is_ended; count *= 2) {
    reads(brackets, count);
    is_ended = reads(graph, strlen(graph));
  }
  free(brackets);
  agseterrf(report);
  return true;
}
#endif

gvz_graph *gvz_read(const char *dot, size_t length, bool *more) {
  input_t input = {.text = gvz_read_first_graph(dot, length)};
#if !SINCE_13
  agreadline(1);  // otherwise lines are counted from the last text that had an error
#endif
  Agraph_t *graph = read_next(&input);
  *more = input.text.has_more;
  // Unread text would become the beginning of the next text.
  for (Agraph_t *next; graph && (next = read_next(&input)); *more = true) agclose(next);
#if !SINCE_13
  size_t depth = 0;
  for (size_t i = 0; i < input.text.length; i++) depth += input.text.bytes[i] == '<';
  if (end_open_text(2 * depth + 1) && graph) {
    agclose(graph);
    graph = NULL;
  }
#endif
  free(input.text.bytes);
  return (gvz_graph *)graph;
}
