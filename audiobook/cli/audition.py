"""`audiobook audition`: hear a character, a voice or a word before deciding."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audiobook.cli.border import command
from audiobook.cli.options import BUILD_DIR, VOICES_DIR, BookName, BuildDir, Chapters, Quiet, VoicesDir, workspace
from audiobook.cli.playing import play
from audiobook.cli.progress import make_progress
from audiobook.cli.terminal import show, tell
from audiobook.errors import UsageError

if TYPE_CHECKING:
    from audiobook.model.pronunciation import Pronunciation
    from audiobook.production.cast.auditions import Audition, AuditionPlace

_KEEPING = 'audiobook audition SOURCE --word Siobhan --ipa "ʃɪˈvɔːn" --keep'
_EXAMPLES = "audition SOURCE CHARACTER, audition VOICE, or audition --word WORD"


@command
def audition(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE CHARACTER | VOICE",
            help="Your manuscript and one of its characters (or narrator), or a voice from `audiobook voices`.",
            show_default=False,
        ),
    ] = None,
    voice: Annotated[
        list[str] | None,
        typer.Option(metavar="VOICE", help="A candidate; give this again for each other one.", show_default=False),
    ] = None,
    word: Annotated[
        str | None, typer.Option(metavar="WORD", help="Speak this word or sentence instead.", show_default=False)
    ] = None,
    ipa: Annotated[
        str | None, typer.Option(metavar="IPA", help="How --word is said, in phonetic signs.", show_default=False)
    ] = None,
    respelling: Annotated[
        str | None, typer.Option("--as", metavar="TEXT", help="How --word is said, respelled.", show_default=False)
    ] = None,
    keep: Annotated[bool, typer.Option("--keep", help="Write what --ipa or --as say into the cast file.")] = False,
    to: Annotated[
        Path | None, typer.Option("--to", metavar="FOLDER", help="Where the files go.", show_default=False)
    ] = None,
    playing: Annotated[bool, typer.Option("--play/--no-play", help="Play them, if the system has a player.")] = True,
    chapters: Chapters = None,
    build_dir: BuildDir = BUILD_DIR,
    voices_dir: VoicesDir = VOICES_DIR,
    book: BookName = None,
    quiet: Quiet = False,
) -> None:
    """Hear a character on its own most telling lines, once in each voice; or a voice by itself, or a word."""
    from audiobook.production.cast.auditions import AuditionPlace, audition_character, audition_voices, pronounce
    from audiobook.production.chapter_choice import parse_chapters

    names = what or []
    choice = None if chapters is None else parse_chapters(chapters)
    place = AuditionPlace(workspace=workspace(build_dir, voices_dir), to=to, name=book, chapters=choice)
    said = pronounce(word, ipa=ipa, respelling=respelling)
    about_a_book = _is_about_a_book(names, word)
    if keep and (said is None or not about_a_book):
        raise UsageError("there is no pronunciation to keep", hint=_KEEPING)
    progress = make_progress(quiet=quiet)
    if about_a_book:
        source, character = Path(names[0]), names[1] if len(names) > 1 else "narrator"
        done = audition_character(source, character, voice or [], place, word=said or word, progress=progress)
    else:
        done = audition_voices([*names, *(voice or [])], place, word=said or word, progress=progress)
    for file in done.files:
        tell(str(file))
    if playing:
        play(done.files)
    if said is not None:
        _keep_or_tell_how(said, place, names if about_a_book else [], keep=keep)
    elif not quiet:
        _show_next_step(done, names)


def _keep_or_tell_how(said: "Pronunciation", place: "AuditionPlace", names: list[str], *, keep: bool) -> None:
    from audiobook.production.cast.auditions import keep_in_book

    if keep:
        show(f"{keep_in_book(Path(names[0]), place, said)}: {said.word} is said {said.shown}")
        return
    way = f'--ipa "{said.ipa}"' if said.ipa is not None else f'--as "{said.respelling}"'
    source = f'"{names[0]}"' if names else "SOURCE"
    show(f'To keep it: audiobook audition {source} --word "{said.word}" {way} --keep')


def _is_about_a_book(names: list[str], word: str | None) -> bool:
    if len(names) > 2 or (not names and word is None):
        said = f"not: {' '.join(names)}" if names else "whom do you want to hear?"
        raise UsageError(f"an audition is of a character, a voice or a word; {said}", hint=_EXAMPLES)
    if not names or not (len(names) == 2 or Path(names[0]).exists()):
        return False
    if len(names) == 1 and word is None:
        raise UsageError(f"whom do you want to hear of {names[0]}?", hint=f'audiobook audition "{names[0]}" narrator')
    return True


def _show_next_step(done: "Audition", names: list[str]) -> None:
    """Name the one command that takes a voice."""
    source = f'"{names[0]}"' if done.speaker and " " in names[0] else (names[0] if done.speaker else "SOURCE")
    speaker = done.speaker or "CHARACTER"
    shown = speaker if speaker.isalnum() else f'"{speaker}"'
    for voice in done.voices:
        show(f"To take {voice}: audiobook cast {source} set {shown} --voice {voice}")
