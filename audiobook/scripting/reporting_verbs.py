"""Words that report speech or thought, as far as cutting a text needs them.

Knows spellings only; who spoke is none of its business.
"""

import re

_SPEECH_STEMS = """
add admit admonish advise agree announce answer ask assent assert assure avow bark bawl beg begin bellow blurt boast
breathe cackle call caution challenge chant chatter chime chuckle claim coax command comment complain concede conclude
confess confide confirm continue correct counter croak croon cry declaim declare demand deny drawl echo ejaculate
emphasise emphasize encourage enquire enthuse entreat exclaim exhort explain expostulate falter finish fume gasp
giggle greet grin groan growl grumble grunt guess hail hint hiss holler howl implore inform inject inquire insist
instruct interject interpose interrupt invite joke lament laugh lie mention moan mock mouth mumble murmur muse mutter
nod note object observe offer order pant persist pipe plead ponder pray press proceed proclaim prompt pronounce
propose protest pursue query question quip rasp read reassure recite recommend reflect rejoin remark remind
remonstrate repeat reply report request respond resume retort return reveal roar say scoff scold scream screech shout
shriek shrug sigh smile smirk snap snarl sneer sniff snort sob spit splutter sputter stammer state stutter suggest
supply swear tease tell thunder urge utter venture volunteer vow wail warn whimper whine whisper yell
"""
_THOUGHT_STEMS = "think wonder"
_SILENT_STEMS = "muse reflect ponder reason"

_IRREGULAR = {
    "say": "said says saying",
    "tell": "told tells telling",
    "begin": "began begins beginning begun",
    "think": "thought thinks thinking",
    "swear": "swore swears swearing",
    "read": "read reads reading",
    "spit": "spat spit spits spitting",
    "lie": "lied lies lying",
    "beg": "begged begs begging",
    "nod": "nodded nods nodding",
    "sob": "sobbed sobs sobbing",
    "snap": "snapped snaps snapping",
    "grin": "grinned grins grinning",
    "quip": "quipped quips quipping",
    "admit": "admitted admits admitting",
}


def _forms(stem: str) -> tuple[str, ...]:
    if stem in _IRREGULAR:
        return (stem, *_IRREGULAR[stem].split())
    if stem.endswith("e"):
        return (stem, f"{stem}d", f"{stem}s", f"{stem[:-1]}ing")
    if stem.endswith("y") and stem[-2] not in "aeou":
        return (stem, f"{stem[:-1]}ied", f"{stem[:-1]}ies", f"{stem}ing")
    sibilant = stem.endswith(("s", "sh", "ch", "x"))
    return (stem, f"{stem}ed", f"{stem}es" if sibilant else f"{stem}s", f"{stem}ing")


SPEECH_VERBS = frozenset(form for stem in _SPEECH_STEMS.split() for form in _forms(stem))
"""Every form of a verb that may report speech, lower case."""

THOUGHT_VERBS = frozenset(form for stem in _THOUGHT_STEMS.split() for form in _forms(stem))
"""Every form of a verb that may report thought, lower case."""

SILENT_SPEECH_VERBS = frozenset(form for stem in _SILENT_STEMS.split() for form in _forms(stem))
"""Every form of a verb that reports speech, or thought if it was "to himself", lower case."""

SUBJECT_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they"])
"""Pronouns that may be the subject of a tag, lower case."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word, an apostrophe inside it included."""
