#include "GraphvizHeaders.h"

bool gvz_graph_box(gvz_graph *graph, gvz_box *box) {
  Agraphinfo_t *record = graph_record(graph);
  if (!record) return false;
  *box = (gvz_box){point_of(record->bb.LL), point_of(record->bb.UR)};
  return true;
}

void gvz_set_page(gvz_graph *root, gvz_box box) {
  Agraphinfo_t *record = graph_record(root);
  if (!record) return;
  record->bb.LL.x = box.low.x;
  record->bb.LL.y = box.low.y;
  record->bb.UR.x = box.high.x;
  record->bb.UR.y = box.high.y;
}

static bool label_center(textlabel_t *label, gvz_point *center) {
  if (!label || !label->set) return false;
  *center = point_of(label->pos);
  return true;
}

bool gvz_graph_label(gvz_graph *graph, gvz_point *center) {
  Agraphinfo_t *record = graph_record(graph);
  return record && label_center(record->label, center);
}

int gvz_cluster_count(gvz_graph *graph) {
  Agraphinfo_t *record = graph_record(graph);
  return record && record->clust ? record->n_cluster : 0;
}

gvz_graph *gvz_cluster(gvz_graph *graph, int index) {
  return (gvz_graph *)graph_record(graph)->clust[index + 1];  // Graphviz counts from 1
}

bool gvz_node_box(gvz_node *node, gvz_point *center, double *width, double *height) {
  Agnodeinfo_t *record = node_record(node);
  if (!record) return false;
  *center = point_of(record->coord);
  *width = record->width * 72;
  *height = record->height * 72;
  return true;
}

bool gvz_node_xlabel(gvz_node *node, gvz_point *center) {
  Agnodeinfo_t *record = node_record(node);
  return record && label_center(record->xlabel, center);
}

int gvz_curve_count(gvz_edge *edge) {
  Agedgeinfo_t *record = edge_record(edge);
  return record && record->spl ? (int)record->spl->size : 0;
}

int gvz_curve(gvz_edge *edge, int index, bool *starts, gvz_point *start, bool *ends, gvz_point *end) {
  bezier *curve = &edge_record(edge)->spl->list[index];
  *starts = curve->sflag != 0;
  *ends = curve->eflag != 0;
  *start = point_of(curve->sp);
  *end = point_of(curve->ep);
  return (int)curve->size;
}

gvz_point gvz_curve_point(gvz_edge *edge, int index, int point) {
  return point_of(edge_record(edge)->spl->list[index].list[point]);
}

bool gvz_edge_label(gvz_edge *edge, gvz_label which, gvz_point *center) {
  Agedgeinfo_t *record = edge_record(edge);
  if (!record) return false;
  switch (which) {
  case GVZ_LABEL: return label_center(record->label, center);
  case GVZ_XLABEL: return label_center(record->xlabel, center);
  case GVZ_HEAD_LABEL: return label_center(record->head_label, center);
  case GVZ_TAIL_LABEL: return label_center(record->tail_label, center);
  }
  return false;
}

