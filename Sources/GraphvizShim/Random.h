// The random sequences of the host program.
#ifndef GVZ_RANDOM_H
#define GVZ_RANDOM_H

#include <stdlib.h>  // defines __GLIBC__

typedef struct {
  unsigned short rand48[7];  // position, multiplier and addend, as lcong48 takes them
#if defined(__GLIBC__)
  char *rand;
  char own_rand[128];
#endif
} gvz_random;

// Starts the sequences of rand() and drand48() from seed 1, and keeps those of the host program.
void gvz_random_begin(gvz_random *random);
// Continues the sequences of the host program where they were.
void gvz_random_end(const gvz_random *random);

#endif
