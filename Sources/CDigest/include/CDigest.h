#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// Mixes blocks of 64 bytes into the state of SHA-256, with the instructions of the processor for it where it has them.
void dyad_sha256_mix(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// The same in portable code.
void dyad_sha256_mix_portably(uint32_t state[8], const uint8_t *bytes, size_t blocks);

#endif
