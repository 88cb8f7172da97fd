"""Small sound files of every kind, written by PyAV."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

Signal = npt.NDArray[np.float64]


def sine(seconds: float, *, rate_hz: int, hz: float = 997.0, peak: float = 0.1) -> Signal:
    """A sine; its RMS is 3.01 dB below its peak."""
    signal: Signal = peak * np.sin(2 * np.pi * hz * np.arange(round(seconds * rate_hz)) / rate_hz)
    return signal


def write_sound(
    path: Path,
    signal: Signal,
    *,
    rate_hz: int,
    codec: str,
    sample_format: str,
    layout: str = "mono",
    options: dict[str, str] | None = None,
    silent_channels: int = 0,
) -> Path:
    """Write a signal into each channel, but for the last few, with any encoder that libav has."""
    import av

    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate_hz, layout=layout, format=sample_format, options=options or {})
        assert isinstance(stream, av.AudioStream)
        channels = np.tile(signal.astype(np.float32), (len(stream.layout.channels), 1))
        channels[len(channels) - silent_channels :] = 0.0
        to_format = av.AudioResampler(format=sample_format, layout=layout, rate=rate_hz)
        for first in range(0, len(signal), 4096):
            piece = np.ascontiguousarray(channels[:, first : first + 4096])
            frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout=layout)
            frame.sample_rate, frame.pts = rate_hz, first
            for converted in to_format.resample(frame):
                container.mux(stream.encode(converted))
        container.mux(stream.encode(None))
    return path
