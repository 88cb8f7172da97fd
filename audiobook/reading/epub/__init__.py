"""EPUB 2 and 3: the package file, the reading order, the table of contents, and the texts they name."""
