// A growing array of bytes. Memory that cannot be allocated ends the process.
#ifndef GVZ_BUFFER_H
#define GVZ_BUFFER_H

#include <stdlib.h>
#include <string.h>

static inline void *gvz_realloc(void *memory, size_t size) {
  void *result = realloc(memory, size);
  if (!result) abort();
  return result;
}

static inline char *gvz_copy(const char *text) {
  size_t size = strlen(text) + 1;
  return memcpy(gvz_realloc(NULL, size), text, size);
}

typedef struct {
  char *bytes;
  size_t length, capacity;
} gvz_buffer;

static inline void gvz_append(gvz_buffer *buffer, const char *bytes, size_t count) {
  if (buffer->length + count > buffer->capacity) {
    buffer->capacity = 2 * (buffer->length + count);
    buffer->bytes = gvz_realloc(buffer->bytes, buffer->capacity);
  }
  // Nothing, appended to nothing, has no place.
  if (count) memcpy(buffer->bytes + buffer->length, bytes, count);
  buffer->length += count;
}

#endif
