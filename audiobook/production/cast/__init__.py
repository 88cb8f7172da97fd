"""A book's cast: prepared, shown, changed, explained."""
