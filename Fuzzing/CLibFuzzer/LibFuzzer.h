#include <stddef.h>
#include <stdint.h>

/// The main function of libFuzzer, from `llvm/compiler-rt`: it reads the options, and calls the target until it is done.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *bytes, size_t count));
