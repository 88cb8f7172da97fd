"""Documents: what every reader of a file with markup (HTML, EPUB, DOCX) gives to the stages that find chapters.

Knows the text drawn out of a file and the part each stretch of it plays. Refuses to know any file format.
"""
