// A plugin of Graphviz that lays out each text once.
#ifndef GVZ_TEXT_LAYOUT_H
#define GVZ_TEXT_LAYOUT_H

// Adds the plugin to the context. A picture consists of texts that were measured before, the pictures of a process share
// most of their texts, and Pango takes longer for them than Graphviz for all else. Without effect where Graphviz has no
// Pango or does not offer what the plugin needs, which is in none of its headers.
void gvz_remember_texts(void);

#endif
