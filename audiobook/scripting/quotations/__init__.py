"""Where speech is: quotation marks, dashes and labels, and paragraphs cut into what is said and what is told."""
