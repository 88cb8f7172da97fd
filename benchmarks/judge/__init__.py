"""The judge: compares who says what with gold, and refuses to know how either was found."""
