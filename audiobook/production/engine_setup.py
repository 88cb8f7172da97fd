"""Speech engines as a person chooses and installs them."""

from dataclasses import dataclass
from pathlib import Path

from audiobook.endpoints.downloading import Patience
from audiobook.engines.catalogue import ENGINE_CARDS, EngineCard
from audiobook.engines.installing import Installation, fetch, take
from audiobook.engines.model_files import ModelFile, ModelSet, model_folder
from audiobook.engines.protocol import DescribesVoices
from audiobook.engines.registry import engine_names, open_engine
from audiobook.errors import EngineError, EngineMissingError, UsageError
from audiobook.production.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineState:
    """An engine and whether it works here.

    Attributes:
        is_ready: it can be asked for speech.
        is_broken: something is wrong with it, which is more than not being installed.
        state: how many voices it has, or what is missing.
        next_step: what to do about it; None where nothing is to be done.
        steps: everything that it needs, from the beginning.
    """

    name: str
    what: str
    is_ready: bool
    is_broken: bool
    state: str
    next_step: str | None
    steps: tuple[str, ...]

    @property
    def needs(self) -> str | None:
        """All that must be done in one line; None if it is ready, or nothing is known to help."""
        steps = self.steps or (self.next_step,)
        return None if self.is_ready else ", then: ".join(filter(None, steps)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What an installation brought.

    Attributes:
        new_files: how many were missing before.
        engine: as it is now; it may still lack a package.
    """

    folder: Path
    new_files: int
    engine: EngineState


def list_engines() -> tuple[EngineState, ...]:
    """Look at every engine; one that does not work is a finding, never an error."""
    return tuple(map(look_at_engine, engine_names()))


def install_engine(name: str, *, source: str | None, progress: Progress) -> Installed:
    """Bring the files that an engine needs beside its package; those that are there and right are left alone.

    Args:
        source: a folder or an archive that has them, the address of another server that has them under the same
            names, or None for their home.

    Raises:
        UsageError: there is no such engine or source, or the engine needs no files.
        EngineError: a file cannot be had.
        OutputError: the disk is too full, or cannot be written.
    """
    models = _models_of(name)
    folder = model_folder(name)
    installation = Installation(models=models, folder=folder, on_bytes=progress.advance)
    try:
        with installation.lock(on_wait=lambda: progress.say(f"Waiting: {name} is being installed already.")):
            missing = installation.missing()
            _bring(installation, missing, source, progress)
    finally:
        progress.finish()
    return Installed(folder=folder, new_files=len(missing), engine=look_at_engine(name))


def _bring(installation: Installation, missing: tuple[ModelFile, ...], source: str | None, progress: Progress) -> None:
    if not missing:
        return
    size_bytes = sum(file.size_bytes for file in missing)
    is_address = source is None or source.startswith(("http://", "https://"))
    if is_address:
        home = source or installation.models.home
        progress.say(f"Fetching {len(missing)} files, {size_bytes / 1e6:.0f} MB, from {home}")
        progress.start("Fetching", total=size_bytes)
        fetch(installation, missing, home=home, patience=Patience())
        return
    progress.start("Copying", total=size_bytes)
    left = take(installation, missing, Path(source or ""))
    if left:
        raise EngineError(
            f"{source}: {len(left)} of {len(missing)} files are not in there, or are others under their names: "
            f"{left[0].path}{', ...' if left[1:] else ''}",
            hint=f"audiobook engines install {installation.models.name} fetches what is still missing",
        )


def _models_of(name: str) -> ModelSet:
    card = ENGINE_CARDS.get(name)
    if card is None and name not in engine_names():
        raise UsageError(f'there is no speech engine "{name}"', hint=f"the engines are: {', '.join(engine_names())}")
    if card is None or card.models is None:
        steps = " then ".join(card.steps) if card else "whoever wrote it says how it is installed"
        raise UsageError(f"{name} needs no files of its own", hint=steps or "it is ready: audiobook voices")
    return card.models


def look_at_engine(name: str) -> EngineState:
    """Look whether an engine works here, as `list_engines` does with every one."""
    card = ENGINE_CARDS.get(name, EngineCard(what="of another package"))
    is_broken = is_ready = False
    next_step = None
    try:
        voices = _usable_voices(name)
        is_ready = bool(voices)
        state = f"ready, {len(voices)} voice{'s' * (len(voices) != 1)}" if voices else "it has no voice yet"
        next_step = card.steps[-1] if card.steps and not voices else None
    except EngineError as error:
        state, next_step = error.message, error.hint
        is_broken = not isinstance(error, EngineMissingError)
    return EngineState(
        name=name,
        what=card.what,
        is_ready=is_ready,
        is_broken=is_broken,
        state=state,
        next_step=next_step,
        steps=card.steps,
    )


def _usable_voices(name: str) -> tuple[str, ...]:
    """List an engine's voices, having looked whether what the first of them speaks with is there."""
    engine = open_engine(name)
    try:
        voices = engine.voices()
        if voices and isinstance(engine, DescribesVoices):
            engine.voice_fingerprint(voices[0])
        return voices
    finally:
        engine.close()
