"""The site's web pages: all books, and for each a page to listen and read along. Nothing comes from elsewhere."""
