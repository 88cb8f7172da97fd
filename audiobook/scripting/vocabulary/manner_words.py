"""Words of a tag that say how a line is spoken: verbs, adverbs and phrases.

Knows words only; refuses to know where in a tag they stand and what is done about them.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from audiobook.model.delivery import Cue
from audiobook.scripting.vocabulary.writing_words import ANY_WRITING


def _by_word(listed: Mapping[Cue, str]) -> Mapping[str, Cue]:
    return MappingProxyType({word: cue for cue, words in listed.items() for word in words.split()})


MANNER_VERBS = _by_word(
    {
        Cue.WHISPERED: "whispered whispers whispering breathed breathes mouthed mouths",
        Cue.SOFT: "murmured murmurs murmuring muttered mutters muttering mumbled mumbles mumbling soothed soothes "
        "crooned croons cooed coos",
        Cue.SHOUTED: "shouted shouts shouting yelled yells yelling bellowed bellows bellowing roared roars roaring "
        "screamed screams screaming hollered hollers thundered thunders boomed booms bawled bawls",
        Cue.CRIED_OUT: "cried cries exclaimed exclaims shrieked shrieks shrieking squealed squeals screeched screeches "
        "yelped yelps squeaked squeaks",
        Cue.ANGRY: "snarled snarls snarling growled growls growling hissed hisses hissing spat spits seethed seethes "
        "raged rages fumed fumes sneered sneers",
        Cue.SHARP: "snapped snaps snapping barked barks barking retorted retorts interrupted interrupts demanded "
        "demands ordered orders commanded commands",
        Cue.PLEADING: "begged begs begging pleaded pleads pleading pled implored implores beseeched besought entreated "
        "whined whines whimpered whimpers",
        Cue.SAD: "sobbed sobs sobbing wept weeps wailed wails moaned moans lamented laments sniffed sniffled",
        Cue.CHEERFUL: "laughed laughs laughing chuckled chuckles chuckling giggled giggles giggling grinned grins "
        "beamed beams teased teases chirped chirps sang",
        Cue.WEARY: "sighed sighs sighing groaned groans groaning yawned yawns",
        Cue.BREATHLESS: "gasped gasps gasping panted pants panting wheezed wheezes puffed puffs",
        Cue.HURRIED: "blurted blurts babbled babbles gabbled gabbles rushed",
        Cue.SLOW: "drawled drawls droned drones intoned intones",
        Cue.STAMMER: "stammered stammers stammering stuttered stutters stuttering faltered falters",
        Cue.READ_ALOUD: "read reads",
    }
)
"""Verbs whose subject speaks so."""

MANNER_ADVERBS = _by_word(
    {
        Cue.WHISPERED: "inaudibly",
        Cue.SOFT: "softly quietly gently tenderly soothingly low shyly timidly faintly hoarsely",
        Cue.SHOUTED: "loudly thunderously",
        Cue.ANGRY: "angrily furiously fiercely savagely menacingly coldly icily bitterly hotly crossly threateningly",
        Cue.SHARP: "sharply curtly tersely briskly sternly firmly impatiently irritably harshly",
        Cue.PLEADING: "pleadingly imploringly beseechingly desperately helplessly plaintively",
        Cue.SAD: "sadly tearfully mournfully miserably sorrowfully gloomily unhappily forlornly",
        Cue.CHEERFUL: "cheerfully happily brightly merrily gaily joyfully gleefully excitedly eagerly playfully",
        Cue.WEARY: "wearily tiredly heavily sleepily drowsily",
        Cue.BREATHLESS: "breathlessly",
        Cue.HURRIED: "hurriedly quickly hastily rapidly",
        Cue.SLOW: "slowly deliberately thoughtfully carefully gravely solemnly",
        Cue.STAMMER: "haltingly falteringly",
    }
)
"""Adverbs beside a verb of speech."""

_VOICE = (
    r"\b(?:his|her|their|my|your|its) (?:own )?(?:voice|tone) "
    r"(?:(?:was|is|had gone|went|going|gone|growing|grew|turning|suddenly|very|quite|rather|too|oddly) )*"
)

MANNER_PHRASES: tuple[tuple[re.Pattern[str], Cue], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), cue)
    for pattern, cue in (
        (r"\bin a (?:\w+ ){0,2}whisper\b", Cue.WHISPERED),
        (r"\b(?:under|beneath|below) (?:his|her|their|my|your|its) breath\b", Cue.WHISPERED),
        (r"\bin an? (?:very |rather )?(?:low|soft|quiet|gentle|small|hushed) (?:voice|tone)\b", Cue.SOFT),
        (r"\bat the top of (?:his|her|their|my) (?:voice|lungs)\b", Cue.SHOUTED),
        (r"\bin a (?:very |rather )?loud (?:voice|tone)\b", Cue.SHOUTED),
        (r"\bthrough (?:gritted|clenched) teeth\b|\bin an? (?:angry|icy|cold) (?:voice|tone)\b", Cue.ANGRY),
        (r"\bwith (?:a|another) (?:\w+ )?(?:laugh|chuckle|giggle|grin)\b", Cue.CHEERFUL),
        (r"\bwith (?:a|another) (?:\w+ )?(?:sigh|groan|yawn)\b|\bin a (?:weary|tired) (?:voice|tone)\b", Cue.WEARY),
        (r"\b(?:with|through) (?:a sob|(?:his|her|their|my) tears|tears)\b", Cue.SAD),
        (r"\bout of breath\b", Cue.BREATHLESS),
        (rf"{_VOICE}(?:low|soft|quiet|gentle|hushed|small|barely audible)\b", Cue.SOFT),
        (rf"{_VOICE}(?:sharp|hard|firm|stern|curt|crisp|clipped)\b", Cue.SHARP),
        (rf"{_VOICE}(?:cold|icy|angry|harsh|bitter)\b", Cue.ANGRY),
        (rf"{_VOICE}(?:sad|mournful|tearful|thick with (?:tears|grief))\b", Cue.SAD),
        (rf"{_VOICE}(?:weary|tired|heavy)\b", Cue.WEARY),
        (rf"{_VOICE}(?:bright|cheerful|merry|gleeful)\b", Cue.CHEERFUL),
        (rf"{_VOICE}(?:breathless|ragged)\b", Cue.BREATHLESS),
    )
)  # fmt: skip
"""Phrases of manner within a tag."""

_DEVICE = (
    r"(?:tele)?phone|receiver|radio|intercom|speakerphone|loudspeaker|earpiece|headset|walkie-talkie|tannoy|comlink"
)
CONTEXT_PHRASES: tuple[tuple[re.Pattern[str], Cue], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), cue)
    for pattern, cue in (
        (rf"\b(?:over|through|from) (?:the|his|her|my|their) (?:\w+ )?(?:{_DEVICE})\b", Cue.TELEPHONE),
        (rf"\bvoice (?:on|at|down) (?:the|his|her|my) (?:\w+ ){{0,4}}(?:line|{_DEVICE})\b", Cue.TELEPHONE),
        (r"\b(?:at|on|from) the other end\b(?: of the line)?", Cue.TELEPHONE),
        (r"\bhad (?:once |always |often |first )?(?:said|told|asked|warned|promised|written|sworn)\b", Cue.MEMORY),
        (r"\b(?:echoed|rang|came back) (?:\w+ ){0,2}in (?:his|her|their|my) (?:head|mind|memory)\b", Cue.MEMORY),
        (rf"\b(?:{ANY_WRITING}) (?:said|read|began|ran)\b|^\s*(?:said|read|began|ran) the (?:\w+ )?(?:{ANY_WRITING})\b",
         Cue.READ_ALOUD),
        (r"\bit (?:read|ran)\b", Cue.READ_ALOUD),
    )
)  # fmt: skip
"""Phrases of a tag that say from where a line comes."""
