"""Loaded by Python itself in every process under test, workers included: imports what the benchmark asks for."""

import importlib
import os

importlib.import_module(os.environ["BENCHMARK_INSIDE"])
