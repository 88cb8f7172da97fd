import io
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audiobook.codecs.flac import FlacParts, application_block, assemble_flac, decode_flac, encode_flac
from audiobook.errors import EngineError
from audiobook.model.speech import Pcm

ID = b"abtk"


def pcm_of(samples: list[int], rate_hz: int = 22050) -> Pcm:
    return Pcm(samples=struct.pack(f"<{len(samples)}h", *samples), rate_hz=rate_hz)


@settings(deadline=None)  # the first example loads libsndfile
@given(
    st.lists(st.integers(-32768, 32767), min_size=1, max_size=300),
    st.sampled_from([8000, 16000, 22050, 24000, 44100, 48000]),
    st.binary(max_size=5000),
)
def test_sound_and_application_data_come_back_as_they_were(samples: list[int], rate_hz: int, data: bytes) -> None:
    pcm = pcm_of(samples, rate_hz)
    file = assemble_flac(encode_flac(pcm), application_id=ID, application_data=data)
    assert decode_flac(file, most_samples=len(samples)) == pcm
    block = application_block(file[:100], application_id=ID)
    assert block is not None
    assert file[block[0] : block[1]] == data


def test_other_programs_read_the_file() -> None:
    import soundfile

    samples = [number * 37 % 20000 - 10000 for number in range(30000)]
    file = assemble_flac(encode_flac(pcm_of(samples)), application_id=ID, application_data=bytes(300))
    info = soundfile.info(io.BytesIO(file))
    assert (info.format, info.subtype, info.samplerate, info.channels, info.frames) == (
        *("FLAC", "PCM_16", 22050, 1, 30000),
    )


def test_what_is_no_flac_decodes_to_nothing() -> None:
    file = assemble_flac(encode_flac(pcm_of([1, 2, 3] * 1000)), application_id=ID, application_data=b"")
    assert decode_flac(b"", most_samples=9) is None
    assert decode_flac(b"not a FLAC file at all", most_samples=9) is None
    assert decode_flac(file[:60], most_samples=3000) is None


def test_a_damaged_length_is_no_reason_to_ask_for_all_memory() -> None:
    pcm = pcm_of([1, 2, 3] * 1000)
    file = bytearray(assemble_flac(encode_flac(pcm), application_id=ID, application_data=b""))
    file[8 + 13] |= 0x0F  # the upper four of 36 bits
    assert decode_flac(bytes(file), most_samples=3000) in {None, pcm}


def test_another_application_is_not_ours() -> None:
    file = assemble_flac(encode_flac(pcm_of([1])), application_id=b"else", application_data=b"data")
    assert application_block(file, application_id=ID) is None
    assert application_block(file[:20], application_id=b"else") is None


def test_nothing_cannot_be_encoded() -> None:
    with pytest.raises(EngineError, match="without any sample"):
        encode_flac(Pcm(samples=b"", rate_hz=22050))


def test_an_impossible_rate_is_our_error() -> None:
    with pytest.raises(EngineError, match="0 Hz"):
        encode_flac(Pcm(samples=bytes(20), rate_hz=0))


def test_an_application_id_has_four_bytes() -> None:
    with pytest.raises(ValueError, match="4 bytes"):
        assemble_flac(FlacParts(streaminfo=bytes(34), frames=b""), application_id=b"toolong", application_data=b"")
