// What differs between two renderings of the same picture is replaced, in place.
#define _GNU_SOURCE 1

#include "GraphvizShim.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Replaces the day of rendering by a fixed day. A date is at most "20261231235959+00'00')" long; a key that no such
// date follows is left as it is.
static void fix_date(char *pdf, size_t length, const char *key) {
  static const char day[] = "20000101000000";
  enum { LONGEST_DATE = 24 };
  size_t key_length = strlen(key);
  for (size_t i = 0; i + key_length < length; i++) {
    if (pdf[i] != '/' || memcmp(pdf + i, key, key_length) != 0) continue;
    char *start = pdf + i + key_length;
    size_t rest = length - i - key_length;
    char *end = memchr(start, ')', rest < LONGEST_DATE ? rest : LONGEST_DATE);
    if (!end) continue;
    size_t digit = 0;
    for (char *c = start; c < end; c++) {
      if (*c >= '0' && *c <= '9') *c = digit < sizeof day - 1 ? day[digit++] : '0';
      if (*c == '-') *c = '+';
    }
  }
}

// Gradients are numbered through the life of the process. Numbers them from 0 in each picture.
static size_t renumber_gradients(char *svg, size_t length, char kind) {
  static const char definition[] = "Gradient id=\"", use[] = "=\"url(#";
  if (!memmem(svg, length, definition, sizeof definition - 1)) return length;
  int64_t first = -1;
  size_t written = 0;
  for (size_t i = 0; i < length;) {
    const char *start = NULL;
    if (length - i > sizeof definition && memcmp(svg + i, definition, sizeof definition - 1) == 0) start = definition;
    if (length - i > sizeof use && memcmp(svg + i, use, sizeof use - 1) == 0) start = use;
    if (!start) {
      svg[written++] = svg[i++];
      continue;
    }
    // Before the number: the prefix, possibly the id of the object, the kind and "_".
    size_t end = i + strlen(start);
    while (end < length && svg[end] != '"' && svg[end] != ')') end++;
    size_t digits = end;
    while (digits > i && svg[digits - 1] >= '0' && svg[digits - 1] <= '9') digits--;
    // No picture has so many gradients that their number overflows.
    bool is_number = digits < end && end - digits <= 18 && digits - i >= 2;
    is_number = is_number && svg[digits - 1] == '_' && svg[digits - 2] == kind;
    size_t kept = (is_number ? digits : end) - i;
    memmove(svg + written, svg + i, kept);
    written += kept;
    if (is_number) {
      // Not strtol, which would read on where the picture ends with a digit.
      int64_t number = 0;
      for (size_t c = digits; c < end; c++) number = number * 10 + (svg[c] - '0');
      if (first < 0) first = number;
      char text[24];
      int count = snprintf(text, sizeof text, "%" PRId64, number - first);
      if (number < first || (size_t)count > end - digits) count = (int)(end - digits);
      else memcpy(svg + digits, text, (size_t)count);
      memmove(svg + written, svg + digits, (size_t)count);
      written += (size_t)count;
    }
    i = end;
  }
  return written;
}

size_t gvz_normalize(char *picture, size_t length, const char *format) {
  if (strcmp(format, "svg") == 0) {
    length = renumber_gradients(picture, length, 'l');
    length = renumber_gradients(picture, length, 'r');
  }
  if (strcmp(format, "pdf") == 0) {
    fix_date(picture, length, "/CreationDate (D:");
    fix_date(picture, length, "/ModDate (D:");
  }
  return length;
}
