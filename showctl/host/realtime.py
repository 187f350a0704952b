"""Asks the system to run the calling thread on time. It never fails: it says in words what it got."""

import ctypes
import errno
import os
import sys

PRIORITY = 50
"""SCHED_FIFO 1..99: above everything that is not real-time, below the threads of the kernel's own interrupts."""
_PR_SET_TIMERSLACK = 29
"""prctl(2)."""
_MCL_CURRENT, _MCL_FUTURE, _MCL_ONFAULT = 1, 2, 4
"""mlockall(2)."""


def ask_for_realtime() -> str:
    """For the calling thread alone; memory is for the whole process. Call it in the thread itself."""
    if not sys.platform.startswith("linux"):
        return f"normal priority ({sys.platform} gives no real-time priority to showctl yet)"
    _wake_up_exactly()
    words = _priority()
    return words if _keep_in_memory() else f"{words}, memory may be swapped out"


def _priority() -> str:
    try:
        # RESET_ON_FORK: what this thread starts does not inherit it.
        os.sched_setscheduler(0, os.SCHED_FIFO | os.SCHED_RESET_ON_FORK, os.sched_param(PRIORITY))
    except PermissionError:
        return "normal priority (the system does not allow real-time; give the user rtprio in limits.conf)"
    except OSError as error:
        return f"normal priority (real-time was refused: {error.strerror})"
    return f"real-time priority {PRIORITY}"


def _keep_in_memory() -> bool:
    """What is touched stays in memory; not where a limit would make later allocations fail.

    ONFAULT, so that reserved stacks and maps do not count.
    """
    import resource

    unlimited = resource.getrlimit(resource.RLIMIT_MEMLOCK)[0] == resource.RLIM_INFINITY
    return (unlimited or os.geteuid() == 0) and _call("mlockall", _MCL_CURRENT | _MCL_FUTURE | _MCL_ONFAULT) == 0


def _wake_up_exactly() -> None:
    """Without this the kernel may wake a thread of normal priority 50 µs late, to save wake-ups."""
    _call("prctl", _PR_SET_TIMERSLACK, 1, 0, 0, 0)


def _call(name: str, *arguments: int) -> int:
    """A call of the C library; an error number, 0 for none."""
    try:
        function = getattr(ctypes.CDLL(None, use_errno=True), name)
    except (OSError, AttributeError):
        return errno.ENOSYS
    result = function(*(ctypes.c_ulong(argument) for argument in arguments))
    return ctypes.get_errno() if result else 0
