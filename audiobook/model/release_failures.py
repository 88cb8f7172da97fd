"""What is wrong with a release, each trouble once with all the files that have it."""

from collections.abc import Sequence
from dataclasses import dataclass

from audiobook.model.release_check import CheckedFile, Measure, ProfileVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FailurePlace:
    """Where the same trouble gave the same figure.

    Attributes:
        where: "chapters 1, 2, 4", "all 12 files"; empty for the release as a whole.
    """

    figure: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One trouble of a release, wherever it occurs."""

    measure: Measure
    complaint: str
    wanted: str
    hint: str
    places: tuple[FailurePlace, ...]


def gather_failures(files: Sequence[CheckedFile], verdict: ProfileVerdict) -> tuple[Failure, ...]:
    """Put together what fails for the same reason, in the order of `Measure`."""
    order = list(Measure)
    found: dict[tuple[Measure, str, str, str], dict[str, list[CheckedFile]]] = {}
    for file, findings in [*zip(files, verdict.findings, strict=True), (None, verdict.about_release)]:
        for finding in findings:
            if finding.fails:
                trouble = (finding.measure, finding.complaint, finding.wanted, finding.hint)
                places = found.setdefault(trouble, {}).setdefault(finding.figure, [])
                places.extend([file] if file else [])
    return tuple(
        Failure(
            measure=measure,
            complaint=complaint,
            wanted=wanted,
            hint=hint,
            places=tuple(
                FailurePlace(figure=figure, where=_where(places, len(files))) for figure, places in figures.items()
            ),
        )
        for (measure, complaint, wanted, hint), figures in sorted(found.items(), key=lambda one: order.index(one[0][0]))
    )


def _where(places: Sequence[CheckedFile], file_count: int) -> str:
    if len(places) == file_count > 1:
        return f"all {file_count} files"
    numbers = [str(file.number) for file in places if file.number is not None]
    chapters = [f"chapter{'s' * (len(numbers) > 1)} {', '.join(numbers)}"] if numbers else []
    return ", ".join([*chapters, *(file.measured.file for file in places if file.number is None)])
