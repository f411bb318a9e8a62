// RTLD_DEFAULT and RTLD_NOLOAD are not part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "TextLayout.h"

#include "Buffer.h"
#include "GraphvizHeaders.h"

#include <dlfcn.h>
#include <gvplugin_textlayout.h>
#include <stdint.h>
#include <string.h>

#define TEXT_OF(macro) #macro
#define NUMBER(macro) TEXT_OF(macro)
#if defined(__APPLE__)
#define PANGO_PLUGIN "libgvplugin_pango." NUMBER(GVPLUGIN_VERSION) ".dylib"
#else
#define PANGO_PLUGIN "libgvplugin_pango.so." NUMBER(GVPLUGIN_VERSION)
#endif

// Some versions of Graphviz have a truth type of their own.
typedef __typeof__(((gvtextlayout_engine_t *)0)->textlayout(NULL, NULL)) truth;

typedef struct {
  char *text, *font;
  double size;
  unsigned flags;
  textspan_t span;
} known_text;

// The plugin of Graphviz that lays out a text for the first time, and what adds an owner to a layout.
static truth (*lay_out_text)(textspan_t *, char **);
static void *(*add_owner)(void *);

// A text takes the place of another one with the same remainder, so that their number is limited.
enum { PLACES = 8192 };
static known_text known_texts[PLACES];

static uint64_t add_bytes(uint64_t hash, const void *bytes, size_t length) {
  for (const unsigned char *byte = bytes; length > 0; length--) hash = (hash ^ *byte++) * 1099511628211u;
  return hash;
}

// FNV-1a, see https://www.isthe.com/chongo/tech/comp/fnv/.
static known_text *place(const textspan_t *span) {
  uint64_t hash = add_bytes(14695981039346656037u, span->str, strlen(span->str));
  hash = add_bytes(hash, &span->font->size, sizeof span->font->size);
  return &known_texts[(hash ^ span->font->flags) % PLACES];
}

static bool is_same(const known_text *known, const textspan_t *span) {
  return known->text && known->size == span->font->size && known->flags == span->font->flags &&
         strcmp(known->text, span->str) == 0 && strcmp(known->font, span->font->name) == 0;
}

static void forget(known_text *known) {
  if (known->span.free_layout) known->span.free_layout(known->span.layout);
  free(known->text);
  free(known->font);
  *known = (known_text){0};
}

static void remember(known_text *known, const textspan_t *span) {
  forget(known);
  *known = (known_text){gvz_copy(span->str), gvz_copy(span->font->name), span->font->size, span->font->flags, *span};
  add_owner(span->layout);
}

static truth lay_out_once(textspan_t *span, char **font_path) {
  if (font_path || !span->str || !span->font->name) return lay_out_text(span, font_path);
  known_text *known = place(span);
  if (!is_same(known, span)) {
    truth is_done = lay_out_text(span, font_path);
    if (is_done && span->layout) remember(known, span);
    return is_done;
  }
  span->layout = add_owner(known->span.layout);
  span->free_layout = known->span.free_layout;
  span->size = known->span.size;
  span->yoffset_layout = known->span.yoffset_layout;
  span->yoffset_centerline = known->span.yoffset_centerline;
  return true;
}

void gvz_remember_texts(void) {
  static gvtextlayout_engine_t engine = {lay_out_once};
  static gvplugin_installed_t types[] = {{0, "textlayout", 100, &engine, NULL}, {0}};
  static gvplugin_api_t apis[] = {{API_textlayout, types}, {0}};
  static gvplugin_library_t library = {"memory", apis};

  void (*select)(GVC_t *) = NULL;
  *(void **)&select = dlsym(RTLD_DEFAULT, "gvtextlayout_select");
  void *pango = dlopen(PANGO_PLUGIN, RTLD_LAZY | RTLD_NOLOAD);
  if (!select || !pango) return;
  *(void **)&add_owner = dlsym(pango, "g_object_ref");
  gvplugin_library_t *plugin = dlsym(pango, "gvplugin_pango_LTX_library");
  for (gvplugin_api_t *api = plugin ? plugin->apis : NULL; api && api->types; api++)
    if (api->api == API_textlayout) lay_out_text = ((gvtextlayout_engine_t *)api->types->engine)->textlayout;
  if (!add_owner || !lay_out_text) return;
  gvAddLibrary(gvz_context, &library);
  select(gvz_context);
}
