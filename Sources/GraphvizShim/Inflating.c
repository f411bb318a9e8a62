#include "Buffer.h"
#include "GraphvizShim.h"

#include <limits.h>
#include <zlib.h>

enum { LARGEST = 256 << 20 };

char *gvz_inflate(const char *bytes, size_t length, size_t *result_length) {
  z_stream stream = {0};
  if (length > UINT_MAX || inflateInit(&stream) != Z_OK) return NULL;
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  gvz_buffer out = {0};
  int status = Z_OK;
  while (status == Z_OK && out.length < LARGEST) {
    Bytef part[16384];
    stream.next_out = part;
    stream.avail_out = sizeof part;
    status = inflate(&stream, Z_NO_FLUSH);
    gvz_append(&out, (char *)part, sizeof part - stream.avail_out);
  }
  inflateEnd(&stream);
  if (status != Z_STREAM_END) {
    free(out.bytes);
    return NULL;
  }
  *result_length = out.length;
  return out.bytes;
}
