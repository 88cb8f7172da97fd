"""The book as one file: M4B or a single MP3, made of what its chapters already are."""
