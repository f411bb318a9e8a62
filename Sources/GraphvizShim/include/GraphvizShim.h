// Graphviz for Swift: opaque types and plain functions. Every call must come from one and the same thread.
#ifndef GRAPHVIZ_SHIM_H
#define GRAPHVIZ_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gvs_graph gvs_graph;  // a root graph with its ids
typedef struct gvs_sub gvs_sub;      // a graph or subgraph
typedef struct gvs_node gvs_node;
typedef struct gvs_edge gvs_edge;

typedef enum { GVS_GRAPH = 0, GVS_NODE = 1, GVS_EDGE = 2 } gvs_kind;

// Versions: of the headers that this was compiled with, and of the library that is loaded.
const char *gvs_header_version(void);
const char *gvs_library_version(void);
bool gvs_has_plugins(void);

// Messages since the last call of gvs_begin, and their worst level: -1 none, 0 warning, 1 error.
void gvs_begin(void);
const char *gvs_messages(void);
int gvs_level(void);
void gvs_end(void);

// Building.
gvs_graph *gvs_open(const char *name, bool directed, bool strict);
gvs_graph *gvs_read(const char *dot, size_t length);
void gvs_close(gvs_graph *graph);
gvs_sub *gvs_root(gvs_graph *graph);
gvs_sub *gvs_subgraph(gvs_sub *parent, const char *name);
gvs_node *gvs_add_node(gvs_sub *graph, const char *name);
gvs_edge *gvs_add_edge(gvs_sub *graph, gvs_node *tail, gvs_node *head, const char *key);
void gvs_insert_edge(gvs_sub *graph, gvs_edge *edge);
void gvs_declare(gvs_graph *graph, gvs_kind kind, const char *name, const char *value, bool html);
void gvs_set_graph(gvs_sub *graph, const char *name, const char *value, bool html);
void gvs_set_node(gvs_node *node, const char *name, const char *value, bool html);
void gvs_set_edge(gvs_edge *edge, const char *name, const char *value, bool html);

// Walking a graph; attributes come as the visitor's pairs.
typedef struct {
  const char *name;
  const char *value;
  bool html;
} gvs_attribute;
const char *gvs_name(gvs_sub *graph);
bool gvs_is_directed(gvs_sub *graph);
bool gvs_is_strict(gvs_sub *graph);
gvs_sub *gvs_first_subgraph(gvs_sub *graph);
gvs_sub *gvs_next_subgraph(gvs_sub *graph);
gvs_node *gvs_first_node(gvs_sub *graph);
gvs_node *gvs_next_node(gvs_sub *graph, gvs_node *node);
gvs_edge *gvs_first_edge(gvs_sub *graph, gvs_node *node);
gvs_edge *gvs_next_edge(gvs_sub *graph, gvs_edge *edge);
const char *gvs_node_name(gvs_node *node);
const char *gvs_edge_key(gvs_edge *edge);
gvs_node *gvs_tail(gvs_edge *edge);
gvs_node *gvs_head(gvs_edge *edge);
uint64_t gvs_edge_sequence(gvs_edge *edge);
bool gvs_next_declaration(gvs_sub *graph, gvs_kind kind, void **cursor, gvs_attribute *out);
bool gvs_graph_value(gvs_sub *graph, const char *name, gvs_attribute *out);
bool gvs_node_value(gvs_node *node, const char *name, gvs_attribute *out);
bool gvs_edge_value(gvs_edge *edge, const char *name, gvs_attribute *out);

// Layout and painting.
bool gvs_layout(gvs_graph *graph, const char *engine);
void gvs_free_layout(gvs_graph *graph);
bool gvs_render(gvs_graph *graph, const char *format, char **bytes, size_t *length);
void gvs_free_bytes(char *bytes);

// Reading a layout back, in points, y up.
typedef struct {
  double x, y;
} gvs_point;
typedef struct {
  gvs_point low, high;
} gvs_box;
bool gvs_bounds(gvs_sub *graph, gvs_box *out);
bool gvs_graph_label(gvs_sub *graph, gvs_point *out);
bool gvs_node_box(gvs_node *node, gvs_box *out);
bool gvs_node_label(gvs_node *node, gvs_point *out);  // the external label
typedef enum { GVS_LABEL, GVS_XLABEL, GVS_HEADLABEL, GVS_TAILLABEL } gvs_edge_label_kind;
bool gvs_edge_label(gvs_edge *edge, gvs_edge_label_kind kind, gvs_point *out);
size_t gvs_spline_count(gvs_edge *edge);
size_t gvs_spline_size(gvs_edge *edge, size_t spline);
gvs_point gvs_spline_point(gvs_edge *edge, size_t spline, size_t index);
bool gvs_spline_start(gvs_edge *edge, size_t spline, gvs_point *out);
bool gvs_spline_end(gvs_edge *edge, size_t spline, gvs_point *out);

#endif
