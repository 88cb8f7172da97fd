"""Who is in a book: names, aliases, genders, kinship, the narrator."""
