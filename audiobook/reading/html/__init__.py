"""HTML: pages, downloads of story archives, and the content files of EPUBs, drawn out into text."""
