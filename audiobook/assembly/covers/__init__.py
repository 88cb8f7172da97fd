"""Covers: drawn from title and author, or a person's own picture made to fit."""
