#include "audio/stuck_thread.hpp"

#include <csignal>

namespace declaim {

void cancel_stuck_thread(pthread_t thread) {
    struct sigaction action = {};
    action.sa_handler = [](int) { ::pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, nullptr); };
    sigemptyset(&action.sa_mask);
    ::sigaction(kUnstickSignal, &action, nullptr);
    ::pthread_cancel(thread);
    ::pthread_kill(thread, kUnstickSignal);
}

}  // namespace declaim
