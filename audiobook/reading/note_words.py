"""How authors speak to their readers: the words of notes, disclaimers and remarks around a story.

Knows words only. Where in a chapter they mean a note is decided in `author_notes`.
"""

import re

_LONGEST_NOTE = 4000
_LONGEST_REMARK = 1500
_LONGEST_TITLE = 80

_NOTE = (
    r"(?:a/n\s?\d?|a\\/n|a\.n\.|author(?:'?s|s'|’s|s’)?[ -]+notes?|authors? comments?|note from (?:the|your) author"
    r"|[teb]/n|(?:translator|editor|beta|transcriber)(?:'?s|s'|’s)?[ -]+notes?|disclaimers?|end ?notes?)"
)
_LABELLED = re.compile(
    rf"[\W_]*(?:(?i:{_NOTE})(?:\s+(?i:\d+|again|also|first|part \w+|from \w+))?[*_ ]*(?:[:—–-]|\)|\]|$|(?<=/[Nn])\s)"
    r"|(?:AN|TN)[*_ ]*[:—–-])"
)
_NOTE_TITLE = re.compile(
    rf"[\W_]*(?:{_NOTE}|acknowledge?ments?|copyright|about the author|thank yous?|shout ?outs?"
    r"|(?:replies|responses|answers) to (?:the |my |your )?review(?:s|ers)?"
    r"|review(?:er)? (?:replies|responses|answers))[\W_]*",
    re.IGNORECASE,
)
_REPLIES_TITLE = re.compile(
    r"[\W_]*(?:(?:replies|responses|answers|thanks) to (?:the |my |your |all )*review(?:s|ers)?"
    r"|review(?:er)? (?:replies|responses|answers|thanks)|reviews)[\W_]*",
    re.IGNORECASE,
)
_INLINE = re.compile(rf"(?:\((?:(?i:{_NOTE})|AN:)[^()]{{0,1500}}\)|\[(?:(?i:{_NOTE})|AN:)[^\[\]]{{0,1500}}\])")
_EDITION = re.compile(
    r"\s*[\[{<]\s*(?P<what>illustration|footnote|blank page|frontispiece|picture|image|map)s?\s*(?:[:\]}>.]|\d)",
    re.IGNORECASE,
)
_REVIEWING = r"(?:review(?:s|ed|ing)?|feedback|comments|beta(?:ing|ed)?|reading (?:this|my|the (?:story|fic)))"
_ABOUT_THE_TEXT = re.compile(
    "|".join(
        (
            r"\br ?(?:&|and|/|\+) ?r\b",
            r"\bfan-?\s?fic(?:tion)?s?\b",
            r"\b(?:ff|ffn|fanfiction)\.net\b",
            r"\bao3\b",
            r"\b(?:my|all my|dear) (?:\w+ )?reviewers\b",
            r"\bmy beta\b",
            r"\bplease,? (?:do )?(?:read and )?(?:leave (?:me )?(?:a |some )?)?(?:review|comment|feedback)",
            r"\b(?:for (?:the|all the|your|all your)|leave|love|no) (?:\w+ )?(?:reviews|feedback)\b",
            rf"\bthank(?:s| you| u)\b.{{0,60}}\b{_REVIEWING}\b",
            r"\bread (?:and|&) review\b",
            r"\bconstructive criticism\b",
            r"\bflames (?:will|are|welcome)|\bno flames\b",
            r"\b(?:i|we) (?:do not|don'?t|don’t) own (?:any of (?:these|the|this)|the (?:characters|show|rights))",
            r"\b(?:i|we) (?:do not|don'?t|don’t) own [\w ]{0,40}\b(?:characters|anything)\b",
            r"\bno (?:copyright )?infringement\b",
            r"\bcharacters? (?:\w+ )?belongs? to\b",
            r"\bhope (?:you|u)(?: all| guys)? (?:like|liked|enjoy|enjoyed) (?:\w+ )?(?:chapter|story|fic)\b",
            r"\bnext (?:chapter|update|part)\b.{0,40}\b(?:soon|up|week|posted|coming)\b",
            r"\bmy first (?:\w+ )?(?:attempt at|story|fic)",
            r"\bthis (?:story|fic|chapter) (?:takes place|contains|is rated|is set|is dedicated|is au\b|is slash)",
            r"\bi(?:'ll| will) update\b",
            r"\bsorry for the (?:long )?(?:wait|delay)\b.{0,60}\b(?:chapter|update|story|fic)\b",
        )
    ),
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\W*(?:(?:please |pls |plz )?(?:r ?(?:&|and|n) ?r|review|read (?:and|&) review)(?: please)?"
    r"|reviews (?:are|make|=) .{0,60}|feedback .{0,60}|on with the (?:story|show|chapter|fic))\W*",
    re.IGNORECASE,
)
_ABOUT_WRITING = re.compile(
    r"\b(?:chapters?|fic|story|stories|season|episodes?|canon|plot|characters?|writ(?:e|ing|ten)|wrote|update"
    r"|post(?:ed|ing)?|readers?|reviews?|series|scene|title|spoilers?|beta|AU|OOC|OC|POV)\b"
)
_FIRST_OR_SECOND_PERSON = re.compile(r"\b(?:I|I'm|I’m|I've|my|me|you|your|we|let me|thanks?)\b")
_END_MARK = re.compile(
    r"\W*(?:the end|end|fin|finis|tbc|to be continued|the end of .{1,30}|end (?:of )?(?:chapter|part).{0,20})\W*",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"\W*(?:next time (?:on|in)\b|(?:in|on) (?:the|our) next (?:chapter|episode|part)\b"
    r"|(?:next|coming up)(?: (?:time|chapter|episode|week|up))?\W*:)",
    re.IGNORECASE,
)


def note_reason(text: str) -> str | None:
    """Say why a paragraph that calls itself a note is one; None if it does not."""
    start = text[:200]
    edition = _EDITION.match(start)
    if edition and text.rstrip("*_ ").endswith(("]", ")", "}", ">")):
        return f"a bracketed remark of the edition ({edition['what'].lower()})"
    match = _LABELLED.match(start)
    if not match and not is_note_title(text):
        return None
    return "a disclaimer" if match and "disclaim" in match.group().lower() else "an author's note"


def is_labelled_note(text: str) -> bool:
    """Say whether a line begins with a label such as "A/N:"."""
    return _LABELLED.match(text[:200]) is not None


def is_note_title(text: str) -> bool:
    """Say whether a line announces notes rather than story."""
    return len(text) <= _LONGEST_TITLE and _NOTE_TITLE.fullmatch(text) is not None


def announces_replies(text: str) -> bool:
    """Say whether a line announces replies to reviewers."""
    return len(text) <= _LONGEST_TITLE and _REPLIES_TITLE.fullmatch(text) is not None


def find_inline_note(text: str) -> tuple[int, int] | None:
    """Find a bracketed note at the very start or end of a paragraph."""
    head = _INLINE.match(text)
    if head:
        return head.span()
    opening = max(text.rfind("(", -_LONGEST_NOTE), text.rfind("[", -_LONGEST_NOTE)) if text[-1:] in ")]" else -1
    tail = _INLINE.fullmatch(text, opening) if opening >= 0 else None
    return tail.span() if tail else None


def talks_about_the_text(text: str) -> bool:
    """Say whether somebody unmistakably speaks to readers about the text itself."""
    if len(text) > _LONGEST_REMARK:
        return False
    words = " ".join(text.split())
    return _ABOUT_THE_TEXT.search(words) is not None or _CALL.fullmatch(words) is not None


def may_talk_about_writing(text: str) -> bool:
    """Say whether a paragraph could be an author's, speaking of writing: enough only between a note and a border."""
    return (
        len(text) <= _LONGEST_NOTE
        and _ABOUT_WRITING.search(text) is not None
        and _FIRST_OR_SECOND_PERSON.search(text) is not None
    )


def is_end_mark(text: str) -> bool:
    """Recognise "THE END", "TBC" and the like."""
    return len(text) <= 60 and _END_MARK.fullmatch(text) is not None


def is_teaser(text: str) -> bool:
    """Recognise "Next time on ...": what announces the story to come."""
    return len(text) <= _LONGEST_REMARK and _TEASER.match(text) is not None
