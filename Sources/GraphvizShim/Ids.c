#include "Buffer.h"
#include "GraphvizHeaders.h"

#include <stdint.h>

// By default the id of a named object is the address of its name, and up to version 9 subgraphs are visited in the
// order of their ids: two clusters then change places between equal layouts in one process. So the shim assigns the
// ids: anonymous objects get 1, 3, 5 ..., named ones 2^32, 2^32 + 2 ... All anonymous ones come first, since dot
// crashes in expand_cluster if it visits a rank=same set that empties a cluster after that cluster.

typedef struct {
  char **names;
  size_t count, capacity;
  size_t *slots;  // index + 1, or 0; twice as many slots as names fit
} names_t;

typedef struct {
  IDTYPE next_anonymous;
  names_t kinds[3];
} ids_t;

// Graphviz treats every name as one of its interned strings and reads the mark "this is HTML" in front of it. These
// bytes are zero, so that no name is mistaken for HTML and written to DOT as <name>.
#define ROOM_IN_FRONT 64
static char *copy_of_name(const char *name) {
  size_t length = strlen(name);
  char *memory = gvz_realloc(NULL, ROOM_IN_FRONT + length + 1);
  memset(memory, 0, ROOM_IN_FRONT);
  return memcpy(memory + ROOM_IN_FRONT, name, length + 1);
}

static int kind_of(int kind) { return kind == 3 ? GVZ_EDGE : kind; }  // 3: an edge seen from its head

static size_t slot_of(const names_t *names, const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (const char *c = name; *c; c++) hash = (hash ^ (unsigned char)*c) * 1099511628211u;
  size_t mask = 2 * names->capacity - 1, slot = hash & mask;
  while (names->slots[slot] && strcmp(names->names[names->slots[slot] - 1], name) != 0) slot = (slot + 1) & mask;
  return slot;
}

static void grow(names_t *names) {
  names->capacity = names->capacity ? 2 * names->capacity : 16;
  names->names = gvz_realloc(names->names, names->capacity * sizeof *names->names);
  names->slots = gvz_realloc(names->slots, 2 * names->capacity * sizeof *names->slots);
  memset(names->slots, 0, 2 * names->capacity * sizeof *names->slots);
  for (size_t i = 0; i < names->count; i++) names->slots[slot_of(names, names->names[i])] = i + 1;
}

static void *ids_open(Agraph_t *graph, Agdisc_t *discipline) {
  (void)graph, (void)discipline;
  ids_t *ids = gvz_realloc(NULL, sizeof *ids);
  memset(ids, 0, sizeof *ids);
  ids->next_anonymous = 1;
  return ids;
}

static long ids_map(void *state, int kind, char *name, IDTYPE *id, int create) {
  ids_t *ids = state;
  if (!name) {
    *id = ids->next_anonymous;
    ids->next_anonymous += 2;
    return 1;
  }
  names_t *names = &ids->kinds[kind_of(kind)];
  if (names->count == names->capacity) grow(names);
  size_t slot = slot_of(names, name);
  if (!names->slots[slot]) {
    if (!create) return 0;
    names->names[names->count++] = copy_of_name(name);
    names->slots[slot] = names->count;
  }
  *id = FIRST_NAMED_ID + 2 * (IDTYPE)(names->slots[slot] - 1);
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
  if (id < FIRST_NAMED_ID) return NULL;
  names_t *names = &ids->kinds[kind_of(kind)];
  size_t index = (id - FIRST_NAMED_ID) / 2;
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

Agiddisc_t gvz_ids = {
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
