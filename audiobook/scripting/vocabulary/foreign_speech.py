"""Verbs that carry a quotation, by language, in the forms that stand beside one; and titles before names.

Knows words; refuses to know where they stand. English has word lists of its own, which know far more.
"""

SPEECH_VERBS_OF: dict[str, str] = {
    "de": "sagte|sagt|fragte|fragt|antwortete|rief|flüsterte|erwiderte|murmelte|schrie|meinte|entgegnete|erklärte"
          "|brummte|seufzte|bat|befahl|stammelte|stotterte|wiederholte|brüllte|zischte|knurrte|sprach|versetzte|bemerkte"
          "|lachte|kicherte|keuchte|hauchte|wisperte|ergänzte|gestand|gab|warf|fuhr|begann|dachte|grinste",
    "fr": "dit|demanda|répondit|répliqua|cria|murmura|ajouta|reprit|s['’]écria|s['’]exclama|fit|souffla|lança"
          "|poursuivit|continua|chuchota|hurla|expliqua|déclara|interrogea|objecta|protesta|soupira|grogna|ordonna|observa"
          "|insista|avoua|admit|balbutia|gronda|riposta|rétorqua|commença|conclut|pensa|disait|demande|répond",
    "es": "dijo|preguntó|respondió|contestó|exclamó|gritó|murmuró|susurró|añadió|replicó|insistió|explicó|repuso"
          "|continuó|pidió|ordenó|comentó|protestó|suspiró|confesó|admitió|afirmó|aseguró|quiso saber|interrumpió|pensó"
          "|prosiguió|balbuceó|gruñó|advirtió|anunció|decía",
    "it": "disse|chiese|rispose|esclamò|gridò|mormorò|sussurrò|aggiunse|replicò|domandò|continuò|spiegò|ribatté|osservò"
          "|ordinò|sospirò|borbottò|urlò|riprese|pensò|fece|ammise|insistette",
    "pt": "disse|perguntou|respondeu|exclamou|gritou|murmurou|sussurrou|acrescentou|replicou|continuou|explicou"
          "|retrucou|pediu|ordenou|comentou|protestou|suspirou|confessou|admitiu|afirmou|insistiu|pensou",
    "nl": "zei|zegt|vroeg|antwoordde|riep|fluisterde|mompelde|schreeuwde|vervolgde|zuchtte|gromde|herhaalde|lachte"
          "|dacht|siste|smeekte|legde|begon",
    "sv": "sade|sa|frågade|svarade|ropade|viskade|mumlade|skrek|fortsatte|suckade|undrade|tänkte",
    "da": "sagde|spurgte|svarede|råbte|hviskede|mumlede|skreg|fortsatte|sukkede|tænkte",
    "nb": "sa|spurte|svarte|ropte|hvisket|mumlet|skrek|fortsatte|sukket|tenkte",
}  # fmt: skip
"""By language, alternatives of a regular expression."""

NAME_TITLES_OF: dict[str, str] = {
    "de": "Herr|Frau|Fräulein|Dr\\.|Doktor|Onkel|Tante|Graf|Gräfin|Baron|König|Königin",
    "fr": "M\\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr|Docteur|Maître|Père|Mère|Oncle|Tante",
    "es": "Sr\\.|Sra\\.|Srta\\.|Señor|Señora|Don|Doña|don|doña|Dr\\.|Dra\\.|Tío|Tía",
    "it": "Signor|Signora|Signorina|Don|Dott\\.|Zio|Zia",
    "pt": "Sr\\.|Sra\\.|Senhor|Senhora|Dom|Dona|Dr\\.|Tio|Tia",
    "nl": "Meneer|Mevrouw|Dr\\.|Oom|Tante",
}
"""By language, titles that belong to a name, as a regular expression."""

FEMALE_TITLES = frozenset(
    """
    Frau Fräulein Tante Gräfin Königin Mme Mlle Madame Mademoiselle Mère Sra. Srta. Señora Doña doña Dra. Tía Signora
    Signorina Zia Senhora Dona Tia Mevrouw
    """.split()  # noqa: SIM905 - words read better than strings
)
