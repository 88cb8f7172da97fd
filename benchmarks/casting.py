"""How well the voices of a cast are told apart: the program's cast of each novel beside a plain round robin.

    python benchmarks/casting.py CORPUS [NOVEL...] [--json]
    python benchmarks/casting.py CORPUS [NOVEL...] --genders     # whether leading characters' voices have their gender

For each novel of the corpus (`NOVEL.txt`; README.md beside this file says where one is to be had) the program reads the
text, finds who says what, and casts it. Two people *talk with each other* if one answers the other at least once
(`casting/conversations.py`). Both casts are of the same voices of the default engine, and of the same script.

The round robin is what one does by hand: the first voice narrates, every other is dealt out in the library's order,
women's to women, men's to men, any to whoever the text tells no gender of, most talkative first, from the beginning
again when the voices run out.

Distances are those of `casting/voice_distance.py`. A voice that is shifted counts as `shifted` there foretells;
`measure_voices.py --check` shows how far that is from what is measured.

`--genders` compares with the corpus's labels instead: of everybody with 20 lines or more, whoever says most of these
lines in the corpus.
"""

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path

from judge.coverage import Answer
from judge.genders import LEADING_LINES, GenderedLead, find_leads
from judge.gold import find_novels, read_novel
from results_page import add_record_options, recorded

from audiobook.casting.conversations import find_conversations
from audiobook.casting.profiles import load_profiles
from audiobook.casting.proposals import propose_cast
from audiobook.casting.voice_distance import distance_between, shifted
from audiobook.model.cast import Cast, VoiceProfile
from audiobook.model.script import NARRATOR, UNKNOWN, Gender, Script, SegmentKind
from audiobook.reading.reader import read_manuscript
from audiobook.scripting.script_writer import write_script

ENGINE = "pyttsx3"
TALKS = 1.0
"""Exchanges from which on two people talk with each other."""

Sounds = Mapping[str, VoiceProfile]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How far the voices of those who talk with each other are apart.

    Attributes:
        smallest: distance of the nearest pair.
        mean: of all pairs, weighed by exchanges.
        alike: share of exchanges between voices less than 1 apart.
    """

    smallest: float
    mean: float
    alike: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NovelSpread:
    """One novel: ours beside a round robin."""

    novel: str
    speakers: int
    pairs: int
    ours: Spread
    round_robin: Spread


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how far apart the voices of a cast are.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("novels", nargs="*", metavar="NOVEL")
    parser.add_argument("--json", action="store_true", dest="as_json")
    parser.add_argument("--genders", action="store_true", help="compare genders with the corpus's labels instead")
    add_record_options(parser, section="Voices told apart")
    given = parser.parse_args()
    with recorded(given):
        measure_and_print(given)


def measure_and_print(given: argparse.Namespace) -> None:
    if given.genders:
        leads = {name: leads_of(given.corpus, name) for name in given.novels or find_novels(given.corpus)}
        print(
            json.dumps({name: list(map(asdict, each)) for name, each in leads.items()}, indent=1)
            if given.as_json
            else as_gender_table(leads)
        )
        return
    found = [measure(given.corpus, name) for name in given.novels or find_novels(given.corpus)]
    if given.as_json:
        print(json.dumps([asdict(one) for one in found], indent=1))
        return
    print(as_table(found))


def measure(corpus: Path, name: str) -> NovelSpread:
    script = write_script(read_manuscript(corpus / f"{name}.txt", book=name.lower()))
    profiles = load_profiles(Path("no folder of profiles"))
    pairs = tuple(pairs_of(script))
    return NovelSpread(
        novel=name,
        speakers=len(script.characters),
        pairs=len(pairs),
        ours=spread_of(pairs, cast_by_program(script, profiles)),
        round_robin=spread_of(pairs, deal_out(script, profiles)),
    )


def pairs_of(script: Script) -> Iterator[tuple[str, str, float]]:
    """Those who talk with each other, each pair once, and their exchanges."""
    for speaker, partners in find_conversations(script).items():
        for partner, exchanges in partners.items():
            if speaker < partner and exchanges >= TALKS:
                yield speaker, partner, exchanges


def cast_by_program(script: Script, profiles: Mapping[str, VoiceProfile]) -> Sounds:
    _, roles = propose_cast(script, Cast(), profiles, engine=ENGINE)
    return {role.name: shifted(profiles[role.profile or ""], role.adjustment) for role in roles}


def deal_out(script: Script, profiles: Mapping[str, VoiceProfile]) -> Sounds:
    voices = [voice for voice in profiles.values() if voice.engine == ENGINE][1:]
    decks = {
        gender: cycle([voice for voice in voices if gender in (voice.gender, Gender.UNKNOWN)]) for gender in Gender
    }
    return {character.name: next(decks[character.gender]) for character in script.characters}


def spread_of(pairs: tuple[tuple[str, str, float], ...], sounds: Sounds) -> Spread:
    apart = [(distance_between(sounds[one], sounds[other]), exchanges) for one, other, exchanges in pairs]
    total = sum(exchanges for _, exchanges in apart) or 1.0
    return Spread(
        smallest=min((distance for distance, _ in apart), default=0.0),
        mean=sum(distance * exchanges for distance, exchanges in apart) / total,
        alike=sum(exchanges for distance, exchanges in apart if distance < 1) / total,
    )


def leads_of(corpus: Path, name: str) -> tuple[GenderedLead, ...]:
    """Everybody with many lines, as the program casts them without a cast file."""
    script = write_script(read_manuscript(corpus / f"{name}.txt", book=name.lower()))
    profiles = load_profiles(Path("no folder of profiles"))
    narrator, roles = propose_cast(script, Cast(), profiles, engine=ENGINE)
    given = {role.name: profiles[role.profile or ""].gender for role in (*((narrator,) if narrator else ()), *roles)}
    told = {character.name: character.gender for character in script.characters}
    told[NARRATOR] = script.narrator_gender
    return find_leads(
        read_novel(corpus, name),
        answers_of(script),
        found=lambda speaker: told[speaker],
        voice=lambda speaker: given[speaker],
    )


def answers_of(script: Script) -> Iterator[Answer]:
    for segment in script.segments:
        if segment.spoken and segment.kind in (SegmentKind.DIALOGUE, SegmentKind.THOUGHT):
            speaker = None if segment.speaker == UNKNOWN else segment.speaker
            yield Answer(start=segment.start, end=segment.end, speaker=speaker)


def as_gender_table(leads: Mapping[str, tuple[GenderedLead, ...]]) -> str:
    """Count those whose gender or whose voice's is not the corpus's, and list them."""
    rows = [f"| novel | {LEADING_LINES} lines or more | text tells none | text tells wrong | voice wrong | who |"]
    rows.append("|---|---|---|---|---|---|")
    for novel, each in (*leads.items(), ("all", tuple(lead for some in leads.values() for lead in some))):
        untold = [lead for lead in each if lead.found == Gender.UNKNOWN]
        misread = [lead for lead in each if lead.found not in (Gender.UNKNOWN, lead.gender)]
        wrong = [lead for lead in each if lead.voice != lead.gender]
        named = ", ".join(lead.name for lead in each if lead in untold or lead in wrong or lead in misread)
        cells = [novel, *(str(len(some)) for some in (each, untold, misread, wrong)), "" if novel == "all" else named]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


def as_table(found: list[NovelSpread]) -> str:
    rows = ["| novel | speakers | pairs | smallest | round robin | mean | round robin | alike % | round robin |"]
    rows.append("|---|---|---|---|---|---|---|---|---|")
    for one in found:
        ours, dealt = one.ours, one.round_robin
        cells = [one.novel, str(one.speakers), str(one.pairs)]
        cells += [f"{ours.smallest:.2f}", f"{dealt.smallest:.2f}", f"{ours.mean:.2f}", f"{dealt.mean:.2f}"]
        cells += [f"{ours.alike * 100:.1f}", f"{dealt.alike * 100:.1f}"]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
