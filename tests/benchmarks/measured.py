"""Runs a program and prints what it took: seconds of the processor, seconds of the clock, kB of memory at most.

A process of its own, small: what a new process takes at most counts the memory of the one that started it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time


def main(command: list[str]) -> int:
    """The program's output is dropped, its messages are kept, its exit code is ours."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    sys.stdout.write(f"{usage.ru_utime + usage.ru_stime} {time.perf_counter() - started} {usage.ru_maxrss}\n")
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
