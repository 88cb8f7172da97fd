"""What a person said about a line, kept by the line's words."""
