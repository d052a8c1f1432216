#pragma once

#include <pthread.h>

namespace declaim {

/// Ends a thread of a library that is stuck in a loop of its own with cancellation disabled.
///
/// Why: when a device is gone for good, PortAudio 19.6 tries to restart it for ever (its issue
/// 1037), printing as it goes, and stopping the stream would wait for that thread for ever.
/// How: a signal handler runs in the stuck thread and enables its cancellation, so that its next
/// write (those prints) ends it. Locks that it holds stay locked.
/// \pre the thread is not joined, and does not block kUnstickSignal
void cancel_stuck_thread(pthread_t thread);

/// Ignored unless handled, so that it harms nothing when it comes late.
extern const int kUnstickSignal;

}  // namespace declaim
