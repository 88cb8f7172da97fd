"""Reading: from files to a `Manuscript`.

Knows file encodings, paragraphs, chapter borders, scene breaks, notes and front matter. Wording is never touched:
a block is a span of the decoded text. Refuses to know who speaks.
"""
