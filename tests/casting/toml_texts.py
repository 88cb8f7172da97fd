"""Valid TOML texts as people might write them, for laws."""

import tomlkit
from hypothesis import strategies as st

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(
    lambda text: bool(text.strip())
)
"""Names with anything in them: dots, quotes, brackets, newlines, emoji."""

_strings = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_comments = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=12)
_newlines = st.sampled_from(["\n", "\n", "\n\n", "\n# [x] = 'y'\n"])


@st.composite
def toml_values(draw: st.DrawFn) -> str:
    """A value in one of the ways TOML allows."""
    text = draw(_strings)
    written = tomlkit.item(text).as_string()
    tame = "".join(letter for letter in text if letter.isprintable() and letter != "'")
    return draw(
        st.sampled_from(
            [
                written,
                f"'{tame}'",
                f"'''{tame}\n[x]'''",
                f'"""\n{tame.translate({34: None, 92: None})}\\"\n# no\n"""',
                f"[{written}, '{tame}',]",
                f"[ # ]\n  {written}, # it's [\n]",
                f"{{a = {written}, b.c = [1, {{d = '{tame}'}}]}}",
                "-10.5",
                "true",
                "1979-05-27 07:32:00",
            ]
        )
    )


@st.composite
def toml_texts(draw: st.DrawFn) -> str:
    """A text with tables, arrays of tables, dotted keys, comments and odd spacing."""
    lines: list[str] = []
    keys = draw(st.lists(names, unique=True, max_size=6))
    sections = draw(st.lists(names, unique=True, max_size=3))
    for section, is_array in [("", False), *((name, draw(st.booleans())) for name in sections)]:
        key = tomlkit.key(section).as_string()
        if section:
            lines.append(draw(st.sampled_from(["", "  "])) + (f"[[ {key} ]]" if is_array else f"[{key}]"))
        for name in draw(st.permutations(keys)) if section not in keys else ():
            if not section and name in sections:
                continue
            dotted = draw(st.sampled_from(["", " . deeper", ".'x.y'"]))
            comment = draw(st.sampled_from(["", " # ", "#"]))
            comment += draw(_comments) if comment else ""
            equals = draw(st.sampled_from(["=", " = "]))
            lines.append(f"{tomlkit.key(name).as_string()}{dotted}{equals}{draw(toml_values())}{comment}")
    return "".join(line + draw(_newlines) for line in lines)
