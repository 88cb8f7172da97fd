"""Verbs that tell of speech and of thought, in every form a tag uses.

Knows words only; refuses to know where in a sentence they stand.
"""

from audiobook.scripting.vocabulary.word_sets import word_set

_REGULAR = """
acknowledge add address admit admonish advise affirm agree allege allow amend announce answer apologise apologize
appeal approve argue articulate ask assent assert assure attest babble banter bark bawl beg begin bellow bellow
blare bleat blubber blurt boast boom brag breathe cackle cajole call calculate carol caution caw challenge chant
chatter chide chime chirp chorus chuckle claim clarify coax coach comfort command comment complain concede conclude
concur confess confide confirm congratulate consent console contend continue contradict contribute converse coo
correct counsel counter cough croak croon crow cry curse debate declaim declare decree defend demand demur deny
describe dictate disagree disclose divulge drawl drone echo ejaculate elaborate emphasise emphasize encourage end
enjoin enquire entreat enthuse enumerate exclaim exhort explain explode expostulate express exult falter fib finish
flare fret fume gasp giggle grant greet grin groan grouse growl grumble grunt guess guffaw gulp gurgle gush hail
hazard hint hiss holler hoot howl huff hum hypothesise hypothesize imitate implore inform inject inquire insinuate
insist instruct interject interpose interpolate interrogate interrupt intimate intone invite jabber jeer jest jibe
joke joust lament laugh lecture lie lisp list maintain marvel mention mimic moan mock moralise moralize mourn mouth
mumble murmur muse mutter nag narrate note object observe offer opine order persist persuade petition philosophise
philosophize pipe plead pledge point pout praise prattle pray predict proclaim profess promise prompt pronounce
prophesy propose protest protest purr pursue query question quip quiver quote rage rant rap rasp rave reason
reassure recall recite reckon recollect recommend recount refuse rejoin rejoice relate remark remember remind
remonstrate repeat reply report reprove request resolve respond resume retort return reveal roar ruminate sally
scoff scold scream screech sermonise shout shriek shrill shrug sigh simper smile smirk snap snarl sneer snicker
sniff sniffle snigger snivel snort sob soothe speculate splutter sputter squawk squeak squeal stammer start state
stipulate storm stress stutter submit suggest summarise summarize supplement supply suppose surmise swear taunt
tease testify thank threaten thunder trail trill trumpet tut twitter urge utter venture verify voice volunteer vow
wail warn warble weep welcome wheedle wheeze whimper whine whisper whistle whoop wonder worry yammer yap yawn yell
yelp
"""

_IRREGULAR = """
said say says saying sed told tell tells telling spoke speak speaks speaking began begin begins beginning swore
swear swears swearing wept weep weeps weeping sang sing sings singing went go goes read reads reading broke breaks
put puts cut cuts quoth sez thought thinks think thinking repeated bade bid bids besought beseeches cried cries
crying replied replies replying denied denies denying bet snapped begged begging nagged nagging rapped stirred
demurred concurred averred avers quipped bragged hummed tutted sobbed sobbing yapped
"""

_WEAK = """
went go goes broke breaks put puts cut cuts bet started start starts ended end ends finished finish finishes
returned returns supplied supply supplies smiled smile smiles grinned grin grins laughed laugh laughs shrugged shrug
shrugs sighed sigh sighs pointed point points nagged voiced listed lied trailed called calls stressed started flared
stormed read reads reading recalled remembered rejoiced recollected worried mouthed coughed coughs yawned yawns
gulped gasped sniffed snorted wept weep weeps sobbed chuckled giggled thought think thinks thinking wondered wonders
wonder guessed resolved refused allowed welcomed thanked thanks invited greeted offered quivered pouted frowned
"""

_CALM = word_set("ch sh x z s")


def _forms(base: str) -> set[str]:
    third = base + ("es" if base.endswith(tuple(_CALM)) else "s")
    past, present = base + "ed", base + "ing"
    if base.endswith("e"):
        past, present = base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    elif base.endswith("y") and base[-2] not in "aeiou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    elif base in _DOUBLING:
        past, present = base + base[-1] + "ed", base + base[-1] + "ing"
    return {base, third, past, present}


_DOUBLING = word_set(
    """
    beg nag rap hum tut sob yap quip brag grin demur concur chat snap submit admit commit snig jab chirrup
    """
)

SPEECH_VERBS = frozenset(form for base in _REGULAR.split() for form in _forms(base)) | frozenset(_IRREGULAR.split())
"""Every form of a verb that can carry a quotation."""

WEAK_SPEECH_VERBS = frozenset(_WEAK.split())
"""Verbs that carry a quotation in a tag's place and mean something else everywhere else."""

STRONG_SPEECH_VERBS = SPEECH_VERBS - WEAK_SPEECH_VERBS
"""Verbs that tell of speech wherever they stand."""

THOUGHT_VERBS = word_set(
    """
    thought think thinks thinking wondered wonder wonders wondering mused muse muses musing reflected reflect
    reflects reflecting pondered ponder ponders pondering considered consider considers considering hesitated
    hesitate hesitates decided decide decides realised realises realized realizes knew knows remembered
    remembers recalled recalls meditated debated
    """
)
"""Verbs of what goes on inside a head."""

ALOUD = word_set("aloud loud")
"""Words that turn thinking into speaking."""

SPEECH_NOUNS = word_set(
    """
    answer reply response retort rejoinder comment question remark cry exclamation words reasoning consolation address
    greeting observation advice verdict rebuke protest opinion explanation suggestion admonition farewell apology
    """
)
"""Nouns in tags such as: was his reply."""

GOING_ON_VERBS = word_set(
    """
    added add adds adding continued continue continues continuing resumed resume resumes proceeded proceed
    proceeds concluded concludes finished ended repeated repeats elaborated persisted persists pursued amended
    corrected went goes
    """
)
"""Verbs whose subject has just been speaking."""

ANSWERING_VERBS = word_set(
    """
    answered answer answers answering replied reply replies replying responded responds retorted retorts
    rejoined rejoins countered agreed agrees assented acknowledged conceded disagreed contradicted interrupted
    interrupts echoed echoes interposed protested objected demurred
    """
)
"""Verbs whose subject speaks after somebody else."""
