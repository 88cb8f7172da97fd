"""How words look, by their own properties, their character style and their paragraph's style."""

from audiobook.reading.documents.block_text import Emphasis
from audiobook.reading.documents.parsing import Element
from audiobook.reading.docx.names import child, flag, value
from audiobook.reading.docx.styles import RunForm, StyleTable, read_run_form


def read_run(run: Element, styles: StyleTable, paragraph: RunForm) -> RunForm:
    """Tell how a run's words look.

    Italics and bold of a character style inside a paragraph style that has them too turn them off (ECMA-376 part 1,
    17.7.3); what the run itself says holds.
    """
    properties = child(run, "rPr")
    direct = read_run_form(properties)
    named = value(properties, "rStyle")
    character = styles.style(named).run if named is not None else RunForm()
    toggled = RunForm(
        italic=bool(character.italic) ^ bool(paragraph.italic), bold=bool(character.bold) ^ bool(paragraph.bold)
    )
    return direct.over(toggled).over(character).over(paragraph)


def is_underlined(run: Element) -> bool:
    """Say whether the run itself is underlined: in a typescript that means italics."""
    return flag(child(run, "rPr"), "u") or False


def emphasis_of(form: RunForm, *, underlined: bool) -> Emphasis:
    """Give the emphasis of words."""
    emphasis = Emphasis.ITALIC if form.italic or underlined else Emphasis.NONE
    return emphasis | Emphasis.BOLD if form.bold else emphasis
