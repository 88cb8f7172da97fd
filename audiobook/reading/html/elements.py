"""What elements of HTML are, by their names alone (HTML Living Standard, "Rendering")."""

from audiobook.reading.documents.block_text import Emphasis

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS.split())
_NEVER_SHOWN = (
    "audio base canvas datalist embed head iframe input link map meta noscript object param progress meter rp script"
    " select source style svg template textarea title track video"
)
NEVER_SHOWN = frozenset(_NEVER_SHOWN.split())
"""Nothing in these is a word of the text; `title` and `svg` too when they stand in the body."""

SCREEN_PARTS = {
    "button": "a button of the page",
    "form": "a form of the page",
    "nav": "a list of links to other places",
    "figcaption": "a picture's caption",
}
EMPHASIS = {
    **dict.fromkeys(("cite", "dfn", "em", "i", "u", "var"), Emphasis.ITALIC),
    **dict.fromkeys(("b", "strong"), Emphasis.BOLD),
}
