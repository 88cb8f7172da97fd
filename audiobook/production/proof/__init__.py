"""The proof that a book's words are all spoken once: in its script, and in its finished release."""
