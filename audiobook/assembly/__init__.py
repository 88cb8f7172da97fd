"""Takes put together: pauses, timelines, loudness, encoding, tags, covers and the release's own file."""
