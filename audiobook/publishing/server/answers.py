"""The answer to a request for one resource: whole, in part, or not at all because the client has it.

Knows HTTP; refuses to know which resources there are.
"""

import secrets
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase

from starlette.concurrency import iterate_in_threadpool
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from audiobook.publishing.resource import Resource
from audiobook.publishing.server.byte_ranges import ByteRange, UnsatisfiableError, read_ranges
from audiobook.publishing.server.opened import read_pieces
from audiobook.publishing.server.preconditions import Validators, Verdict, judge, may_send_part

_ASK_AGAIN = "no-cache"
_KEEP = "private, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One stretch of an answer's body, with what is written before it."""

    before: bytes
    stretch: ByteRange

    @property
    def length(self) -> int:
        return len(self.before) + self.stretch.length


class _Body(StreamingResponse):
    """An answer that is read from an open file while it is sent, and closes it however that ends."""

    def __init__(self, file: BufferedIOBase, parts: tuple[_Part, ...], after: bytes, **answer: object) -> None:
        self._file = file
        super().__init__(_read(file, parts, after), **answer)  # type: ignore[arg-type]  # passed on as it is

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._file.close()


def answer(method: str, headers: Mapping[str, str], resource: Resource, file: BufferedIOBase) -> Response:
    """Answer a GET or HEAD for `resource`, whose content is open as `file`; the answer closes it.

    Args:
        headers: of the request; found whatever the case of their letters.
    """
    validators = Validators(etag=f'"{resource.sha256}"', modified=int(resource.modified.timestamp()))
    common = {
        "etag": validators.etag,
        "last-modified": validators.last_modified,
        "accept-ranges": "bytes",
        "cache-control": _KEEP if resource.is_versioned else _ASK_AGAIN,
    }
    verdict = judge(headers, validators)
    if verdict is not Verdict.SEND:
        file.close()
        return Response(status_code=verdict.value, headers=common)
    common["content-type"] = resource.media_type
    if method == "HEAD":  # ranges are for GET only: RFC 9110, section 14.2
        file.close()
        return Response(headers=common | {"content-length": str(resource.size_bytes)})
    wanted = headers.get("range") if may_send_part(headers, validators) else None
    try:
        ranges = read_ranges(wanted, size=resource.size_bytes)
    except UnsatisfiableError:
        file.close()
        outside = {"content-range": f"bytes */{resource.size_bytes}", "accept-ranges": "bytes"}
        return PlainTextResponse("There is nothing there.\n", status_code=416, headers=outside)
    return _send(file, ranges, size=resource.size_bytes, common=common)


def _send(file: BufferedIOBase, ranges: tuple[ByteRange, ...], *, size: int, common: dict[str, str]) -> Response:
    if not ranges:
        whole = _Part(before=b"", stretch=ByteRange(first=0, end=size))
        return _Body(file, (whole,), b"", headers=common | {"content-length": str(size)})
    if len(ranges) == 1:
        part = _Part(before=b"", stretch=ranges[0])
        return _Body(
            file,
            (part,),
            b"",
            status_code=206,
            headers=common | {"content-length": str(part.length), "content-range": _content_range(ranges[0], size)},
        )
    boundary = secrets.token_hex(16)
    parts = tuple(_with_head(each, boundary, size, common["content-type"]) for each in ranges)
    after = f"\r\n--{boundary}--\r\n".encode()
    length = sum(part.length for part in parts) + len(after)
    several = {"content-type": f"multipart/byteranges; boundary={boundary}", "content-length": str(length)}
    return _Body(file, parts, after, status_code=206, headers=common | several)


def _with_head(stretch: ByteRange, boundary: str, size: int, media_type: str) -> _Part:
    head = f"\r\n--{boundary}\r\ncontent-type: {media_type}\r\ncontent-range: {_content_range(stretch, size)}\r\n\r\n"
    return _Part(before=head.encode(), stretch=stretch)


def _content_range(stretch: ByteRange, size: int) -> str:
    return f"bytes {stretch.first}-{stretch.end - 1}/{size}"


async def _read(file: BufferedIOBase, parts: tuple[_Part, ...], after: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        if part.before:
            yield part.before
        async for piece in iterate_in_threadpool(read_pieces(file, first=part.stretch.first, end=part.stretch.end)):
            yield piece
    if after:
        yield after
