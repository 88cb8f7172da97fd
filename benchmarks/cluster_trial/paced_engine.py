"""An engine that takes its time without computing: what a worker with a slow engine looks like to everybody else.

So eight workers fit on a machine with two cores, and what limits them is the cluster and not the processor.
"""

import os
import time

from audiobook.engines.tone import ToneEngine
from audiobook.model.speech import Line, Pcm


class PacedEngine(ToneEngine):
    """Hums like `tone`, PACED_ENGINE_SPEED times as fast as the sound lasts, the computing included."""

    name = "paced"

    def speak(self, line: Line) -> Pcm:
        """Hum a line, then sleep for what is left of its time."""
        started_s = time.monotonic()
        pcm = super().speak(line)
        takes_s = pcm.length_samples / pcm.rate_hz / float(os.environ["PACED_ENGINE_SPEED"])
        time.sleep(max(0.0, started_s + takes_s - time.monotonic()))
        return pcm
