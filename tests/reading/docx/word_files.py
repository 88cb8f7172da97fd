"""Small DOCX files, made from the XML of their paragraphs."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from audiobook.reading.documents.extracted import ExtractedDocument
from audiobook.reading.docx.reader import read_docx

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{_RELATION}" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_KINDS = {"core": f"{_PACKAGE}/relationships/metadata/core-properties"}


def docx_bytes(body: str, **parts: str | bytes) -> Mapping[str, bytes]:
    """Make the members of a DOCX file.

    Args:
        body: XML inside `w:body`.
        parts: XML inside the root of further parts: "styles", "numbering", "footnotes", "header" ...; "core" is what
            the file says of itself; a part given in bytes is a picture.
    """
    members = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    relations, own = [], [_relation("d", f"{_RELATION}/officeDocument", "word/document.xml")]
    for kind, content in parts.items():
        if isinstance(content, bytes):
            members[f"word/media/{kind}.png"] = content
            relations.append(_relation(kind, f"{_RELATION}/image", f"media/{kind}.png"))
        elif kind == "core":
            members["docProps/core.xml"] = _core(content)
            own.append(_relation("c", _KINDS["core"], "docProps/core.xml"))
        else:
            members[f"word/{kind}.xml"] = _part(kind, content)
            relations.append(_relation(kind, f"{_RELATION}/{kind}", f"{kind}.xml"))
    members["word/_rels/document.xml.rels"] = _relations(relations)
    members["_rels/.rels"] = _relations(own)
    return members


def write_docx(path: Path, body: str, **parts: str | bytes) -> Path:
    """Write a DOCX file; the arguments are those of `docx_bytes`."""
    return write_members(path, docx_bytes(body, **parts))


def write_members(path: Path, members: Mapping[str, bytes]) -> Path:
    """Write an archive."""
    path.write_bytes(pack_members(members))
    return path


def pack_members(members: Mapping[str, bytes]) -> bytes:
    """Give an archive's bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def read(folder: Path, body: str, **parts: str | bytes) -> ExtractedDocument:
    """Write a DOCX file and draw it out."""
    return read_docx(write_docx(folder / "story.docx", body, **parts))


def shown(document: ExtractedDocument) -> list[str]:
    """Give each block as "role: text", a heading with its level, a note with its reason."""
    member = document.members[0]
    return [
        f"{block.role}{f' {block.level}' if block.level else ''}{f' ({block.reason})' if block.reason else ''}"
        f": {member.text[block.start : block.end]}"
        for block in member.blocks
    ]


def paragraph(*runs: str, style: str | None = None, properties: str = "") -> str:
    """Give the XML of a paragraph; runs without markup are words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(each if each.startswith("<") else run(each) for each in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def run(words: str, properties: str = "") -> str:
    """Give the XML of a run."""
    inner = words if words.startswith("<") else f'<w:t xml:space="preserve">{words}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def style(name: str, *, properties: str = "", run: str = "", kind: str = "paragraph", based_on: str = "") -> str:
    """Give the XML of a style, whose id is its name without blanks."""
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _part(root: str, content: str) -> bytes:
    tag = {"header": "hdr", "footer": "ftr"}.get(root, root)
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{tag} {_NAMES}>{content}</w:{tag}>'.encode()


def _core(content: str) -> bytes:
    names = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return f"<cp:coreProperties {names}>{content}</cp:coreProperties>".encode()


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _relations(relations: list[str]) -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(relations)}</Relationships>'.encode()
