"""How a word is said: respelled for every engine, in IPA for those that take it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """What an entry of a layer says of one word; it says at least one of the two.

    Attributes:
        word: as it is written, its case included.
        respelling: English that a voice reads as wished; None leaves it to be derived from the IPA.
        ipa: without slashes, in sounds that `language.ipa` knows; None where there is only a respelling.
    """

    word: str
    respelling: str | None = None
    ipa: str | None = None

    @property
    def shown(self) -> str:
        """The entry as a cast file has it: the IPA between slashes, or the respelling."""
        return f"/{self.ipa}/" if self.ipa is not None else self.respelling or ""
