"""Where a book's files live on disk, and how they are written: whole or not at all."""
