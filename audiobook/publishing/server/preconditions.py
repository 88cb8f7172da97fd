"""Whether a client has the resource already, or wants a part of the one it knows only (RFC 9110, section 13).

Knows headers, a tag and a time; refuses to know what the resource is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from enum import Enum

_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')


class Verdict(Enum):
    """What a request's conditions come to."""

    SEND = 200
    NOT_MODIFIED = 304
    FAILED = 412


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What tells one state of a resource from another.

    Attributes:
        etag: a strong one, in its quotation marks.
        modified: seconds since 1970, in whole seconds, for that is all that HTTP can say.
    """

    etag: str
    modified: int

    @property
    def last_modified(self) -> str:
        """The time as HTTP writes it."""
        return format_datetime(datetime.fromtimestamp(self.modified, UTC), usegmt=True)


def judge(headers: Mapping[str, str], validators: Validators) -> Verdict:
    """Weigh the four conditions in the order of section 13.2.2; the method is GET or HEAD."""
    if (wanted := headers.get("if-match")) is not None:
        if not _lists(wanted, validators.etag, weak_counts=False):
            return Verdict.FAILED
    elif (before := _seconds(headers.get("if-unmodified-since"))) is not None and validators.modified > before:
        return Verdict.FAILED
    if (known := headers.get("if-none-match")) is not None:
        return Verdict.NOT_MODIFIED if _lists(known, validators.etag, weak_counts=True) else Verdict.SEND
    since = _seconds(headers.get("if-modified-since"))
    return Verdict.NOT_MODIFIED if since is not None and validators.modified <= since else Verdict.SEND


def may_send_part(headers: Mapping[str, str], validators: Validators) -> bool:
    """Say whether a part may be sent: `If-Range` is missing, or names exactly the state there is now (13.1.5)."""
    wanted = headers.get("if-range")
    return wanted is None or wanted.strip() in (validators.etag, validators.last_modified)


def _lists(header: str, etag: str, *, weak_counts: bool) -> bool:
    if header.strip() == "*":
        return True
    tags = _TAG.finditer(header)
    return any(tag[1] == etag and (weak_counts or not tag[0].startswith("W/")) for tag in tags)


def _seconds(date: str | None) -> float | None:
    """Read a date; one that cannot be read is as good as none."""
    if date is None:
        return None
    try:
        return parsedate_to_datetime(date).replace(tzinfo=UTC).timestamp()
    except (ValueError, OverflowError, IndexError):
        return None
