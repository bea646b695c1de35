"""Runs a command to its end, and that of all it has started; writes what they took to the file that is named first.

As JSON: milliseconds of the command's wall time, milliseconds of processors' time of all, and the most memory that
any one of them has held, in KB.
"""
import ctypes
import json
import os
import resource
import subprocess
import sys
import time

# PR_SET_CHILD_SUBREAPER: who has lost his parent is counted here, too.
ctypes.CDLL(None).prctl(36, 1)
begun = time.monotonic()
status = subprocess.call(sys.argv[2:])
wall = time.monotonic() - begun
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump({"wallMs": wall * 1000, "cpuMs": (used.ru_utime + used.ru_stime) * 1000, "kb": used.ru_maxrss}, file)
sys.exit(status)
