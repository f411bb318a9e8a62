// RTLD_DEFAULT is not part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "Bitmap.h"

#include "Buffer.h"
#include "GraphvizHeaders.h"

#include <dlfcn.h>
#include <gvplugin_device.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

// What the device writes to: the memory of the caller.
static size_t (*write_bytes)(GVJ_t *, const char *, size_t);

typedef unsigned char byte;

static byte *put(byte *to, uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) *to++ = (byte)(number >> shift);
  return to;
}

// A chunk: its length, its type, its content, and the checksum of both (PNG, third edition, 5.3).
static void write_chunk(GVJ_t *job, const char *type, const byte *content, uint32_t length) {
  byte head[8], tail[4];
  memcpy(put(head, length), type, 4);
  uLong sum = crc32(0, head + 4, 4);
  // A checksum of no bytes would begin anew.
  if (length > 0) sum = crc32(sum, content, length);
  put(tail, (uint32_t)sum);
  write_bytes(job, (const char *)head, sizeof head);
  write_bytes(job, (const char *)content, length);
  write_bytes(job, (const char *)tail, sizeof tail);
}

// Pixels of cairo contain their colors multiplied by their opacity.
static byte unmultiplied(uint32_t color, uint32_t alpha) { return (byte)((color * 255 + alpha / 2) / alpha); }

static byte *put_pixel(byte *to, uint32_t pixel, bool is_opaque) {
  uint32_t alpha = pixel >> 24;
  for (int shift = 16; shift >= 0; shift -= 8) {
    uint32_t color = pixel >> shift & 0xFF;
    *to++ = alpha == 255 ? (byte)color : alpha == 0 ? 0 : unmultiplied(color, alpha);
  }
  if (!is_opaque) *to++ = (byte)alpha;
  return to;
}

enum { PIECE = 1 << 16 };

// Compresses what the stream has, and writes a chunk for each full piece; with Z_FINISH, also for the rest.
static bool compress_row(GVJ_t *job, z_stream *stream, byte *piece, int flush) {
  for (;;) {
    int result = deflate(stream, flush);
    if (result == Z_STREAM_ERROR) return false;
    bool is_end = result == Z_STREAM_END;
    if (stream->avail_out > 0 && !is_end) return true;
    write_chunk(job, "IDAT", piece, PIECE - stream->avail_out);
    stream->next_out = piece;
    stream->avail_out = PIECE;
    if (is_end) return true;
  }
}

static bool write_rows(GVJ_t *job, const uint32_t *pixels, bool is_opaque) {
  // Higher levels take twice as long for a picture that is a tenth smaller.
  z_stream stream = {0};
  if (deflateInit2(&stream, 3, Z_DEFLATED, MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK) return false;
  byte *row = gvz_realloc(NULL, 1 + 4 * (size_t)job->width), *piece = gvz_realloc(NULL, PIECE);
  bool is_done = true;
  stream.next_out = piece;
  stream.avail_out = PIECE;
  for (unsigned line = 0; is_done && line < job->height; line++, pixels += job->width) {
    // No filter.
    byte *end = row;
    *end++ = 0;
    for (unsigned column = 0; column < job->width; column++) end = put_pixel(end, pixels[column], is_opaque);
    stream.next_in = row;
    stream.avail_in = (uInt)(end - row);
    is_done = compress_row(job, &stream, piece, line + 1 < job->height ? Z_NO_FLUSH : Z_FINISH);
  }
  free(row);
  free(piece);
  deflateEnd(&stream);
  return is_done;
}

static void write_png(GVJ_t *job) {
  static const byte signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, white[] = {0, 255, 0, 255, 0, 255};
  const uint32_t *pixels = (const uint32_t *)(const void *)job->imagedata;
  if (!pixels || job->width == 0 || job->height == 0) return;
  uint32_t common = UINT32_MAX;
  for (size_t index = 0; index < (size_t)job->width * job->height; index++) common &= pixels[index];
  bool is_opaque = common >> 24 == 255;
  byte header[13] = {0}, *end = put(put(header, job->width), job->height);
  *end++ = 8;
  *end++ = is_opaque ? 2 : 6;
  write_bytes(job, (const char *)signature, sizeof signature);
  write_chunk(job, "IHDR", header, sizeof header);
  write_chunk(job, "bKGD", white, sizeof white);
  // Without its end, the picture is refused.
  if (write_rows(job, pixels, is_opaque)) write_chunk(job, "IEND", NULL, 0);
}

void gvz_write_bitmaps(void) {
  static gvdevice_engine_t engine = {NULL, write_png, NULL};
  static gvdevice_features_t features = {GVDEVICE_BINARY_FORMAT | GVDEVICE_DOES_TRUECOLOR, {0, 0}, {0, 0}, {96, 96}};
  static gvplugin_installed_t types[] = {{0, "png:cairo", 100, &engine, &features}, {0}};
  static gvplugin_api_t apis[] = {{API_device, types}, {0}};
  static gvplugin_library_t library = {"bitmap", apis};

  *(void **)&write_bytes = dlsym(RTLD_DEFAULT, "gvwrite");
  if (write_bytes) gvAddLibrary(gvz_context, &library);
}
