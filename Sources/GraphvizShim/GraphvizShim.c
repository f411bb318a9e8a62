// The only file that sees a Graphviz header. Differences between Graphviz 2.42 and 16 and repairs of its faults live here.
#include "GraphvizShim.h"

#include <gvc.h>
#include <graphviz_version.h>
#include <gvplugin.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AG(object, type) ((type *)(void *)(object))

// Exported by libgvc, declared nowhere: with it set, no file that a graph names is opened.
extern char *HTTPServerEnVar;

// MARK: One context for the life of the process: making and freeing one leaks (graphviz issue 132).

static GVC_t *context(void) {
  static GVC_t *shared;
  if (!shared) {
    HTTPServerEnVar = "dyad";
    unsetenv("GVBINDIR");          // a planted plugin folder would run code (CVE-2023-46045)
    unsetenv("SOURCE_DATE_EPOCH");  // a malformed one exits the process
    shared = gvContext();
  }
  return shared;
}

const char *gvs_header_version(void) { return PACKAGE_VERSION; }
const char *gvs_library_version(void) { return gvcVersion(context()); }

// The fourth parameter of gvPluginList went in 9.0.0.
typedef char **(*plugin_list_4)(GVC_t *, const char *, int *, char *);
typedef char **(*plugin_list_3)(GVC_t *, const char *, int *);
static char **list_4(void *f, int *size) { return ((plugin_list_4)f)(context(), "layout", size, NULL); }
static char **list_3(void *f, int *size) { return ((plugin_list_3)f)(context(), "layout", size); }

bool gvs_has_plugins(void) {
  int size = 0;
  char **list = _Generic(&gvPluginList, plugin_list_3: list_3, default: list_4)((void *)gvPluginList, &size);
  for (int i = 0; list && i < size; i++) free(list[i]);
  free(list);
  return size > 0;
}

// MARK: Messages. They come in pieces, through a callback that belongs to the process.

static struct {
  char *text;
  size_t length, room;
  agusererrf previous;
} messages;

static int collect(char *piece) {
  size_t length = strlen(piece);
  if (messages.length + length + 1 > messages.room) {
    size_t room = 2 * (messages.length + length + 1);
    char *text = realloc(messages.text, room);
    if (!text) return 0;
    messages.text = text;
    messages.room = room;
  }
  memcpy(messages.text + messages.length, piece, length + 1);
  messages.length += length;
  return 0;
}

void gvs_begin(void) {
  context();
  messages.length = 0;
  if (messages.text) messages.text[0] = 0;
  agreseterrors();
  messages.previous = agseterrf(collect);
}
const char *gvs_messages(void) { return messages.text ? messages.text : ""; }
int gvs_level(void) {
  int level = agerrors();
  return messages.length == 0 && level == 0 ? -1 : level;
}
void gvs_end(void) { agseterrf(messages.previous); }

// What Graphviz and Pango print on standard error themselves. While they work it is led into a file; what is theirs becomes a
// message, what another thread wrote meanwhile goes on to where it was meant for.

static struct {
  FILE *file;
  int real;
} spill = {NULL, -1};

static void catch_spill(void) {
  if (!spill.file) spill.file = tmpfile();
  if (!spill.file) return;
  fflush(stderr);
  spill.real = dup(STDERR_FILENO);
  if (spill.real >= 0) dup2(fileno(spill.file), STDERR_FILENO);
}

static bool is_theirs(const char *line) {
  static const char *const marks[] = {"libpath/", "Pango-", "GLib-", "Fontconfig ", "triangulation", "cairo"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
    if (strstr(line, marks[i])) return true;
  return line[0] == '\n' || !line[0];
}

static void release_spill(void) {
  if (spill.real < 0) return;
  fflush(stderr);
  dup2(spill.real, STDERR_FILENO);
  close(spill.real);
  spill.real = -1;
  off_t size = lseek(fileno(spill.file), 0, SEEK_END);
  if (size <= 0) return;
  rewind(spill.file);
  char line[4096];
  while (fgets(line, sizeof line, spill.file)) is_theirs(line) ? collect(line) : fputs(line, stderr);
  if (ftruncate(fileno(spill.file), 0) == 0) rewind(spill.file);
}

// MARK: Ids. cgraph's own are the addresses of names, and clusters are walked in their order: no two layouts agree.
// Anonymous objects are 1, 3, 5 …; names start above every one of them, since a rank set must sort before a cluster.

#define FIRST_NAMED ((IDTYPE)1 << 32)

typedef struct {
  char *name;
  long next;  // of the same hash
} id_entry;
typedef struct {
  id_entry *entries;
  long count, room;
  long *buckets;
  long bucket_count;
} id_table;
typedef struct {
  id_table tables[3];  // graphs, nodes, edges
  IDTYPE anonymous;
  Agraph_t *graph;
} ids;

static unsigned long hash(const char *s) {
  unsigned long h = 14695981039346656037UL;
  for (; *s; s++) h = (h ^ (unsigned char)*s) * 1099511628211UL;
  return h;
}
static id_table *table(ids *s, int kind) {
  return &s->tables[kind == AGRAPH ? 0 : kind == AGNODE ? 1 : 2];  // AGINEDGE is an edge, too
}
static long find(id_table *t, const char *name) {
  if (!t->bucket_count) return -1;
  for (long i = t->buckets[hash(name) % t->bucket_count]; i >= 0; i = t->entries[i].next)
    if (strcmp(t->entries[i].name, name) == 0) return i;
  return -1;
}
static void rehash(id_table *t) {
  t->bucket_count = t->bucket_count ? 2 * t->bucket_count : 64;
  t->buckets = realloc(t->buckets, t->bucket_count * sizeof *t->buckets);
  for (long i = 0; i < t->bucket_count; i++) t->buckets[i] = -1;
  for (long i = 0; i < t->count; i++) {
    long bucket = hash(t->entries[i].name) % t->bucket_count;
    t->entries[i].next = t->buckets[bucket];
    t->buckets[bucket] = i;
  }
}
// Names are cgraph's own shared strings: writing DOT, it looks before a name for the mark of markup.
static long append(Agraph_t *g, id_table *t, const char *name) {
  if (t->count == t->room) {
    t->room = t->room ? 2 * t->room : 64;
    t->entries = realloc(t->entries, t->room * sizeof *t->entries);
  }
  t->entries[t->count].name = agstrdup(g, (char *)name);
  t->count++;
  if (t->count > t->bucket_count) {
    rehash(t);
  } else {
    long bucket = hash(name) % t->bucket_count;
    t->entries[t->count - 1].next = t->buckets[bucket];
    t->buckets[bucket] = t->count - 1;
  }
  return t->count - 1;
}

static void *id_open(Agraph_t *g, Agdisc_t *disc) {
  (void)disc;
  ids *s = calloc(1, sizeof *s);
  s->graph = g;
  s->anonymous = 1;
  return s;
}
static long id_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  ids *s = state;
  if (!name) {
    *id = s->anonymous;
    s->anonymous += 2;
    return 1;
  }
  long k = find(table(s, kind), name);
  if (k < 0) {
    if (!create) return 0;
    k = append(s->graph, table(s, kind), name);
  }
  *id = FIRST_NAMED + 2 * (IDTYPE)k;
  return 1;
}
static void id_free(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}
static char *id_print(void *state, int kind, IDTYPE id) {
  return id >= FIRST_NAMED ? table(state, kind)->entries[(id - FIRST_NAMED) / 2].name : NULL;
}
static void id_close(void *state) {
  ids *s = state;
  for (int kind = 0; kind < 3; kind++) {
    free(s->tables[kind].entries);
    free(s->tables[kind].buckets);
  }
  free(s);
}
static void id_register(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}
#if GVPLUGIN_VERSION < 8  // 13.0.0 dropped it
static long id_alloc(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}
#endif
static Agiddisc_t id_discipline = {
    .open = id_open,
    .map = id_map,
#if GVPLUGIN_VERSION < 8
    .alloc = id_alloc,
#endif
    .free = id_free,
    .print = id_print,
    .close = id_close,
    .idregister = id_register,
};

// MARK: Building

struct gvs_graph {
  Agraph_t *root;
  bool laid_out;
};

static gvs_graph *adopt(Agraph_t *root) {
  if (!root) return NULL;
  gvs_graph *graph = calloc(1, sizeof *graph);
  graph->root = root;
  return graph;
}

gvs_graph *gvs_open(const char *name, bool directed, bool strict) {
  Agdesc_t description = directed ? (strict ? Agstrictdirected : Agdirected) : (strict ? Agstrictundirected : Agundirected);
  static Agdisc_t discipline;
  discipline = AgDefaultDisc;
  discipline.id = &id_discipline;
  return adopt(agopen((char *)name, description, &discipline));
}

typedef struct {
  const char *at, *end;
} reader;
static int read_some(void *channel, char *buffer, int size) {
  reader *r = channel;
  size_t left = (size_t)(r->end - r->at), count = left < (size_t)size ? left : (size_t)size;
  memcpy(buffer, r->at, count);
  r->at += count;
  return (int)count;
}

gvs_graph *gvs_read(const char *dot, size_t length) {
  static Agdisc_t discipline;
  static Agiodisc_t io;
  discipline = AgDefaultDisc;
  io = AgIoDisc;
  io.afread = read_some;
  discipline.id = &id_discipline;
  discipline.io = &io;
#if GVPLUGIN_VERSION < 8  // it counts the lines of all graphs that it ever read
  agreadline(1);
#endif
  reader r = {dot, dot + length};
  Agraph_t *root = agread(&r, &discipline);
  // What is left is a second graph, which Graphviz would keep to itself.
  while (root && r.at < r.end && strchr(" \t\r\n;", *r.at)) r.at++;
  return adopt(root);
}

void gvs_close(gvs_graph *graph) {
  if (!graph) return;
  gvs_free_layout(graph);
  agclose(graph->root);
  free(graph);
}

gvs_sub *gvs_root(gvs_graph *graph) { return AG(graph->root, gvs_sub); }
gvs_sub *gvs_subgraph(gvs_sub *parent, const char *name) {
  return AG(agsubg(AG(parent, Agraph_t), (char *)name, 1), gvs_sub);
}
gvs_node *gvs_add_node(gvs_sub *graph, const char *name) {
  return AG(agnode(AG(graph, Agraph_t), (char *)name, 1), gvs_node);
}
gvs_edge *gvs_add_edge(gvs_sub *graph, gvs_node *tail, gvs_node *head, const char *key) {
  return AG(agedge(AG(graph, Agraph_t), AG(tail, Agnode_t), AG(head, Agnode_t), (char *)key, 1), gvs_edge);
}

void gvs_insert_edge(gvs_sub *graph, gvs_edge *edge) { agsubedge(AG(graph, Agraph_t), AG(edge, Agedge_t), 1); }

// Up to 12 a string is markup or text by its content, for all who share it: a comment that no text holds keeps them apart.
static char *marked(const char *value) {
  static const char mark[] = "<!--markup-->";
  char *whole = malloc(strlen(value) + sizeof mark);
  strcpy(whole, value);
  return strcat(whole, mark);
}

void gvs_declare(gvs_graph *graph, gvs_kind kind, const char *name, const char *value, bool html) {
  int object = kind == GVS_GRAPH ? AGRAPH : kind == GVS_NODE ? AGNODE : AGEDGE;
  if (!html) {
    agattr(graph->root, object, (char *)name, (char *)value);
    return;
  }
  char *whole = marked(value);
#if GVPLUGIN_VERSION >= 8
  agattr_html(graph->root, object, (char *)name, whole);
#else
  char *shared = agstrdup_html(graph->root, whole);
  agattr(graph->root, object, (char *)name, shared);
  agstrfree(graph->root, shared);
#endif
  free(whole);
}

static void set(Agraph_t *g, void *object, int kind, const char *name, const char *value, bool html) {
  Agraph_t *root = agroot(g);
  Agsym_t *symbol = agattr(root, kind, (char *)name, NULL);
  if (!symbol) symbol = agattr(root, kind, (char *)name, (char *)"");
  if (!html) {
    agxset(object, symbol, (char *)value);
    return;
  }
  char *whole = marked(value);
#if GVPLUGIN_VERSION >= 8
  agxset_html(object, symbol, whole);
#else
  char *shared = agstrdup_html(root, whole);
  agxset(object, symbol, shared);
  agstrfree(root, shared);
#endif
  free(whole);
}

void gvs_set_graph(gvs_sub *graph, const char *name, const char *value, bool html) {
  set(AG(graph, Agraph_t), graph, AGRAPH, name, value, html);
}
void gvs_set_node(gvs_node *node, const char *name, const char *value, bool html) {
  set(agraphof(AG(node, Agnode_t)), node, AGNODE, name, value, html);
}
void gvs_set_edge(gvs_edge *edge, const char *name, const char *value, bool html) {
  set(agraphof(AG(edge, Agedge_t)), edge, AGEDGE, name, value, html);
}

// MARK: Walking

const char *gvs_name(gvs_sub *graph) { return agnameof(AG(graph, Agraph_t)); }
bool gvs_is_directed(gvs_sub *graph) { return agisdirected(AG(graph, Agraph_t)); }
bool gvs_is_strict(gvs_sub *graph) { return agisstrict(AG(graph, Agraph_t)); }
gvs_sub *gvs_first_subgraph(gvs_sub *graph) { return AG(agfstsubg(AG(graph, Agraph_t)), gvs_sub); }
gvs_sub *gvs_next_subgraph(gvs_sub *graph) { return AG(agnxtsubg(AG(graph, Agraph_t)), gvs_sub); }
gvs_node *gvs_first_node(gvs_sub *graph) { return AG(agfstnode(AG(graph, Agraph_t)), gvs_node); }
gvs_node *gvs_next_node(gvs_sub *graph, gvs_node *node) {
  return AG(agnxtnode(AG(graph, Agraph_t), AG(node, Agnode_t)), gvs_node);
}
gvs_edge *gvs_first_edge(gvs_sub *graph, gvs_node *node) {
  return AG(agfstout(AG(graph, Agraph_t), AG(node, Agnode_t)), gvs_edge);
}
gvs_edge *gvs_next_edge(gvs_sub *graph, gvs_edge *edge) {
  return AG(agnxtout(AG(graph, Agraph_t), AG(edge, Agedge_t)), gvs_edge);
}
const char *gvs_node_name(gvs_node *node) { return agnameof(node); }
const char *gvs_edge_key(gvs_edge *edge) { return AGID(edge) >= FIRST_NAMED ? agnameof(edge) : NULL; }
gvs_node *gvs_tail(gvs_edge *edge) { return AG(agtail(AG(edge, Agedge_t)), gvs_node); }
gvs_node *gvs_head(gvs_edge *edge) { return AG(aghead(AG(edge, Agedge_t)), gvs_node); }
uint64_t gvs_edge_sequence(gvs_edge *edge) { return AGSEQ(edge); }

static bool value(char *text, const char *name, gvs_attribute *out) {
  if (!text) return false;
  out->name = name;
  out->value = text;
  out->html = aghtmlstr(text);
  return true;
}
bool gvs_next_declaration(gvs_sub *graph, gvs_kind kind, void **cursor, gvs_attribute *out) {
  int object = kind == GVS_GRAPH ? AGRAPH : kind == GVS_NODE ? AGNODE : AGEDGE;
  Agsym_t *symbol = agnxtattr(AG(graph, Agraph_t), object, *cursor);
  *cursor = symbol;
  return symbol && value(symbol->defval, symbol->name, out);
}
bool gvs_graph_value(gvs_sub *graph, const char *name, gvs_attribute *out) { return value(agget(graph, (char *)name), name, out); }
bool gvs_node_value(gvs_node *node, const char *name, gvs_attribute *out) { return value(agget(node, (char *)name), name, out); }
bool gvs_edge_value(gvs_edge *edge, const char *name, gvs_attribute *out) { return value(agget(edge, (char *)name), name, out); }

// MARK: Layout and painting

bool gvs_layout(gvs_graph *graph, const char *engine) {
  srand(1);  // sfdp starts from C's random numbers
  srand48(1);
  graph->laid_out = true;
  catch_spill();
  bool laid_out = gvLayout(context(), graph->root, engine) == 0;
  release_spill();
  return laid_out;
}

// Up to 13.0.0 a labelled edge within a rank moves the rank's array, and cleaning up frees the old one
// (graphviz issues 1494, 2331).
static void repair_ranks(Agraph_t *root) {
#if !defined(GRAPHVIZ_VERSION_MAJOR)
  Agraphinfo_t *record = (Agraphinfo_t *)aggetrec(root, (char *)"Agraphinfo_t", 0);
  if (!record || !record->rank) return;
  for (int rank = record->minrank; rank <= record->maxrank; rank++) record->rank[rank].av = record->rank[rank].v;
#else
  (void)root;
#endif
}

void gvs_free_layout(gvs_graph *graph) {
  if (!graph->laid_out) return;
  graph->laid_out = false;
  repair_ranks(graph->root);
  gvFreeLayout(context(), graph->root);
}

// Cairo dates its PDF, and 2.42 offers no way to say which date: the same picture must be the same bytes.
static void undate(char *bytes, size_t length) {
  static const char *const keys[] = {"/CreationDate (D:", "/ModDate (D:"};
  for (size_t k = 0; k < 2; k++) {
    size_t size = strlen(keys[k]);
    for (size_t i = 0; i + size + 14 <= length; i++) {
      if (memcmp(bytes + i, keys[k], size) != 0) continue;
      memcpy(bytes + i + size, "20000101000000", 14);
      for (size_t j = i + size + 14; j < length && bytes[j] != ')'; j++)
        if (bytes[j] >= '0' && bytes[j] <= '9') bytes[j] = '0';
    }
  }
}

bool gvs_render(gvs_graph *graph, const char *format, char **bytes, size_t *length) {
  // Before 13.0.0 the length is an unsigned int, since then a size_t: room for either, and zeros around it.
  union {
    unsigned int narrow;
    size_t wide;
  } size = {.wide = 0};
  void *slot = &size;
  *bytes = NULL;
  catch_spill();
  bool painted = gvRenderData(context(), graph->root, format, bytes, slot) == 0;
  release_spill();
  if (!painted) return false;
  *length = _Generic(&gvRenderData, int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): size.narrow,
                     default: size.wide);
  if (strcmp(format, "pdf") == 0) undate(*bytes, *length);
  return true;
}
void gvs_free_bytes(char *bytes) { gvFreeRenderData(bytes); }

// MARK: Reading a layout back. The macros look at records without asking whether they are there.

static Agraphinfo_t *graph_record(Agraph_t *g) { return (Agraphinfo_t *)aggetrec(g, (char *)"Agraphinfo_t", 0); }
static Agedgeinfo_t *edge_record(Agedge_t *e) { return (Agedgeinfo_t *)aggetrec(e, (char *)"Agedgeinfo_t", 0); }
static gvs_point place(pointf p) { return (gvs_point){p.x, p.y}; }

static bool label(textlabel_t *text, gvs_point *out) {
  if (!text || !text->set) return false;
  *out = place(text->pos);
  return true;
}

bool gvs_bounds(gvs_sub *graph, gvs_box *out) {
  Agraphinfo_t *record = graph_record(AG(graph, Agraph_t));
  if (!record) return false;
  *out = (gvs_box){place(record->bb.LL), place(record->bb.UR)};
  return true;
}
bool gvs_graph_label(gvs_sub *graph, gvs_point *out) {
  Agraphinfo_t *record = graph_record(AG(graph, Agraph_t));
  return record && label(record->label, out);
}
bool gvs_node_box(gvs_node *node, gvs_box *out) {
  Agnode_t *n = AG(node, Agnode_t);
  Agnodeinfo_t *record = (Agnodeinfo_t *)aggetrec(n, (char *)"Agnodeinfo_t", 0);
  if (!record) return false;
  double x = record->coord.x, y = record->coord.y, w = record->width * 36, h = record->height * 36;
  *out = (gvs_box){{x - w, y - h}, {x + w, y + h}};
  return true;
}
bool gvs_node_label(gvs_node *node, gvs_point *out) {
  Agnodeinfo_t *record = (Agnodeinfo_t *)aggetrec(node, (char *)"Agnodeinfo_t", 0);
  return record && label(record->xlabel, out);
}
bool gvs_edge_label(gvs_edge *edge, gvs_edge_label_kind kind, gvs_point *out) {
  Agedgeinfo_t *record = edge_record(AG(edge, Agedge_t));
  if (!record) return false;
  switch (kind) {
    case GVS_LABEL: return label(record->label, out);
    case GVS_XLABEL: return label(record->xlabel, out);
    case GVS_HEADLABEL: return label(record->head_label, out);
    case GVS_TAILLABEL: return label(record->tail_label, out);
  }
  return false;
}
static splines *route(gvs_edge *edge) {
  Agedgeinfo_t *record = edge_record(AG(edge, Agedge_t));
  return record ? record->spl : NULL;
}
size_t gvs_spline_count(gvs_edge *edge) { return route(edge) ? (size_t)route(edge)->size : 0; }
size_t gvs_spline_size(gvs_edge *edge, size_t spline) { return (size_t)route(edge)->list[spline].size; }
gvs_point gvs_spline_point(gvs_edge *edge, size_t spline, size_t index) {
  return place(route(edge)->list[spline].list[index]);
}
bool gvs_spline_start(gvs_edge *edge, size_t spline, gvs_point *out) {
  bezier *curve = &route(edge)->list[spline];
  if (curve->sflag) *out = place(curve->sp);
  return curve->sflag;
}
bool gvs_spline_end(gvs_edge *edge, size_t spline, gvs_point *out) {
  bezier *curve = &route(edge)->list[spline];
  if (curve->eflag) *out = place(curve->ep);
  return curve->eflag;
}
