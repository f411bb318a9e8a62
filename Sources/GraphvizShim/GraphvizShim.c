// srand48 and RTLD_DEFAULT are no part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "GraphvizShim.h"

#include <dlfcn.h>
#include <gvc.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

// GVPLUGIN_VERSION went from 6 to 8 in 13.0.0, the version that changed the interface most.
#include <gvplugin.h>
#include <graphviz_version.h>
#define SINCE_13 (GVPLUGIN_VERSION >= 8)

// Exported by libgvc, declared in none of its headers. While it is set, Graphviz opens no file that a graph names.
extern char *HTTPServerEnVar;

static GVC_t *context;

static Agraph_t *graph_of(gvz_graph *graph) { return (Agraph_t *)graph; }
static Agnode_t *node_of(gvz_node *node) { return (Agnode_t *)node; }
static Agedge_t *edge_of(gvz_edge *edge) { return (Agedge_t *)edge; }

static void *grown(void *memory, size_t size) {
  void *result = realloc(memory, size);
  if (!result) abort();
  return result;
}

typedef struct {
  char *text;
  size_t length, capacity, position;
} text_t;

static void append(text_t *text, const char *bytes, size_t count) {
  if (text->length + count > text->capacity) {
    text->capacity = 2 * (text->length + count);
    text->text = grown(text->text, text->capacity);
  }
  memcpy(text->text + text->length, bytes, count);
  text->length += count;
}

// MARK: Starting

bool gvz_start(void) {
  if (context) return true;
  HTTPServerEnVar = (char *)"library";
  context = gvContext();
  return context != NULL;
}

const char *gvz_header_version(void) { return PACKAGE_VERSION; }
const char *gvz_library_version(void) { return gvcVersion(context); }

// MARK: Messages

static char *messages;
static size_t messages_length;
static agusererrf previous_callback;

// Graphviz hands over a message in pieces: "Error" or "Warning", then ": ", then the text.
static int collect(char *piece) {
  static bool after_level;
  const char *text = piece;
  if (strcmp(piece, "Error") == 0) text = "\x1e" "E";
  if (strcmp(piece, "Warning") == 0) text = "\x1e" "W";
  if (after_level && strcmp(piece, ": ") == 0) text = "";
  after_level = text != piece && *text;
  size_t length = strlen(text);
  messages = grown(messages, messages_length + length + 1);
  memcpy(messages + messages_length, text, length + 1);
  messages_length += length;
  return 0;
}

// What Graphviz and Pango print on standard error themselves, such as "libpath/shortest.c:324: triangulation failed". While
// they work, it is led into a file; what is theirs becomes a warning, what another thread wrote meanwhile is passed on.
static FILE *spill;
static int standard_error = -1;

static void catch_spill(void) {
  if (!spill) spill = tmpfile();
  if (!spill) return;
  fflush(stderr);
  standard_error = dup(STDERR_FILENO);
  if (standard_error >= 0) dup2(fileno(spill), STDERR_FILENO);
}

static bool starts_with(const char *line, const char *start) { return strncmp(line, start, strlen(start)) == 0; }

static bool is_theirs(const char *line) {
  if (starts_with(line, "libpath/") || starts_with(line, "Fontconfig ")) return true;
  return *line == '(' && (strstr(line, "): Pango-") || strstr(line, "): GLib-"));
}

static void release_spill(void) {
  if (standard_error < 0) return;
  fflush(stderr);
  dup2(standard_error, STDERR_FILENO);
  close(standard_error);
  standard_error = -1;
  if (fseek(spill, 0, SEEK_END) != 0 || ftell(spill) <= 0) return;
  rewind(spill);
  char line[4096];
  while (fgets(line, sizeof line, spill)) {
    if (!is_theirs(line)) {
      fputs(line, stderr);
    } else {
      collect((char *)"Warning");
      collect((char *)": ");
      collect(line);
    }
  }
  if (ftruncate(fileno(spill), 0) == 0) rewind(spill);
}

void gvz_messages_begin(void) {
  messages = NULL;
  messages_length = 0;
  agreseterrors();
  previous_callback = agseterrf(collect);
  catch_spill();
}

bool gvz_messages_end(char **text) {
  release_spill();
  agseterrf(previous_callback);
  int level = agreseterrors();
  *text = messages;
  messages = NULL;
  // The level of silence is that of an error's neighbour: only with text does it mean anything.
  return *text && level >= 1;
}

void gvz_free(void *memory) { free(memory); }

// MARK: Ids
//
// By default the id of a named object is the address of its name, and up to version 9 subgraphs are walked in the
// order of their ids: any two clusters then change places between equal layouts in one process. So ids are given
// here: anonymous objects get 1, 3, 5 ..., named ones 2^32, 2^32 + 2 ... All anonymous ones come first, since dot
// dies in expand_cluster when a rank=same set that empties a cluster is walked after it.

#define FIRST_NAMED ((IDTYPE)1 << 32)

typedef struct {
  char **names;
  size_t count, capacity;
  size_t *slots;  // index + 1, or 0; twice as many as there is room for names
} names_t;

typedef struct {
  IDTYPE anonymous;
  names_t kinds[3];
} ids_t;

// Graphviz takes every name for one of its interned strings and looks in front of it for the mark "this is HTML";
// it must find none, or names come out of the dot format as <name>.
#define ROOM_IN_FRONT 64

static char *copy_of_name(const char *name) {
  size_t length = strlen(name);
  char *memory = grown(NULL, ROOM_IN_FRONT + length + 1);
  memset(memory, 0, ROOM_IN_FRONT);
  return memcpy(memory + ROOM_IN_FRONT, name, length + 1);
}

static int plain_kind(int kind) { return kind == 3 ? GVZ_EDGE : kind; }  // an edge seen from its head

static size_t slot_of(const names_t *names, const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t mask = 2 * names->capacity - 1, slot = hash & mask;
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name) != 0) slot = (slot + 1) & mask;
  return slot;
}

static void grow(names_t *names) {
  names->capacity = names->capacity ? 2 * names->capacity : 16;
  names->names = grown(names->names, names->capacity * sizeof *names->names);
  names->slots = grown(names->slots, 2 * names->capacity * sizeof *names->slots);
  memset(names->slots, 0, 2 * names->capacity * sizeof *names->slots);
  for (size_t i = 0; i < names->count; i++) names->slots[slot_of(names, names->names[i])] = i + 1;
}

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph, (void)discipline;
  ids_t *ids = grown(NULL, sizeof *ids);
  memset(ids, 0, sizeof *ids);
  ids->anonymous = 1;
  return ids;
}

static long ids_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  ids_t *ids = state;
  if (!name) {
    *id = ids->anonymous;
    ids->anonymous += 2;
    return 1;
  }
  names_t *names = &ids->kinds[plain_kind(kind)];
  if (names->count == names->capacity) grow(names);
  size_t slot = slot_of(names, name);
  if (!names->slots[slot]) {
    if (!create) return 0;
    names->names[names->count++] = copy_of_name(name);
    names->slots[slot] = names->count;
  }
  *id = FIRST_NAMED + 2 * (IDTYPE)(names->slots[slot] - 1);
  return 1;
}

#if !SINCE_13
static long ids_alloc(void *state, int kind, IDTYPE id) {
  (void)state, (void)kind, (void)id;
  return 0;
}
#endif

static void ids_free(void *state, int kind, IDTYPE id) { (void)state, (void)kind, (void)id; }

static char *ids_print(void *state, int kind, IDTYPE id) {
  ids_t *ids = state;
  if (id < FIRST_NAMED) return NULL;
  names_t *names = &ids->kinds[plain_kind(kind)];
  size_t index = (id - FIRST_NAMED) / 2;
  return index < names->count ? names->names[index] : NULL;
}

static void ids_close(void *state) {
  ids_t *ids = state;
  for (int kind = 0; kind < 3; kind++) {
    for (size_t i = 0; i < ids->kinds[kind].count; i++) free(ids->kinds[kind].names[i] - ROOM_IN_FRONT);
    free(ids->kinds[kind].names);
    free(ids->kinds[kind].slots);
  }
  free(ids);
}

static void ids_register(void *state, int kind, void *object) { (void)state, (void)kind, (void)object; }

static Agiddisc_t ids_discipline = {
    .open = ids_open,
    .map = ids_map,
#if !SINCE_13
    .alloc = ids_alloc,
#endif
    .free = ids_free,
    .print = ids_print,
    .close = ids_close,
    .idregister = ids_register,
};

// MARK: HTML-like strings
//
// Up to 12.2.1 the mark "this is HTML" belongs to the interned string, so an HTML-like label turns every equal
// plain string of the graph into HTML (#2089). A comment at its end makes it unlike any plain string.

static const char html_mark[] = "<!--9f3c-html-->";
#define HTML_MARK_LENGTH (sizeof html_mark - 1)

// Up to 2.42.3 links reach SVG as they are once entities are resolved, a bare "&" included (#1687): within a link,
// entities are escaped once more. Later versions keep an entity that is there.
static void append_with_links_escaped(text_t *out, const char *markup) {
  bool in_tag = false, in_link = false;
  char quote = 0;
  for (const char *c = markup; *c; c++) {
    append(out, c, 1);
    if (quote) {
      if (*c == '&' && in_link) append(out, "amp;", 4);
      if (*c == quote) quote = 0, in_link = false;
    } else if (in_tag && (*c == '"' || *c == '\'')) {
      quote = *c;
    } else if (in_tag && strncasecmp(c, "href", 4) == 0) {
      in_link = true;
    } else if (*c == '<' || *c == '>') {
      in_tag = *c == '<';
    }
  }
}

static char *marked(const char *value) {
  text_t out = {0};
#if SINCE_13
  append(&out, value, strlen(value));
#else
  append_with_links_escaped(&out, value);
#endif
  append(&out, html_mark, sizeof html_mark);
  return out.text;
}

static Agsym_t *declare(Agraph_t *root, int kind, const char *name, const char *value, bool html) {
  if (!html) {
#if SINCE_13
    return agattr_text(root, kind, (char *)name, value);
#else
    return agattr(root, kind, (char *)name, (char *)value);
#endif
  }
  char *text = marked(value);
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
  char *text = marked(value);
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

void gvz_expect(gvz_graph *root, gvz_kind kind, const char *name) {
  if (!agattr(graph_of(root), kind, (char *)name, NULL)) declare(graph_of(root), kind, name, "", false);
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

// MARK: Building

gvz_graph *gvz_open(const char *name, bool directed, bool strict) {
  Agdesc_t kind = directed ? (strict ? Agstrictdirected : Agdirected) : (strict ? Agstrictundirected : Agundirected);
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &ids_discipline;
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

// MARK: Reading DOT

// Copies DOT, and gives every HTML-like string its mark: once parsed, it is too late to tell it from a plain one.
static text_t with_marks(const char *dot, size_t length) {
  text_t out = {0};
  enum { OUTSIDE, QUOTED, LINE_COMMENT, BLOCK_COMMENT, HTML } state = OUTSIDE;
  int nesting = 0;
  for (size_t i = 0; i < length; i++) {
    char c = dot[i], next = i + 1 < length ? dot[i + 1] : 0;
    switch (state) {
    case OUTSIDE:
      if (c == '"') state = QUOTED;
      if (c == '#' && (i == 0 || dot[i - 1] == '\n')) state = LINE_COMMENT;
      if (c == '/' && next == '/') state = LINE_COMMENT;
      if (c == '/' && next == '*') state = BLOCK_COMMENT;
      if (c == '<') state = HTML, nesting = 1;
      break;
    case QUOTED:
      if (c == '\\' && (next == '"' || next == '\\')) append(&out, &c, 1), c = next, i++;
      else if (c == '"') state = OUTSIDE;
      break;
    case LINE_COMMENT:
      if (c == '\n') state = OUTSIDE;
      break;
    case BLOCK_COMMENT:
      if (c == '*' && next == '/') append(&out, &c, 1), c = next, i++, state = OUTSIDE;
      break;
    case HTML:
      if (c == '<') nesting++;
      if (c == '>' && --nesting == 0) append(&out, html_mark, HTML_MARK_LENGTH), state = OUTSIDE;
      break;
    }
    append(&out, &c, 1);
  }
  return out;
}

static int read_text(void *channel, char *buffer, int size) {
  text_t *text = channel;
  size_t count = text->length - text->position;
  if (count > (size_t)size) count = (size_t)size;
  if (count) memcpy(buffer, text->text + text->position, count);
  text->position += count;
  return (int)count;
}

gvz_graph *gvz_read(const char *dot, size_t length, bool *more) {
  text_t text = with_marks(dot, length);
  Agiodisc_t reader = AgIoDisc;
  reader.afread = read_text;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.id = &ids_discipline;
  discipline.io = &reader;
#if !SINCE_13
  agreadline(1);  // else lines are counted on from the last text that had a mistake
#endif
  Agraph_t *graph = agread(&text, &discipline);
  *more = false;
  // What is left unread would be taken for the beginning of the next text.
  for (Agraph_t *next; graph && (next = agread(&text, &discipline)); *more = true) agclose(next);
  free(text.text);
  return (gvz_graph *)graph;
}

// MARK: Reading a graph

const char *gvz_graph_name(gvz_graph *graph) { return agnameof(graph); }
const char *gvz_node_name(gvz_node *node) { return agnameof(node); }

const char *gvz_edge_key(gvz_edge *edge) { return AGID(edge) >= FIRST_NAMED ? agnameof(edge) : NULL; }

bool gvz_is_anonymous(gvz_graph *graph) {
  if (AGID(graph) >= FIRST_NAMED) return false;
  // A name that begins with "%" gets an anonymous id; a truly anonymous graph is called "%" and that id.
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

static int by_sequence(const void *a, const void *b) {
  uint64_t x = AGSEQ(*(Agedge_t *const *)a), y = AGSEQ(*(Agedge_t *const *)b);
  return (x > y) - (x < y);
}

gvz_edge **gvz_edges(gvz_graph *graph) {
  Agraph_t *g = graph_of(graph);
  size_t count = 0, capacity = (size_t)agnedges(g) + 1;
  Agedge_t **edges = grown(NULL, capacity * sizeof *edges);
  for (Agnode_t *n = agfstnode(g); n; n = agnxtnode(g, n))
    for (Agedge_t *e = agfstout(g, n); e && count + 1 < capacity; e = agnxtout(g, e)) edges[count++] = e;
  qsort(edges, count, sizeof *edges, by_sequence);
  edges[count] = NULL;
  return (gvz_edge **)edges;
}

gvz_node *gvz_tail(gvz_edge *edge) { return (gvz_node *)agtail(edge_of(edge)); }
gvz_node *gvz_head(gvz_edge *edge) { return (gvz_node *)aghead(edge_of(edge)); }

gvz_symbol *gvz_next_symbol(gvz_graph *root, gvz_kind kind, gvz_symbol *previous) {
  return (gvz_symbol *)agnxtattr(graph_of(root), kind, (Agsym_t *)previous);
}

static const char *unmarked(const char *value, size_t *length, bool *html) {
  *length = strlen(value);
  *html = aghtmlstr((char *)value) != 0;
  if (*html && *length >= HTML_MARK_LENGTH
      && strcmp(value + *length - HTML_MARK_LENGTH, html_mark) == 0) *length -= HTML_MARK_LENGTH;
  return value;
}

const char *gvz_symbol_name(gvz_symbol *symbol) { return ((Agsym_t *)symbol)->name; }

const char *gvz_symbol_value(gvz_symbol *symbol, size_t *length, bool *html) {
  return unmarked(((Agsym_t *)symbol)->defval, length, html);
}
const char *gvz_graph_value(gvz_graph *graph, gvz_symbol *symbol, size_t *length, bool *html) {
  return unmarked(agxget(graph, (Agsym_t *)symbol), length, html);
}
const char *gvz_node_value(gvz_node *node, gvz_symbol *symbol, size_t *length, bool *html) {
  return unmarked(agxget(node, (Agsym_t *)symbol), length, html);
}
const char *gvz_edge_value(gvz_edge *edge, gvz_symbol *symbol, size_t *length, bool *html) {
  return unmarked(agxget(edge, (Agsym_t *)symbol), length, html);
}

// MARK: Layout

// The macros of types.h follow these records blindly; a graph that was not laid out has none.
static Agraphinfo_t *graph_record(void *graph) { return (Agraphinfo_t *)aggetrec(graph, (char *)"Agraphinfo_t", 0); }
static Agnodeinfo_t *node_record(void *node) { return (Agnodeinfo_t *)aggetrec(node, (char *)"Agnodeinfo_t", 0); }
static Agedgeinfo_t *edge_record(void *edge) { return (Agedgeinfo_t *)aggetrec(edge, (char *)"Agedgeinfo_t", 0); }

static bool is_laid_out(gvz_graph *root) {
  Agraphinfo_t *record = graph_record(root);
  return record && record->drawing;
}

// Graphviz says only once in the life of a process that it does not know a colour. This forgets what it said; it
// is no part of the interface, so it may be absent.
static void forget_what_was_said(void) {
  void (*reset)(void) = NULL;
  *(void **)&reset = dlsym(RTLD_DEFAULT, "emit_once_reset");
  if (reset) reset();
}

bool gvz_layout(gvz_graph *root, const char *engine) {
  srand(1);  // sfdp draws from these and never seeds them
  srand48(1);
  forget_what_was_said();
  return gvLayout(context, graph_of(root), engine) == 0 && is_laid_out(root);
}

void gvz_close(gvz_graph *root) {
  if (is_laid_out(root)) {
#if !defined(GRAPHVIZ_VERSION_MAJOR)
    // Placing the label of a flat edge reallocates the nodes of a rank (v) but leaves the pointer that is freed
    // later (av) at the old place: ordinary clustered graphs then corrupt the heap (#1494, #2331; up to 13.0.0).
    Agraphinfo_t *record = graph_record(root);
    if (record->rank)
      for (int i = record->minrank; i <= record->maxrank; i++) record->rank[i].av = record->rank[i].v;
#endif
    gvFreeLayout(context, graph_of(root));
  }
  agclose(graph_of(root));
}

static gvz_point point_of(pointf p) { return (gvz_point){p.x, p.y}; }

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
  return (gvz_graph *)graph_record(graph)->clust[index + 1];  // Graphviz counts them from 1
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

// MARK: Painting

// Writes one fixed day over the day of writing, in place, so that the same picture is the same bytes.
static void fix_date(char *pdf, size_t length, const char *key) {
  static const char day[] = "20000101000000";
  size_t key_length = strlen(key);
  for (size_t i = 0; i + key_length < length; i++) {
    if (pdf[i] != '/' || memcmp(pdf + i, key, key_length) != 0) continue;
    char *end = pdf + length;
    size_t digit = 0;
    for (char *c = pdf + i + key_length; c < end && *c != ')'; c++) {
      if (*c >= '0' && *c <= '9') *c = digit < sizeof day - 1 ? day[digit++] : '0';
      if (*c == '-') *c = '+';
    }
  }
}

// Gradients are numbered on through the life of the process. Numbers them from 0 in each picture, in place.
static size_t renumber_gradients(char *svg, size_t length, char kind) {
  static const char definition[] = "Gradient id=\"", use[] = "=\"url(#";
  long first = -1;
  size_t written = 0;
  for (size_t i = 0; i < length;) {
    const char *start = NULL;
    if (length - i > sizeof definition && memcmp(svg + i, definition, sizeof definition - 1) == 0) start = definition;
    if (length - i > sizeof use && memcmp(svg + i, use, sizeof use - 1) == 0) start = use;
    if (!start) {
      svg[written++] = svg[i++];
      continue;
    }
    // From here to the number: the prefix, perhaps the id of the object, the kind and "_".
    size_t end = i + strlen(start);
    while (end < length && svg[end] != '"' && svg[end] != ')') end++;
    size_t digits = end;
    while (digits > i && svg[digits - 1] >= '0' && svg[digits - 1] <= '9') digits--;
    bool ours = digits < end && digits - i >= 2 && svg[digits - 1] == '_' && svg[digits - 2] == kind;
    size_t kept = (ours ? digits : end) - i;
    memmove(svg + written, svg + i, kept);
    written += kept;
    if (ours) {
      long number = strtol(svg + digits, NULL, 10);
      if (first < 0) first = number;
      char text[24];
      int count = snprintf(text, sizeof text, "%ld", number - first);
      if (number < first || (size_t)count > end - digits) count = (int)(end - digits);
      else memcpy(svg + digits, text, (size_t)count);
      memmove(svg + written, svg + digits, (size_t)count);
      written += (size_t)count;
    }
    i = end;
  }
  return written;
}

char *gvz_render(gvz_graph *root, const char *format, size_t *length) {
  if (!is_laid_out(root)) return NULL;
  char *picture = NULL;
  // The length is an unsigned int up to 12 and a size_t from 13: a narrow place would be written past its end.
  union { unsigned narrow; size_t wide; } size = {.wide = 0};
  int code;
#if SINCE_13
  code = gvRenderData(context, graph_of(root), (char *)format, &picture, &size.wide);
  *length = size.wide;
#else
  code = gvRenderData(context, graph_of(root), (char *)format, &picture, &size.narrow);
  *length = size.narrow;
#endif
  if (code != 0) {
    if (picture) gvFreeRenderData(picture);
    return NULL;
  }
  if (picture && strcmp(format, "svg") == 0) {
    *length = renumber_gradients(picture, *length, 'l');
    *length = renumber_gradients(picture, *length, 'r');
  }
  if (picture && strcmp(format, "pdf") == 0) {
    fix_date(picture, *length, "/CreationDate (D:");
    fix_date(picture, *length, "/ModDate (D:");
  }
  return picture;
}

void gvz_free_picture(char *picture) { gvFreeRenderData(picture); }
