// The messages of one call of Graphviz: those it reports, and text that it prints to standard error instead.
#ifndef GVZ_MESSAGES_H
#define GVZ_MESSAGES_H

#include <stddef.h>

// Adds one line of text as a warning.
void gvz_add_warning(const char *line, size_t length);

// Calls a function and waits for its end. Once `gvz_capture_standard_error` has succeeded, the function runs on a
// thread of its own, and what it prints to standard error becomes warnings.
void gvz_call(void (*function)(void *), void *argument);

#endif
