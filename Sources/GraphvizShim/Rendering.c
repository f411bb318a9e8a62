#include "GraphvizHeaders.h"
#include "Messages.h"

typedef struct {
  gvz_graph *root;
  const char *format;
  char *picture;
  size_t length;
  int code;
} rendering_call;

static void render(void *argument) {
  rendering_call *rendering = argument;
#if SINCE_13
  size_t length = 0;
#else
  unsigned int length = 0;
#endif
  rendering->code = gvRenderData(
      gvz_context, graph_of(rendering->root), (char *)rendering->format, &rendering->picture, &length);
  rendering->length = length;
}

char *gvz_render(gvz_graph *root, const char *format, size_t *length) {
  if (!is_laid_out(root)) return NULL;
  rendering_call rendering = {.root = root, .format = format};
  gvz_call(render, &rendering);
  *length = rendering.length;
  if (rendering.code == 0) return rendering.picture;
  if (rendering.picture) gvFreeRenderData(rendering.picture);
  return NULL;
}

void gvz_free_picture(char *picture) { gvFreeRenderData(picture); }
