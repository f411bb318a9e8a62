// Places of delimiters. It is in C because Swift cannot make a number of the comparisons of a vector; code in Swift took twice as long.
#include "CDelimiters.h"

// From the place on, byte by byte.
static size_t find_singly(
    const uint8_t *bytes, size_t place, size_t count, uint8_t delimiter, int32_t *places, size_t found, size_t limit,
    int *has_zero) {
  for (; place < count && found < limit; place++) {
    if (bytes[place] == delimiter) places[found++] = (int32_t)place;
    if (bytes[place] == 0) *has_zero = 1;
  }
  return found;
}

size_t dyad_find_delimiters_portably(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  *has_zero = 0;
  return find_singly(bytes, 0, count, delimiter, places, 0, limit, has_zero);
}

#if defined(__SSE2__) || defined(__ARM_NEON)

// Four at a time without a branch; those beyond the last one are overwritten.
static inline __attribute__((always_inline)) size_t write_places(uint64_t hits, size_t place, int32_t *places) {
  size_t count = (size_t)__builtin_popcountll(hits);
  for (size_t written = 0; written < count; written += 4) {
    for (int i = 0; i < 4; i++) {
      *places++ = (int32_t)place + __builtin_ctzll(hits | 1ull << 63);
      hits &= hits - 1;
    }
  }
  return count;
}

// Both loops are the same but for the search in a block of 64 bytes: a bit for each delimiter.
#define FIND_IN_BLOCKS(block)                                                             \
  size_t place = 0, found = 0;                                                            \
  *has_zero = 0;                                                                          \
  for (; place + 64 <= count && found + 64 <= limit; place += 64) {                       \
    found += write_places(block(bytes + place, delimiter, has_zero), place, places + found); \
  }                                                                                       \
  if (place < count && place >= 64 && found + 64 <= limit) {                              \
    /* The last 64 bytes, without those that were searched. */                            \
    size_t last = count - 64;                                                             \
    uint64_t hits = block(bytes + last, delimiter, has_zero) >> (place - last);           \
    return found + write_places(hits, place, places + found);                             \
  }                                                                                       \
  return find_singly(bytes, place, count, delimiter, places, found, limit, has_zero);

#if defined(__SSE2__)
#include <immintrin.h>

static inline uint64_t block(const uint8_t *bytes, uint8_t delimiter, int *has_zero) {
  const __m128i sought = _mm_set1_epi8((char)delimiter);
  uint64_t hits = 0;
  __m128i least = _mm_set1_epi8(-1);
  for (int i = 0; i < 4; i++) {
    __m128i part = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    hits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, sought)) << (16 * i);
    least = _mm_min_epu8(least, part);
  }
  *has_zero |= _mm_movemask_epi8(_mm_cmpeq_epi8(least, _mm_setzero_si128()));
  return hits;
}
#else
#include <arm_neon.h>

static inline uint64_t block(const uint8_t *bytes, uint8_t delimiter, int *has_zero) {
  static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint64_t hits = 0;
  uint8x16_t least = vdupq_n_u8(255);
  for (int i = 0; i < 4; i++) {
    uint8x16_t part = vld1q_u8(bytes + 16 * i);
    uint8x16_t equal = vandq_u8(vceqq_u8(part, vdupq_n_u8(delimiter)), vld1q_u8(weights));
    hits |= ((uint64_t)vaddv_u8(vget_low_u8(equal)) | (uint64_t)vaddv_u8(vget_high_u8(equal)) << 8) << (16 * i);
    least = vminq_u8(least, part);
  }
  *has_zero |= vminvq_u8(least) == 0;
  return hits;
}
#endif

size_t dyad_find_delimiters_generally(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  FIND_IN_BLOCKS(block)
}
#else
size_t dyad_find_delimiters_generally(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  return dyad_find_delimiters_portably(bytes, count, delimiter, places, limit, has_zero);
}
#endif

#if defined(__x86_64__)

__attribute__((target("avx2,bmi,popcnt"))) static inline uint64_t wide_block(
    const uint8_t *bytes, uint8_t delimiter, int *has_zero) {
  const __m256i sought = _mm256_set1_epi8((char)delimiter);
  __m256i one = _mm256_loadu_si256((const __m256i *)bytes), other = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  uint32_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(one, sought));
  uint32_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(other, sought));
  __m256i zeros = _mm256_cmpeq_epi8(_mm256_min_epu8(one, other), _mm256_setzero_si256());
  *has_zero |= _mm256_movemask_epi8(zeros);
  return (uint64_t)high << 32 | low;
}

__attribute__((target("avx2,bmi,popcnt"))) static size_t find_widely(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  FIND_IN_BLOCKS(wide_block)
}

size_t dyad_find_delimiters(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  static _Atomic int known = -1;
  if (known < 0) known = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return known ? find_widely(bytes, count, delimiter, places, limit, has_zero)
               : dyad_find_delimiters_generally(bytes, count, delimiter, places, limit, has_zero);
}
#else
size_t dyad_find_delimiters(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero) {
  return dyad_find_delimiters_generally(bytes, count, delimiter, places, limit, has_zero);
}
#endif
