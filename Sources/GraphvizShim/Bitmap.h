// A plugin of Graphviz that writes bitmaps.
#ifndef GVZ_BITMAP_H
#define GVZ_BITMAP_H

// Adds the plugin to the context: cairo paints a PNG as before, and it is compressed here. libpng tries five filters for each row
// of pixels, for which diagrams have no use, and takes longer for them than cairo for the picture. Without effect where Graphviz does
// not offer what the plugin needs, which is in none of its headers.
void gvz_write_bitmaps(void);

#endif
