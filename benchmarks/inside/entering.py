"""The environment that puts one of this folder's modules into a program and all processes it starts."""

import os
from pathlib import Path


def environment_with(module: str, **settings: str) -> dict[str, str]:
    """Give the environment; the module reads its settings from it when it is imported."""
    path = os.pathsep.join(filter(None, (str(Path(__file__).parent), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path, "BENCHMARK_INSIDE": module, **settings}
