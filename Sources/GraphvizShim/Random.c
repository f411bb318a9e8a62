// initstate and srand48 are not part of plain C11.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "Random.h"

#include <stdint.h>
#include <string.h>

static uint64_t number_of(const unsigned short words[3]) {
  return (uint64_t)words[0] | (uint64_t)words[1] << 16 | (uint64_t)words[2] << 32;
}

// The state of drand48 is a position x, which one step turns into a * x + c. No function returns a and c, but
// nrand48 takes a step from any x: from 0 it leads to c, from 1 to a + c. seed48 returns x, and resets a and c.
static void save_rand48(unsigned short saved[7]) {
  unsigned short from_zero[3] = {0}, from_one[3] = {1}, start[3] = {0};
  nrand48(from_zero);
  nrand48(from_one);
  uint64_t multiplier = number_of(from_one) - number_of(from_zero);
  memcpy(saved, seed48(start), 3 * sizeof *saved);
  for (int i = 0; i < 3; i++) saved[3 + i] = (unsigned short)(multiplier >> 16 * i);
  saved[6] = from_zero[0];
}

void gvz_random_begin(gvz_random *random) {
  save_rand48(random->rand48);
  srand48(1);
#if defined(__GLIBC__)
  // rand() and random() share one state here. With 128 bytes, initstate continues like srand.
  random->rand = initstate(1, random->own_rand, sizeof random->own_rand);
#else
  srand(1);  // the state of rand() cannot be read, so that of the host program is lost
#endif
}

void gvz_random_end(const gvz_random *random) {
  unsigned short rand48[7];
  memcpy(rand48, random->rand48, sizeof rand48);
  lcong48(rand48);
#if defined(__GLIBC__)
  setstate(random->rand);
#endif
}
