#pragma once

#include <poll.h>

namespace declaim {

/// Makes SIGINT, SIGTERM and SIGHUP set a flag instead of killing, and SIGPIPE and SIGXFSZ
/// ignored, so that unwinding can roll outputs back. Call it at the start of the program, and again
/// in a forked process that is to do the same.
void catch_stop_signals();

/// Undoes `catch_stop_signals` in a forked child that is to die of SIGTERM at once.
void release_stop_signals();

/// Throws Interrupted when a stop signal has arrived. Cheap; call it in every long loop.
void check_interrupt();

/// poll(2) that also wakes for a stop signal, without the race between looking and sleeping.
/// In:     descriptors to wait on; the time limit in ms, -1 for none.
/// Out:    the number of ready descriptors; 0 on time-out, and now and then before it.
/// Errors: throws Interrupted; throws Error{engine} when poll itself fails.
int poll_or_interrupt(pollfd* fds, nfds_t count, int timeout_ms);

}  // namespace declaim
