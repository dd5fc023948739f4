"""Giving up rights, in the child that parses what came from outside: memory, time, files, network, calls.

What a system does not offer is not pretended: `enter` says what holds. Nothing of POSIX is imported before
it is known to be there. The parent keeps the clock besides.
"""

import ctypes
import os
import platform
import struct
import sys

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space, where a child does not ask for another number."""
SECONDS = 20
"""Of processor time, likewise."""

RLIMITS, NETWORK, CALLS = "rlimits", "network", "calls"


def enter(memory: int = MEMORY, seconds: int = SECONDS) -> list[str]:
    """Give up what can be given up on this system, for good; what was: of `rlimits`, `network`, `calls`."""
    held = []
    if _cut_network():
        held.append(NETWORK)
    if _limit(memory, seconds):
        held.append(RLIMITS)
    if _filter_calls():
        held.append(CALLS)
    return held


def _limit(memory: int, seconds: int) -> bool:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return False
    limits = [
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 16),
        (resource.RLIMIT_AS, memory),
    ]
    for which, most in limits:
        try:
            resource.setrlimit(which, (most, most))
        except (OSError, ValueError):  # macOS knows no RLIMIT_AS that can be set
            return False
    return True


def _cut_network() -> bool:
    unshare = getattr(os, "unshare", None)  # Linux, Python 3.12
    if unshare is None:
        return False
    wanted = os.CLONE_NEWUSER | os.CLONE_NEWNET | os.CLONE_NEWIPC  # type: ignore[attr-defined,unused-ignore] # Linux alone
    try:
        unshare(wanted)
    except OSError:  # this system lets no user make namespaces; the filter of calls may still hold
        return False
    return True


# --- seccomp: of the kernel's calls only these are answered, any other is refused with EPERM -------------

_CALLS: dict[str, tuple[int, tuple[tuple[int, ...], ...]]] = {
    "x86_64": (
        0xC000003E,
        (
            # read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask rt_sigreturn
            (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15),
            # readv writev sched_yield mremap madvise getpid exit gettimeofday times gettid futex
            (19, 20, 24, 25, 28, 39, 60, 96, 100, 186, 202),
            # sched_getaffinity clock_gettime clock_getres clock_nanosleep exit_group tgkill set_robust_list
            (204, 228, 229, 230, 231, 234, 273),
            # getrandom rseq
            (318, 334),
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            # close lseek read write readv writev fstat exit exit_group futex set_robust_list clock_gettime
            (57, 62, 63, 64, 65, 66, 80, 93, 94, 98, 99, 113),
            # clock_getres clock_nanosleep sched_getaffinity sched_yield tgkill rt_sigaction rt_sigprocmask
            (114, 115, 123, 124, 131, 134, 135),
            # rt_sigreturn times gettimeofday getpid gettid brk munmap mremap mmap mprotect madvise
            (139, 153, 169, 172, 178, 214, 215, 216, 222, 226, 233),
            # getrandom rseq
            (278, 293),
        ),
    ),
}
_CLONE = {"x86_64": 56, "aarch64": 220}
_CLONE3 = 435
_THREAD = 0x00010000  # CLONE_THREAD: a decoder may start threads of this process, and no process

_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _HAS_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _REFUSE, _NOT_THERE, _KILL = 0x7FFF0000, 0x00050001, 0x00050026, 0x80000000
_NUMBER_AT, _ARCH_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_X32 = 0x40000000


def _filter_calls() -> bool:
    if not sys.platform.startswith("linux") or platform.machine() not in _CALLS:
        return False
    code = _program(platform.machine())
    program = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *line) for line in code))
    head = ctypes.create_string_buffer(struct.pack("@HP", len(code), ctypes.addressof(program)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    return bool(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(head), 0, 0) == 0)


def _program(machine: str) -> list[tuple[int, int, int, int]]:
    """The filter: an operation, how many lines to skip if so and if not, a value."""
    arch, groups = _CALLS[machine]
    numbers = [number for group in groups for number in group]
    rest = len(numbers)
    return [
        (_LOAD, 0, 0, _ARCH_AT),
        (_EQUAL, 1, 0, arch),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        (_AT_LEAST, rest + 4, 0, _X32),  # to the refusal
        *((_EQUAL, rest - n + 5, 0, number) for n, number in enumerate(numbers)),  # to the last line
        (_EQUAL, 4, 0, _CLONE3),  # its flags cannot be read here: as if this kernel had only the older one
        (_EQUAL, 0, 2, _CLONE[machine]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
        (_HAS_BIT, 2, 0, _THREAD),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _NOT_THERE),
        (_RETURN, 0, 0, _ALLOW),
    ]
