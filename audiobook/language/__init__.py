"""English as text: words and sentences, with their places. Knows no book, voice or engine."""
