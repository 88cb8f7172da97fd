"""What each speech engine is, and what makes it ready: for people who choose one.

Knows sentences and commands; whether an engine works, only the engine itself can say.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from audiobook.engines.kokoro_files import KOKORO
from audiobook.engines.model_files import ModelSet


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineCard:
    """An engine, described.

    Attributes:
        what: one sentence.
        steps: commands that make it ready, in their order; none for one that always is.
        models: the files that `audiobook engines install` brings; None if it needs none.
    """

    what: str
    steps: tuple[str, ...] = ()
    models: ModelSet | None = None


ENGINE_CARDS: Mapping[str, EngineCard] = {
    "endpoint": EngineCard(
        what="any server with OpenAI's speech interface, on your machine or elsewhere",
        steps=("export AUDIOBOOK_SPEECH_URL=http://localhost:8880/v1",),
    ),
    "hibari": EngineCard(
        what="a quick neural narrator, one American woman; Apache-2.0", steps=('pip install "audiobook[hibari]"',)
    ),
    "kokoro": EngineCard(
        what="28 neural voices, American and British, each good enough to narrate; slow; Apache-2.0",
        steps=('pip install "audiobook[kokoro]"', "audiobook engines install kokoro"),
        models=KOKORO,
    ),
    "piper": EngineCard(
        what="any of Piper's many neural voices; GPL-3",
        steps=('pip install "audiobook[piper]"', "fetch a voice as docs/engines.md says"),
    ),
    "pyttsx3": EngineCard(what="espeak-ng's voices: very quick, a little mechanical; comes with audiobook"),
    "tone": EngineCard(what="hums as long as the words would take: for drafts and tests"),
}
"""Those that come with the program; others are described by whoever wrote them."""
