"""Conventions: which marks stand for speech and for quotations inside it.

Knows the marks; refuses to know texts. Dash dialogue is no exchange of marks: see `dashes`.
"""

from dataclasses import dataclass

from typesetting.marks import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A way to set speech.

    Attributes:
        speech: what opens and closes it; nested: what opens and closes a quotation inside it.
        apostrophe: None leaves it as it is.
    """

    name: str
    speech: tuple[str, str]
    nested: tuple[str, str]
    apostrophe: str | None = None

    def mark(self, role: Role) -> str | None:
        """Give the mark for a role; None leaves it as it is."""
        marks = {
            Role.OPEN: self.speech[0],
            Role.CLOSE: self.speech[1],
            Role.NESTED_OPEN: self.nested[0],
            Role.NESTED_CLOSE: self.nested[1],
        }
        return marks.get(role, self.apostrophe)


STRAIGHT = "'"
CURLY = "’"

CONVENTIONS = (
    Convention(name="straight doubles", speech=('"', '"'), nested=("'", "'"), apostrophe=STRAIGHT),
    Convention(name="curly doubles", speech=("“", "”"), nested=("‘", "’"), apostrophe=CURLY),
    Convention(name="straight singles", speech=("'", "'"), nested=('"', '"'), apostrophe=STRAIGHT),
    Convention(name="curly singles, nested too", speech=("‘", "’"), nested=("‘", "’"), apostrophe=CURLY),
    Convention(name="British singles, doubles inside", speech=("‘", "’"), nested=("“", "”"), apostrophe=CURLY),
    Convention(name="guillemets «»", speech=("«", "»"), nested=("‹", "›")),
    Convention(name="guillemets »«", speech=("»", "«"), nested=("›", "‹")),
    Convention(name="guillemets with blanks", speech=("«\xa0", "\xa0»"), nested=("“", "”")),
    Convention(name="German „“", speech=("„", "“"), nested=("‚", "‘")),
    Convention(name="Polish „”", speech=("„", "”"), nested=("«", "»")),
    Convention(name="Swedish ””", speech=("”", "”"), nested=("’", "’"), apostrophe=CURLY),
    Convention(name="typewriter ``''", speech=("``", "''"), nested=("`", STRAIGHT), apostrophe=STRAIGHT),
    Convention(name="corner brackets", speech=("「", "」"), nested=("『", "』")),
)
