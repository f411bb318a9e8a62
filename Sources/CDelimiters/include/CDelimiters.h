#ifndef CDELIMITERS_H
#define CDELIMITERS_H

#include <stddef.h>
#include <stdint.h>

/// Writes the places of a delimiter, in order, and returns how many there are; the search ends after `limit` of them.
///
/// `places` has room for eight more. `has_zero` is whether a byte that was searched is zero.
size_t dyad_find_delimiters(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero);

/// The same with the instructions that all processors of the architecture have.
size_t dyad_find_delimiters_generally(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero);

/// The same in portable code.
size_t dyad_find_delimiters_portably(
    const uint8_t *bytes, size_t count, uint8_t delimiter, int32_t *places, size_t limit, int *has_zero);

#endif
