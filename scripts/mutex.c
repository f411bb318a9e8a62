// Under the thread sanitizer, a mutex of Swift that another thread holds is waited for here, in code that the sanitizer sees: the library
// of Swift, in which it waits otherwise, is not instrumented, so that everything that the mutex protects would be reported as a race.

#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>

__attribute__((swiftcall)) void lockSlow(uint32_t thread, __attribute__((swift_context)) _Atomic(uint32_t) *owner)
    __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");

__attribute__((swiftcall)) void lockSlow(uint32_t thread, __attribute__((swift_context)) _Atomic(uint32_t) *owner) {
    for (;;) {
        uint32_t nobody = 0;
        if (atomic_compare_exchange_strong_explicit(owner, &nobody, thread, memory_order_acquire, memory_order_relaxed))
            return;
        sched_yield();
    }
}
