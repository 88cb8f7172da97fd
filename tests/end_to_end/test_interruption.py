import os
import signal
import subprocess
import sys
import time

import pytest

from tests.end_to_end.conftest import Project

LONG_STORY = "\n\n".join(f"Chapter {number}\n\n" + f"It was day {number} at sea. " * 400 for number in range(1, 7))


def _hear_ctrl_c() -> None:
    """Shells without job control have what runs in the background ignore it, and children inherit that."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console")
def test_ctrl_c_ends_with_130_and_the_next_run_goes_on_to_the_same_bytes(project: Project) -> None:
    project.story.write_text(LONG_STORY, encoding="utf-8")
    command = [sys.executable, "-m", "audiobook", "make", "story.txt", "--engine", "tone", "--jobs", "2"]
    running = subprocess.Popen(
        command,
        cwd=project.folder,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 -- no thread of ours runs yet
    )
    takes = project.folder / "build" / ".cache" / "takes"
    while running.poll() is None and not any(takes.glob("*/*.flac")):
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told
    assert b"Traceback" not in told
    kept = {path.name for path in takes.glob("*/*.flac")}
    did = project.make()["did"]
    resumed = project.files()
    assert not [name for name in resumed if name.endswith(".tmp")]
    (project.folder / "build").rename(project.folder / "old-build")
    undisturbed = project.make()["did"]
    assert did["spoken_takes"] == undisturbed["spoken_takes"] - len(kept)
    assert project.files() == resumed
