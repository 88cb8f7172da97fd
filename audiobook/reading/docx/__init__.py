"""DOCX: Office Open XML text documents (ECMA-376), from Word and the many programs that write its format."""
