"""What a benchmark ran on: processor, cores, memory, system, Python, and how busy it was."""

import os
import platform
import subprocess
import sys
from pathlib import Path

_CPU_FACTS = Path("/proc/cpuinfo")


def describe_machine() -> str:
    """Describe this machine in one line, as far as the system tells."""
    parts = (_processor(), f"{os.cpu_count()} cores", _memory(), _system(), f"Python {platform.python_version()}")
    return ", ".join(part for part in parts if part)


def load_now() -> float | None:
    """How many processes wanted a core on average in the last minute; None where the system does not tell (Windows)."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def _processor() -> str:
    if _CPU_FACTS.exists():
        facts = (line.partition(":") for line in _CPU_FACTS.read_text(encoding="utf-8").splitlines())
        models = [value.strip() for key, _, value in facts if key.strip() == "model name"]
        if models:
            return models[0]
    if sys.platform == "darwin":
        asked = subprocess.run(
            ("sysctl", "-n", "machdep.cpu.brand_string"), capture_output=True, text=True, check=False
        )
        return asked.stdout.strip() or platform.machine()
    return platform.processor() or platform.machine()


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return ""
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"


def _system() -> str:
    try:
        return f"{platform.freedesktop_os_release()['PRETTY_NAME']} {platform.machine()}"
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()} {platform.machine()}"
