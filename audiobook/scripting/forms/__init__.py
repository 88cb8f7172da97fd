"""A script as files: labelled text, JSON lines, and a cache's exact copy."""
