"""Second opinions: somebody else is asked who says the lines this program doubts."""
