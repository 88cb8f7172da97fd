"""Which version of scripting writes scripts: what an earlier one kept is not what this one would write."""

from audiobook import __version__

SCRIPT_VERSION = f"{__version__}/20"
"""Changes whenever the same manuscript may give another script; the number is raised by hand within a version."""
