// Graphviz's headers, and what every file of the shim needs of them.
#ifndef GRAPHVIZ_HEADERS_H
#define GRAPHVIZ_HEADERS_H

#include "GraphvizShim.h"

#include <gvc.h>
#include <gvplugin.h>
#include <graphviz_version.h>

// GVPLUGIN_VERSION is 6 up to 12.2.1 and 8 from 13.0.0, the version that changed the interface most.
#define SINCE_13 (GVPLUGIN_VERSION >= 8)

// The context of the process; NULL before `gvz_start`.
extern GVC_t *gvz_context;

// Assigns the ids of graphs, nodes and edges: those of named objects start here, those of anonymous ones end below.
#define FIRST_NAMED_ID ((IDTYPE)1 << 32)
extern Agiddisc_t gvz_ids;

static inline Agraph_t *graph_of(gvz_graph *graph) { return (Agraph_t *)graph; }
static inline Agnode_t *node_of(gvz_node *node) { return (Agnode_t *)node; }
static inline Agedge_t *edge_of(gvz_edge *edge) { return (Agedge_t *)edge; }
static inline gvz_point point_of(pointf p) { return (gvz_point){p.x, p.y}; }

// The results of a layout; NULL in a graph without a layout. The macros of types.h do not check this.
static inline Agraphinfo_t *graph_record(void *graph) {
  return (Agraphinfo_t *)aggetrec(graph, (char *)"Agraphinfo_t", 0);
}
static inline Agnodeinfo_t *node_record(void *node) {
  return (Agnodeinfo_t *)aggetrec(node, (char *)"Agnodeinfo_t", 0);
}
static inline Agedgeinfo_t *edge_record(void *edge) {
  return (Agedgeinfo_t *)aggetrec(edge, (char *)"Agedgeinfo_t", 0);
}

static inline bool is_laid_out(gvz_graph *root) {
  Agraphinfo_t *record = graph_record(root);
  return record && record->drawing;
}

#endif
