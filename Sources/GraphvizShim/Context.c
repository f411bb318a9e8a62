#include "Bitmap.h"
#include "GraphvizHeaders.h"
#include "TextLayout.h"

GVC_t *gvz_context;

// Exported by libgvc, declared in none of its headers. While it is set, Graphviz opens no file that a graph names.
extern char *HTTPServerEnVar;

bool gvz_start(void) {
  if (gvz_context) return true;
  gvz_allow_files(false);
  gvz_context = gvContext();
  if (!gvz_context) return false;
  gvz_remember_texts();
  gvz_write_bitmaps();
  return true;
}

const char *gvz_header_version(void) { return PACKAGE_VERSION; }
const char *gvz_library_version(void) { return gvcVersion(gvz_context); }

void gvz_allow_files(bool allowed) { HTTPServerEnVar = allowed ? NULL : (char *)"library"; }
