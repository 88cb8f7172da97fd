"""Turn any manuscript into a full-cast audiobook on your own machine."""

__version__ = "0.1.0"
