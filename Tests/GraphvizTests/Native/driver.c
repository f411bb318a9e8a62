// Calls every function of the C modules, for valgrind and the sanitizers, which do not read the release binary of Swift.
//
//     driver            builds, reads, lays out, renders; digests; delimiters
//     driver ROUNDS     repeats that, so that memory that grows shows
#include "CDelimiters.h"
#include "CDigest.h"
#include "GraphvizShim.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECK(condition)                                                     \
  do {                                                                       \
    if (!(condition)) {                                                      \
      fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition); \
      exit(1);                                                               \
    }                                                                        \
  } while (0)

// MARK: Graphs

static const char *card =
    "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\"><tr><td port=\"p\" title=\"t\"><b>Arvane</b></td></tr>"
    "<tr><td align=\"left\"><font color=\"#336699\" point-size=\"9\">R&amp;D</font><br/></td></tr></table>";

/// A graph as dyad makes them: cards in clusters, edges with labels between them, an unnamed subgraph.
static gvz_graph *built(bool directed, bool strict) {
  gvz_graph *root = gvz_open("ties", directed, strict);
  CHECK(root);
  gvz_declare(root, GVZ_GRAPH, "rankdir", "LR", false);
  gvz_declare(root, GVZ_GRAPH, "label", "", false);
  gvz_declare(root, GVZ_GRAPH, "splines", "true", false);
  gvz_declare(root, GVZ_NODE, "label", "\\N", false);
  gvz_declare(root, GVZ_NODE, "shape", "plain", false);
  gvz_declare(root, GVZ_NODE, "xlabel", "", false);
  gvz_declare(root, GVZ_NODE, "pos", "", false);
  gvz_declare(root, GVZ_EDGE, "label", "", false);
  gvz_declare(root, GVZ_EDGE, "headlabel", "", false);
  gvz_declare(root, GVZ_EDGE, "taillabel", "", false);
  gvz_declare(root, GVZ_EDGE, "xlabel", "", false);
  gvz_declare(root, GVZ_EDGE, "dir", directed ? "both" : "none", false);
  gvz_declare(root, GVZ_EDGE, "pos", "", false);
  gvz_set_graph(root, "label", card, true);
  gvz_node *nodes[8];
  for (int i = 0; i < 8; i++) {
    char name[16];
    snprintf(name, sizeof name, i == 7 ? "%%7" : "node-%d", i);
    nodes[i] = gvz_add_node(root, name);
    gvz_set_node(nodes[i], "label", i % 2 ? card : "<b>a text, no markup</b>", i % 2);
    if (i == 3) gvz_set_node(nodes[i], "xlabel", "outside", false);
    gvz_set_node(nodes[i], "tooltip", "declared late", false);
  }
  for (int c = 0; c < 2; c++) {
    gvz_graph *cluster = gvz_add_subgraph(root, c ? "cluster_b" : "cluster_a");
    gvz_set_graph(cluster, "label", "bloc", false);
    for (int i = 0; i < 3; i++) gvz_include_node(cluster, nodes[3 * c + i]);
  }
  gvz_graph *same = gvz_add_subgraph(root, NULL);
  gvz_set_graph(same, "rank", "same", false);
  gvz_include_node(same, nodes[6]);
  for (int i = 0; i < 7; i++) {
    gvz_edge *edge = gvz_add_edge(root, nodes[i], nodes[i + 1], i % 2 ? "key" : NULL);
    if (!edge) continue;
    gvz_set_edge(edge, "label", i % 3 ? "a label" : card, i % 3 == 0);
    if (i == 1) gvz_set_edge(edge, "headlabel", "h", false), gvz_set_edge(edge, "taillabel", "t", false);
    if (i == 2) gvz_set_edge(edge, "xlabel", "x", false);
    if (i == 6) gvz_include_edge(same, edge);
  }
  // A second edge between the same nodes; strict graphs have none.
  CHECK(strict || gvz_add_edge(root, nodes[0], nodes[1], "second"));
  return root;
}

/// Reads all that a graph contains, laid out or not; the number of objects.
static int walk(gvz_graph *graph, bool is_root) {
  int count = 0;
  size_t length;
  bool html, starts, ends;
  gvz_point point;
  gvz_box box;
  double width, height;
  if (is_root)
    for (int kind = 0; kind < 3; kind++)
      for (gvz_symbol *symbol = NULL; (symbol = gvz_next_symbol(graph, kind, symbol)); count++) {
        CHECK(strlen(gvz_symbol_name(symbol)) > 0);
        CHECK(gvz_symbol_value(symbol, &length, &html));
      }
  CHECK(gvz_graph_name(graph));
  gvz_is_anonymous(graph), gvz_is_directed(graph), gvz_is_strict(graph);
  gvz_graph_box(graph, &box), gvz_graph_label(graph, &point);
  for (gvz_node *node = NULL; (node = gvz_next_node(graph, node)); count++) {
    CHECK(gvz_node_name(node));
    gvz_has_name(node);
    gvz_node_box(node, &point, &width, &height), gvz_node_xlabel(node, &point);
    if (is_root)
      for (gvz_symbol *symbol = NULL; (symbol = gvz_next_symbol(graph, GVZ_NODE, symbol));)
        CHECK(gvz_node_value(node, symbol, &length, &html));
  }
  gvz_edge **edges = gvz_edges(graph);
  for (int i = 0; edges[i]; i++, count++) {
    CHECK(gvz_tail(edges[i]) && gvz_head(edges[i]));
    gvz_edge_key(edges[i]);
    for (int label = GVZ_LABEL; label <= GVZ_TAIL_LABEL; label++) gvz_edge_label(edges[i], label, &point);
    for (int curve = 0; curve < gvz_curve_count(edges[i]); curve++) {
      int points = gvz_curve(edges[i], curve, &starts, &point, &ends, &point);
      for (int p = 0; p < points; p++) gvz_curve_point(edges[i], curve, p);
    }
    if (is_root)
      for (gvz_symbol *symbol = NULL; (symbol = gvz_next_symbol(graph, GVZ_EDGE, symbol));)
        CHECK(gvz_edge_value(edges[i], symbol, &length, &html));
  }
  gvz_free(edges);
  for (int i = 0; i < gvz_cluster_count(graph); i++) CHECK(gvz_cluster(graph, i));
  for (gvz_graph *inner = NULL; (inner = gvz_next_subgraph(graph, inner));) {
    for (gvz_symbol *symbol = NULL; (symbol = gvz_next_symbol(graph, GVZ_GRAPH, symbol));)
      CHECK(gvz_graph_value(inner, symbol, &length, &html));
    CHECK(gvz_subgraph_sequence(inner));
    count += 1 + walk(inner, false);
  }
  return count;
}

static bool ends_with_error(void) {
  char *text;
  bool has_error = gvz_messages_end(&text);
  gvz_free(text);
  return has_error;
}

static void lay_out_and_render(void) {
  const char *engines[] = {"dot", "neato", "fdp"};
  const char *formats[] = {"svg", "png", "pdf"};
  for (int e = 0; e < 3; e++)
    for (int kind = 0; kind < 4; kind++) {
      gvz_graph *root = built(kind & 1, kind & 2);
      gvz_messages_begin();
      CHECK(walk(root, true) > 10);
      CHECK(gvz_layout(root, engines[e]));
      CHECK(walk(root, true) > 10);
      gvz_box page = {{-10, -10}, {400, 400}};
      if (kind == 3) gvz_set_page(root, page);
      for (int f = 0; f < 3; f++) {
        size_t length = 0;
        char *picture = gvz_render(root, formats[f], &length);
        CHECK(picture && length > 100);
        size_t normalized = gvz_normalize(picture, length, formats[f]);
        CHECK(normalized <= length && normalized > 100);
        gvz_free_picture(picture);
      }
      CHECK(!ends_with_error());
      gvz_close(root);
    }
}

/// Positions are given, and nothing is laid out: the way in which dyad paints.
static void paint(void) {
  gvz_graph *root = gvz_open("page", true, false);
  gvz_declare(root, GVZ_NODE, "label", "\\N", false);
  gvz_declare(root, GVZ_NODE, "pos", "", false);
  gvz_declare(root, GVZ_NODE, "shape", "plain", false);
  gvz_declare(root, GVZ_EDGE, "pos", "", false);
  gvz_node *one = gvz_add_node(root, "one"), *other = gvz_add_node(root, "other");
  gvz_set_node(one, "pos", "50,50", false), gvz_set_node(other, "pos", "250,50", false);
  gvz_set_node(one, "label", card, true), gvz_set_node(other, "label", card, true);
  gvz_set_edge(gvz_add_edge(root, one, other, NULL), "pos", "e,220,50 80,50 120,60 170,60 210,50", false);
  gvz_messages_begin();
  CHECK(gvz_layout(root, "nop2"));
  size_t length = 0;
  char *picture = gvz_render(root, "svg", &length);
  CHECK(picture && length > 100);
  gvz_free_picture(picture);
  CHECK(!ends_with_error());
  gvz_close(root);
}

static const char *dot =
    "strict digraph \"a b\" { graph [label=<a<b>c</b>>]; node [shape=box]; a -> b:n [key=k, label=\"x\\n\"];"
    " subgraph cluster_x { color=red; a; subgraph { b -> c } } /* c */ d [label=\"<\\\"\"] }";

static void read_texts(void) {
  bool more;
  size_t length = strlen(dot);
  // Every beginning of a text, in memory of exactly its size.
  for (size_t count = 0; count <= length; count++) {
    char *text = malloc(count ? count : 1);
    memcpy(text, dot, count);
    gvz_messages_begin();
    gvz_graph *root = gvz_read(text, count, &more);
    bool has_error = ends_with_error();
    free(text);
    CHECK(count < length || (root && !has_error && !more));
    if (root) walk(root, true), gvz_close(root);
    // What the text leaves open ends with it.
    gvz_messages_begin();
    root = gvz_read("graph {}", 8, &more);
    CHECK(!ends_with_error() && root && !more);
    gvz_close(root);
  }
  const char *others[] = {"graph{} graph{}", "digraph { a -> b [label=<<b>x>] }", "graph \"%3\" { subgraph { a } }",
                          "graph { a [label=< <!-- > --> >] }", "{", "graph { \"a\\\\\" [b=\"c\\\"\"] }",
                          "graph {} <<<<", "graph {} \"<", "graph {} /* \" <"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
    gvz_messages_begin();
    gvz_graph *root = gvz_read(others[i], strlen(others[i]), &more);
    // Anything but a comment after the first graph.
    CHECK(more == (i == 0 || i == 6 || i == 7));
    if (root) {
      walk(root, true);
      gvz_layout(root, "dot");
      gvz_close(root);
    }
    ends_with_error();
  }
}

static void refuse(void) {
  gvz_graph *root = built(true, false);
  gvz_messages_begin();
  CHECK(!gvz_layout(root, "nosuch"));
  CHECK(ends_with_error());
  size_t length;
  gvz_messages_begin();
  CHECK(!gvz_render(root, "svg", &length));
  ends_with_error();
  gvz_close(root);
}

static void use_graphviz(void) {
  lay_out_and_render();
  paint();
  read_texts();
  refuse();
}

// MARK: Digests and delimiters

static void digest(void) {
  // The state after one block of "abc" with its padding (FIPS 180-2, appendix B).
  uint8_t block[64] = {'a', 'b', 'c', 0x80};
  block[63] = 24;
  const uint32_t start[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                             0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  const uint32_t end[8] = {0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223,
                           0xb00361a3, 0x96177a9c, 0xb410ff61, 0xf20015ad};
  uint32_t one[8], other[8];
  memcpy(one, start, sizeof one);
  memcpy(other, start, sizeof other);
  dyad_sha256_mix(one, block, 1);
  dyad_sha256_mix_portably(other, block, 1);
  CHECK(memcmp(one, end, sizeof end) == 0 && memcmp(other, end, sizeof end) == 0);
  // Unaligned, and in memory of exactly the size.
  for (size_t blocks = 0; blocks < 5; blocks++) {
    uint8_t *bytes = malloc(64 * blocks + 1);
    for (size_t i = 0; i < 64 * blocks + 1; i++) bytes[i] = (uint8_t)(i * 37);
    dyad_sha256_mix(one, bytes + 1, blocks);
    dyad_sha256_mix_portably(other, bytes + 1, blocks);
    CHECK(memcmp(one, other, sizeof one) == 0);
    free(bytes);
  }
}

static void find_delimiters(void) {
  for (size_t count = 0; count < 300; count++)
    for (size_t limit = 0; limit < 200; limit = limit * 2 + 1) {
      uint8_t *bytes = malloc(count ? count : 1);
      for (size_t i = 0; i < count; i++) bytes[i] = (i * 7 + count) % 5 ? 'x' : '\t';
      if (count > 250) bytes[count - 1] = 0;
      int32_t *found[3];
      size_t counts[3];
      int zeros[3];
      for (int i = 0; i < 3; i++) found[i] = malloc((limit + 8) * sizeof(int32_t));
      counts[0] = dyad_find_delimiters(bytes, count, '\t', found[0], limit, &zeros[0]);
      counts[1] = dyad_find_delimiters_generally(bytes, count, '\t', found[1], limit, &zeros[1]);
      counts[2] = dyad_find_delimiters_portably(bytes, count, '\t', found[2], limit, &zeros[2]);
      for (int i = 0; i < 2; i++) {
        CHECK(counts[i] == counts[2]);
        CHECK(memcmp(found[i], found[2], counts[2] * sizeof(int32_t)) == 0);
        // Where the search ended early, it may have seen more bytes or fewer.
        CHECK(counts[2] == limit || !zeros[i] == !zeros[2]);
      }
      for (int i = 0; i < 3; i++) free(found[i]);
      free(bytes);
    }
}

// A stream of zlib with "hello", each beginning of it, and each with one byte changed, in memory of exactly its size.
static void inflate_streams(void) {
  const unsigned char stream[] = {0x78, 0x9C, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x07, 0x00, 0x06, 0x2C, 0x02, 0x15};
  for (size_t length = 0; length <= sizeof stream; length++)
    for (size_t changed = 0; changed <= sizeof stream; changed++) {
      char *bytes = malloc(length ? length : 1);
      memcpy(bytes, stream, length);
      if (changed < length) bytes[changed] ^= 0x55;
      size_t count = 0;
      char *text = gvz_inflate(bytes, length, &count);
      bool is_whole = length == sizeof stream && changed == sizeof stream;
      if (is_whole) CHECK(text && count == 5 && memcmp(text, "hello", 5) == 0);
      if (length < sizeof stream) CHECK(!text);
      free(text);
      free(bytes);
    }
}

/// Gradients are numbered anew, also where the picture ends within a number.
static void normalize(void) {
  static const char svg[] = "<linearGradient id=\"p_l_51\"/><g fill=\"url(#p_l_52)\"/><linearGradient id=\"p_l_5";
  static const char expected[] = "<linearGradient id=\"p_l_0\"/><g fill=\"url(#p_l_1)\"/><linearGradient id=\"p_l_5";
  size_t length = sizeof svg - 1;
  char *picture = malloc(length);
  CHECK(picture);
  memcpy(picture, svg, length);
  length = gvz_normalize(picture, length, "svg");
  CHECK(length == sizeof expected - 1 && memcmp(picture, expected, length) == 0);
  free(picture);
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 1;
  digest();
  find_delimiters();
  inflate_streams();
  normalize();
  CHECK(gvz_start() && gvz_start());
  CHECK(strcmp(gvz_header_version(), gvz_library_version()) == 0);
  for (int round = 0; round < rounds; round++) {
    gvz_allow_files(round % 2);
    use_graphviz();
  }
  gvz_allow_files(false);
  // The same on the thread whose standard error is captured.
  if (gvz_capture_standard_error()) use_graphviz();
  puts("every call of the C modules returned as expected");
  return 0;
}
