// RTLD_DEFAULT is not part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "GraphvizHeaders.h"
#include "Messages.h"
#include "Random.h"

#include <dlfcn.h>

// Graphviz warns of an unknown color only once in the life of a process. This resets its memory of warnings; it is
// not part of the interface, so it may be absent.
static void reset_warnings(void) {
  void (*reset)(void) = NULL;
  *(void **)&reset = dlsym(RTLD_DEFAULT, "emit_once_reset");
  if (reset) reset();
}

typedef struct {
  gvz_graph *root;
  const char *engine;
  int code;
} layout_call;

static void lay_out(void *argument) {
  layout_call *layout = argument;
  layout->code = gvLayout(gvz_context, graph_of(layout->root), layout->engine);
}

bool gvz_layout(gvz_graph *root, const char *engine) {
  reset_warnings();
  gvz_random random;
  gvz_random_begin(&random);  // sfdp draws from rand() and never seeds it
  layout_call layout = {root, engine, -1};
  gvz_call(lay_out, &layout);
  gvz_random_end(&random);
  return layout.code == 0 && is_laid_out(root);
}

void gvz_close(gvz_graph *root) {
  if (is_laid_out(root)) {
#if !defined(GRAPHVIZ_VERSION_MAJOR)
    // Placing the label of a flat edge reallocates the nodes of a rank (v) but not the pointer that is freed later
    // (av): ordinary clustered graphs then corrupt the heap (#1494, #2331; up to 13.0.0).
    Agraphinfo_t *record = graph_record(root);
    if (record->rank)
      for (int i = record->minrank; i <= record->maxrank; i++) record->rank[i].av = record->rank[i].v;
#endif
    gvFreeLayout(gvz_context, graph_of(root));
  }
  agclose(graph_of(root));
}
