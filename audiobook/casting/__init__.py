"""Who speaks with which voice: the cast file, voice profiles, proposals, and what they come to for a script."""
