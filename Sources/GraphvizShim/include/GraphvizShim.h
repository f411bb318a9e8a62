/// The only interface to Graphviz: opaque types and plain functions.
///
/// Swift cannot import Graphviz's own headers well: they consist of macros, variadic functions and global variables,
/// and they differ between versions 2.42 and 16. This header hides those differences and the workarounds for
/// Graphviz's bugs. Call all functions from one thread, and close a graph that is laid out before the next layout:
/// Graphviz keeps its state in global variables.
#ifndef GRAPHVIZ_SHIM_H
#define GRAPHVIZ_SHIM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gvz_graph gvz_graph;  // a graph or a subgraph
typedef struct gvz_node gvz_node;
typedef struct gvz_edge gvz_edge;
typedef struct gvz_symbol gvz_symbol;  // a declared attribute

typedef struct { double x, y; } gvz_point;
typedef struct { gvz_point low, high; } gvz_box;

typedef enum { GVZ_GRAPH = 0, GVZ_NODE = 1, GVZ_EDGE = 2 } gvz_kind;
typedef enum { GVZ_LABEL, GVZ_XLABEL, GVZ_HEAD_LABEL, GVZ_TAIL_LABEL } gvz_label;

// MARK: Context

/// Creates the context of the process, once. False if Graphviz returns none.
bool gvz_start(void);
/// The version of the headers that the shim was compiled with.
const char *gvz_header_version(void);
/// The version of the library that is loaded. Requires `gvz_start`.
const char *gvz_library_version(void);
/// Whether Graphviz may open files that a graph names. Initially it may not.
void gvz_allow_files(bool allowed);

// MARK: Messages

/// Starts to collect the messages of Graphviz, which otherwise go to standard error.
void gvz_messages_begin(void);
/// Ends collecting. True if a message is an error. Free the text with `gvz_free`; each message begins with '\x1e' and
/// 'E' (error) or 'W' (warning).
bool gvz_messages_end(char **text);
void gvz_free(void *memory);
/// From now on, text that layouts and renderings print to standard error becomes warnings. Both run on a thread of
/// their own, whose descriptor 2 is redirected; other threads are not affected. False where the system does not support
/// it.
bool gvz_capture_standard_error(void);

// MARK: Building

gvz_graph *gvz_open(const char *name, bool directed, bool strict);
/// Reads the first graph of a text in DOT; NULL if there is none. `more` is whether text follows it, comments aside.
gvz_graph *gvz_read(const char *text, size_t length, bool *more);
/// Frees the layout, if any, and the graph.
void gvz_close(gvz_graph *root);

gvz_node *gvz_add_node(gvz_graph *graph, const char *name);
void gvz_include_node(gvz_graph *subgraph, gvz_node *node);
/// `key` may be NULL. NULL where a strict graph does not allow the edge.
gvz_edge *gvz_add_edge(gvz_graph *graph, gvz_node *tail, gvz_node *head, const char *key);
void gvz_include_edge(gvz_graph *subgraph, gvz_edge *edge);
/// `name` may be NULL.
gvz_graph *gvz_add_subgraph(gvz_graph *graph, const char *name);

/// Declares an attribute on the root; for graphs this also sets it.
void gvz_declare(gvz_graph *root, gvz_kind kind, const char *name, const char *value, bool html);
void gvz_set_graph(gvz_graph *graph, const char *name, const char *value, bool html);
void gvz_set_node(gvz_node *node, const char *name, const char *value, bool html);
void gvz_set_edge(gvz_edge *edge, const char *name, const char *value, bool html);

// MARK: Reading a graph

const char *gvz_graph_name(gvz_graph *graph);
const char *gvz_node_name(gvz_node *node);
/// NULL if the edge has no key.
const char *gvz_edge_key(gvz_edge *edge);
/// Whether the node was given a name that Graphviz keeps: one that begins with "%" becomes "%" and a number.
bool gvz_has_name(gvz_node *node);
bool gvz_is_anonymous(gvz_graph *graph);
bool gvz_is_directed(gvz_graph *graph);
bool gvz_is_strict(gvz_graph *graph);

gvz_node *gvz_next_node(gvz_graph *graph, gvz_node *previous);
/// In the order in which the graph first names them, here or elsewhere.
gvz_graph *gvz_next_subgraph(gvz_graph *graph, gvz_graph *previous);
/// Grows with each subgraph that is created.
uint64_t gvz_subgraph_sequence(gvz_graph *subgraph);
/// All edges in the order of their creation, terminated by NULL. Free the array with `gvz_free`.
gvz_edge **gvz_edges(gvz_graph *graph);
gvz_node *gvz_tail(gvz_edge *edge);
gvz_node *gvz_head(gvz_edge *edge);

gvz_symbol *gvz_next_symbol(gvz_graph *root, gvz_kind kind, gvz_symbol *previous);
const char *gvz_symbol_name(gvz_symbol *symbol);
/// `length` excludes the suffix that the shim appends to HTML-like strings.
const char *gvz_symbol_value(gvz_symbol *symbol, size_t *length, bool *html);
const char *gvz_graph_value(gvz_graph *graph, gvz_symbol *symbol, size_t *length, bool *html);
const char *gvz_node_value(gvz_node *node, gvz_symbol *symbol, size_t *length, bool *html);
const char *gvz_edge_value(gvz_edge *edge, gvz_symbol *symbol, size_t *length, bool *html);

// MARK: Layout and rendering

/// False if Graphviz returns failure. Some failures are only among the messages.
bool gvz_layout(gvz_graph *root, const char *engine);
/// The picture; NULL on failure. Free it with `gvz_free_picture`.
char *gvz_render(gvz_graph *root, const char *format, size_t *length);
void gvz_free_picture(char *picture);
/// Replaces what differs between two renderings of the same picture, in place: the numbers of gradients in SVG, the
/// dates in PDF. Returns the new length, which is not larger.
size_t gvz_normalize(char *picture, size_t length, const char *format);
/// Decompresses the zlib data at the start of the bytes; NULL if there is none, or more than 256 MB. Free it with `gvz_free`.
char *gvz_inflate(const char *bytes, size_t length, size_t *result_length);

// MARK: Reading a layout

bool gvz_graph_box(gvz_graph *graph, gvz_box *box);
/// Sets the bounding box of the root graph, which is the page.
void gvz_set_page(gvz_graph *root, gvz_box box);
bool gvz_graph_label(gvz_graph *graph, gvz_point *center);
/// The number of clusters directly within the graph.
int gvz_cluster_count(gvz_graph *graph);
gvz_graph *gvz_cluster(gvz_graph *graph, int index);

bool gvz_node_box(gvz_node *node, gvz_point *center, double *width, double *height);
bool gvz_node_xlabel(gvz_node *node, gvz_point *center);
int gvz_curve_count(gvz_edge *edge);
/// The number of points of a curve, and the tips of the arrows at its ends, if any.
int gvz_curve(gvz_edge *edge, int index, bool *starts, gvz_point *start, bool *ends, gvz_point *end);
gvz_point gvz_curve_point(gvz_edge *edge, int index, int point);
bool gvz_edge_label(gvz_edge *edge, gvz_label which, gvz_point *center);

#endif
