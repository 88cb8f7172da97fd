"""What a page may load: what lies beside it, and nothing else.

https://www.w3.org/TR/CSP3/
Every page says it itself, for it may be on any server; ours says it with every answer too.
"""

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)

HEADER_POLICY = f"{PAGE_POLICY}; frame-ancestors 'none'"
"""The same with what counts in a header only."""
