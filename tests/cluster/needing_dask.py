"""Tests that need Dask."""

import os
from importlib.util import find_spec

import pytest


def require_dask() -> None:
    """Skip the test where Dask is not installed, except where somebody counts on it."""
    if find_spec("distributed") is not None:
        return
    if os.environ.get("AUDIOBOOK_TEST_CLUSTER"):
        pytest.fail("AUDIOBOOK_TEST_CLUSTER is set, and Dask is not installed")
    pytest.skip("needs audiobook[cluster]")
