"""Words that report speech or thought, as far as cutting a text needs them.

Knows which words of the vocabulary tell speech from thought; who spoke is none of its business.
"""

import re

from audiobook.scripting.vocabulary.speech_verbs import SPEECH_VERBS as ALL_SPEECH_VERBS

THOUGHT_VERBS = frozenset(["think", "thinks", "thought", "thinking", "wonder", "wonders", "wondered", "wondering"])
"""Verbs of thinking in words, which tell that a quotation was not spoken; lower case."""

_SILENT = """
muse muses mused musing reflect reflects reflected reflecting ponder ponders pondered pondering reason reasons reasoned
reasoning
"""
SILENT_SPEECH_VERBS = frozenset(_SILENT.split())
"""Verbs that report speech, or thought if it was "to himself"; lower case."""

SPEECH_VERBS = (ALL_SPEECH_VERBS | SILENT_SPEECH_VERBS) - THOUGHT_VERBS
"""Verbs that may report speech; lower case."""

SUBJECT_PRONOUNS = frozenset(["i", "you", "he", "she", "it", "we", "they"])
"""Pronouns that may be the subject of a tag, lower case."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word, an apostrophe inside it included."""

_FOREIGN = """
dijo dije respondió preguntó contestó exclamó gritó murmuró repuso añadió susurró replicó insistió explicó continuó
prosiguió protestó suspiró gruñó admitió confesó balbuceó interrumpió
dit répondit demanda cria murmura reprit ajouta fit répliqua chuchota souffla lança poursuivit continua hurla expliqua
déclara objecta protesta soupira grogna insista avoua balbutia gronda riposta rétorqua conclut
disse disseram respondeu perguntou murmurou gritou sussurrou acrescentou continuou explicou suspirou
rispose chiese gridò mormorò sussurrò esclamò
sagte fragte rief antwortete flüsterte murmelte erwiderte schrie meinte entgegnete erklärte brummte seufzte zischte
knurrte versetzte hauchte brüllte stammelte wiederholte lachte dachte
zei vroeg antwoordde riep fluisterde mompelde schreeuwde
powiedział powiedziała zapytał zapytała spytał spytała odparł odparła rzekł rzekła odpowiedział odpowiedziała krzyknął
krzyknęła szepnął szepnęła mruknął mruknęła dodał dodała zawołał zawołała
сказал сказала спросил спросила ответил ответила отвечал отвечала крикнул крикнула прошептал прошептала воскликнул
воскликнула проговорил проговорила заметил заметила добавил добавила произнес произнесла
"""
FOREIGN_SPEECH_VERBS = frozenset(_FOREIGN.split())
"""The commonest verbs of tags in other languages, Spanish to Russian; lower case."""
