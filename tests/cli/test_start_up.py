"""Help must come at once: nothing heavy may be imported before a command needs it."""

import os
import subprocess
import sys

import pytest

HEAVY = ("numpy", "soundfile", "lameenc", "mutagen", "PIL", "tomlkit", "pyttsx3", "soxr", "audiobook.scripting")


def test_showing_help_imports_neither_the_stages_nor_their_libraries() -> None:
    code = (
        "import sys; sys.argv = ['audiobook', '--help']\n"
        "from audiobook.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('\\nLOADED', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("LOADED []")


def test_a_worker_process_imports_no_command_line() -> None:
    code = "import sys, audiobook.cli; print('typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.skipif(os.name == "nt", reason="Windows reports a reader who has gone in another way")
def test_help_whose_reader_has_gone_is_no_failure() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "audiobook", "--help"]
    done = subprocess.run(command, check=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
