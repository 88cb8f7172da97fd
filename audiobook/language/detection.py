"""Which language a text is in: told by its script, and by the small words that no sentence does without.

A book has thousands of words, of which a third to a half are such; no two languages share enough of them to be taken
for each other. So word lists do what a statistical model is needed for in single sentences only. Refuses to guess where
a text is too short or in none of the languages known here.
"""

import re
from collections import Counter
from collections.abc import Iterator

_SAMPLE_CHARS = 30_000
_LEAST_WORDS = 12
_LEAST_SHARE = 0.12
_SCRIPT_SHARE = 0.4

_WORDS = {
    "en": "the of and to in that was he she it his her with for had not you but at they be this have from which my him "
          "is were as said on what there by me your who would all when into then could them out up if",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an er sie ich war "
          "hatte aber noch nach so einen wie wir bei um am aus dass durch wenn nur mir ihr ihm sagte wurde",
    "fr": "le la les de des et un une du en à que qui dans il elle pour pas ne sur au avec se ce son sa ses était je "
          "vous mais par plus lui nous avait tout dit comme cette sans aux ou leur même c'est n'est d'un",
    "es": "el la los las de y que en un una no se por con su para al lo como más pero sus le me era había ella él del "
          "sin sobre este ya cuando muy dijo todo esta también si porque qué yo mi te hasta donde",
    "it": "il lo la i gli le di e che in un una non si per con da del della era come ma anche al più suo sua mi ho ha "
          "nel alla sono se aveva disse quando cosa dei delle tutto ci ed perché questo io lui lei",
    "pt": "o a os as de e que em um uma não se por com para do da no na mais mas ele ela seu sua era como dos das ao "
          "foi eu me já havia isso sem também disse quando pelo pela você até muito lhe tinha",
    "nl": "de het een en van in is dat op te met voor niet zijn was ik hij zij ze er aan die als maar om ook bij naar "
          "haar hem had nog uit wat door over werd je zou geen of toen dan zei me mijn",
    "ca": "el la els les de i que en un una no es per amb del al va ser com més però seu seva era havia amb ella són "
          "aquest aquesta quan molt tot dels també si perquè jo li ho hi",
    "sv": "och att det i en på som han hon var den av för med inte ett till jag sig men de om så hade från vi kan är "
          "när sin nu dem vid mot du hans hennes sade eller efter ut",
    "da": "og det i at en den til er som på de med han af for ikke der var jeg sig men et har om vi hun havde fra så "
          "ud ham hende blev nu efter eller over mig sagde hvad kunne",
    "nb": "og det i å en den til er som på de med han av for ikke der var jeg seg men et har om vi hun hadde fra du så "
          "ut ham henne ble nå etter eller over meg sa hva kunne",
    "fi": "ja on ei se hän oli että en mutta kun niin olen minä sinä he ovat kuin jos vain tai myös sen hänen mitä "
          "ollut siitä sitten nyt jo vielä olisi minun tämä",
    "pl": "i w nie na się z do to że jest o jak po co ale za od tak przez był była już go jej jego ich tylko być ja mi "
          "kiedy może czy tym dla jeszcze powiedział",
    "cs": "a se v na je že to s z do by ale jako za po jeho byl byla bylo který když tak už jen jsem si ho jí nebo "
          "protože co pro od před řekl tam však",
    "hr": "i u je se na da od za su s ne kao što ali bi iz bio bila sam nije ona on to kad samo ili njegov kako sve "
          "već još rekao bilo joj mu",
    "hu": "a az és nem hogy egy is volt ez de meg csak már mint ha el még vagy majd azt mondta aki ki kell mert van "
          "volna lehet most sem",
    "ro": "și în de la a cu nu că o pe un este din mai ce se era să pentru dar lui ei am fost sunt care al ca îi îl "
          "ea le când până",
    "tr": "ve bir bu da de için ne o çok gibi ama daha ben sen var mı mi ki olan olarak dedi sonra kadar her diye onun "
          "beni değil yok şey",
    "ru": "и в не на что я он с как это она по но его к у за из же то так вы был бы все ее мы от только когда для "
          "сказал была было еще",
    "uk": "і в не на що я він з як це вона по але його до у за із же то так ви був би все її ми від тільки коли для "
          "сказав була було ще та",
    "bg": "и в не на че аз той с как това тя по но го към у за от ще се да са беше съм ли само когато каза били него "
          "една един след",
}  # fmt: skip
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SCRIPTS = {
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
}
_PERSIAN = re.compile("[\u067e\u0686\u0698\u06af\u06cc]")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?")
_KANA_SHARE = 0.1


def detect_language(text: str) -> str | None:
    """Tell the language of a text.

    Returns:
        The first subtag of its BCP 47 tag; None if it is too short, or in none of the languages known here.
    """
    sample = "\n".join(_samples(text))
    return _by_script(sample) or _by_words(sample)


def _samples(text: str) -> Iterator[str]:
    """Take a piece from the middle and one further on: what stands in front may be a licence in another language."""
    if len(text) <= 2 * _SAMPLE_CHARS:
        yield text
        return
    for start in (len(text) // 3, 2 * len(text) // 3):
        yield text[start : start + _SAMPLE_CHARS]


def _by_script(sample: str) -> str | None:
    letters = sum(map(str.isalpha, sample))
    if letters < _LEAST_WORDS:
        return None
    for language, pattern in _SCRIPTS.items():
        share = len(pattern.findall(sample)) / letters
        if share >= (_KANA_SHARE if language == "ja" else _SCRIPT_SHARE):
            return "fa" if language == "ar" and _PERSIAN.search(sample) else language
    return None


def _by_words(sample: str) -> str | None:
    words = Counter(word.replace("\u2019", "'") for word in _WORD.findall(sample.lower()))
    total = words.total()
    if total < _LEAST_WORDS:
        return None
    shares = {
        language: sum(words[word] for word in known if word in words) / total for language, known in _SETS.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST_SHARE else None
