#pragma once

#include <pthread.h>
#include <signal.h>

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
constexpr int kUnstickSignal = SIGURG;

/// Keeps signals away from threads that are started meanwhile, but for the one that ends them.
class SignalsBlocked {
  public:
    SignalsBlocked() {
        sigset_t all;
        sigfillset(&all);
        sigdelset(&all, kUnstickSignal);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    SignalsBlocked(const SignalsBlocked&) = delete;
    SignalsBlocked& operator=(const SignalsBlocked&) = delete;
    ~SignalsBlocked() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_;
};

}  // namespace declaim
