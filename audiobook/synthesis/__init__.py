"""From script and cast to takes: planning, the take store, and the worker processes that speak."""
