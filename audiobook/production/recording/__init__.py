"""From a planned book to its release: every take spoken, every file made."""
