"""What the numbers were measured on."""

import os
import platform
import subprocess
import time


def describe(repository):
    """A dictionary: processor, cores, memory, system, commit, time, load."""
    return {
        "processor": _field("/proc/cpuinfo", "model name"),
        "cores": os.cpu_count(),
        "memory": _field("/proc/meminfo", "MemTotal"),
        "system": platform.platform(),
        "commit": _commit(repository),
        "started": time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime()),
        "load": os.getloadavg()[0],
    }


def _field(path, name):
    try:
        with open(path, encoding="utf-8") as stream:
            for line in stream:
                key, _, value = line.partition(":")
                if key.strip() == name:
                    return value.strip()
    except OSError:
        pass
    return "unknown"


def _commit(repository):
    process = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=repository,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             check=False)
    return process.stdout.decode().strip() or "unknown"
