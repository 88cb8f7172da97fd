from pathlib import Path

import numpy as np
import pytest

from audiobook.assembly.encoder_figures import encoder_gain_db
from audiobook.codecs.decoding import open_sound
from audiobook.codecs.mp3 import Mp3Encoder
from tests.assembly.building import as_array, tone


@pytest.mark.parametrize("bit_rate_kbps", [64, 128, 160, 192, 224, 256, 320])
def test_encoder_changes_the_level_as_the_figures_say(tmp_path: Path, bit_rate_kbps: int) -> None:
    rate_hz = 44100
    pcm = tone(2.0, rate_hz=rate_hz)
    encoder = Mp3Encoder(rate_hz=rate_hz, bit_rate_kbps=bit_rate_kbps)
    path = tmp_path / "tone.mp3"
    path.write_bytes(encoder.encode(pcm) + encoder.finish())
    with open_sound(path) as sound:
        decoded = np.concatenate(list(sound.blocks()))[rate_hz // 2 : -rate_hz // 2]
    before = np.sqrt(np.mean(np.square(as_array([pcm]) / 32768.0)))
    gain_db = 20.0 * np.log10(np.sqrt(np.mean(np.square(decoded))) / before)
    assert gain_db == pytest.approx(encoder_gain_db(bit_rate_kbps), abs=0.02)
