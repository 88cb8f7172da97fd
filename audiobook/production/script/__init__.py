"""A book's script: worked out, kept, proved."""
