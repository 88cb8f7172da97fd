"""From a release to its listeners: transcripts, podcast feed, static export, server."""
