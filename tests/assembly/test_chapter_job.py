import hashlib
import io
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile

from audiobook.assembly.chapter_job import ChapterJob, audio_key, render_chapter, retag_chapter, tags_key
from audiobook.assembly.tagging.tags import tag_length
from audiobook.codecs.loudness import block_energies, integrated_loudness
from audiobook.errors import OutputError, TakeLostError
from audiobook.model.speech import Pcm
from audiobook.model.timeline import Bed, Placement
from tests.assembly.building import RATE_HZ, MemoryTakes, Part, make_jobs, make_script, speech_like


def story(folder: Path, *, title: str = "The Ferry Book", takes: MemoryTakes | None = None) -> ChapterJob:
    sounds = {f"s{index}": speech_like(2.5, seed=index, peak=0.98) for index in range(4)}
    script = make_script(*(Part("It rained.", paragraph=index) for index in range(4)))
    return make_jobs(folder, script, takes or MemoryTakes(sounds), title=title)[0]


def decode(path: Path) -> npt.NDArray[np.float64]:
    samples, rate_hz = soundfile.read(io.BytesIO(path.read_bytes()))
    assert rate_hz == RATE_HZ
    decoded: npt.NDArray[np.float64] = samples
    return decoded


def true_peak_dbtp(samples: npt.NDArray[np.float64]) -> float:
    spectrum = np.fft.rfft(samples)
    padded = np.zeros(len(samples) * 2 + 1, dtype=complex)
    padded[: len(spectrum)] = spectrum
    return float(20 * np.log10(np.abs(np.fft.irfft(padded, len(samples) * 4) * 4).max()))


def audio_of(path: Path) -> bytes:
    content = path.read_bytes()
    return content[tag_length(content[:10]) :]


def test_decoded_chapter_has_the_level_of_its_profile(tmp_path: Path) -> None:
    job = story(tmp_path)
    render_chapter(job)
    samples = decode(tmp_path / job.file)
    energies = block_energies(np.rint(samples * 32767).astype(np.int16), RATE_HZ)
    assert integrated_loudness(energies) == pytest.approx(-19.0, abs=1.0)
    assert true_peak_dbtp(samples) <= -3.0


def test_decoded_chapter_is_as_long_as_its_timeline(tmp_path: Path) -> None:
    job = story(tmp_path)
    render_chapter(job)
    assert len(decode(tmp_path / job.file)) / RATE_HZ == pytest.approx(job.timeline.length_samples / RATE_HZ, abs=0.15)


def test_head_and_tail_are_silent(tmp_path: Path) -> None:
    job = story(tmp_path)
    render_chapter(job)
    samples = decode(tmp_path / job.file)
    assert np.abs(samples[: int(0.7 * RATE_HZ)]).max() < 0.001
    assert np.abs(samples[-int(3.4 * RATE_HZ) :]).max() < 0.001


def test_rendered_chapter_says_what_stands_on_disk(tmp_path: Path) -> None:
    job = story(tmp_path)
    released = render_chapter(job)
    content = (tmp_path / job.file).read_bytes()
    assert (released.size_bytes, released.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert (released.audio_key, released.tags_key) == (audio_key(job), tags_key(job))
    assert [path.name for path in tmp_path.iterdir()] == [job.file]


def test_same_job_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    job = story(tmp_path)
    first = render_chapter(job)
    assert render_chapter(pickle.loads(pickle.dumps(job))) == first


def test_new_tags_keep_the_audio_byte_for_byte(tmp_path: Path) -> None:
    job = story(tmp_path)
    released = render_chapter(job)
    before = audio_of(tmp_path / job.file)
    renamed = replace(story(tmp_path, title="Another Title"), takes=MemoryTakes())
    retagged = retag_chapter(renamed, released)
    assert audio_of(tmp_path / job.file) == before
    assert retagged.audio_key == released.audio_key
    assert retagged.tags_key != released.tags_key
    assert retagged.sha256 == hashlib.sha256((tmp_path / job.file).read_bytes()).hexdigest()


def test_lost_take_is_named_as_lost(tmp_path: Path) -> None:
    job = replace(story(tmp_path), takes=MemoryTakes())
    with pytest.raises(TakeLostError):
        render_chapter(job)
    assert list(tmp_path.iterdir()) == []


@dataclass
class FailingTakes(MemoryTakes):
    """Fails while the chapter is being mixed, some reads after its gain was worked out."""

    error: BaseException = field(default_factory=OSError)

    def read(self, key: str) -> Pcm:
        if len(self.reads) == 6:
            raise self.error
        return super().read(key)


@pytest.mark.parametrize(
    ("error", "seen"), [(OSError(28, "No space left on device"), OutputError), (KeyboardInterrupt(), KeyboardInterrupt)]
)
def test_failure_half_way_leaves_the_old_file_and_nothing_else(
    error: BaseException, seen: type[BaseException], tmp_path: Path
) -> None:
    job = story(tmp_path)
    (tmp_path / job.file).write_bytes(b"the old one")
    sounds = {f"s{index}": speech_like(2.5, seed=index, peak=0.98) for index in range(4)}
    with pytest.raises(seen):
        render_chapter(replace(job, takes=FailingTakes(sounds=sounds, error=error)))
    assert [path.name for path in tmp_path.iterdir()] == [job.file]
    assert (tmp_path / job.file).read_bytes() == b"the old one"


def test_folder_that_cannot_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "release").write_bytes(b"a file, not a folder")
    with pytest.raises(OutputError, match="release"):
        render_chapter(story(tmp_path / "release"))


Change = Callable[[ChapterJob], ChapterJob]


def with_placement(**changes: object) -> Change:
    def change(job: ChapterJob) -> ChapterJob:
        first: Placement = replace(job.timeline.placements[0], **changes)  # type: ignore[arg-type]
        return replace(job, timeline=replace(job.timeline, placements=(first, *job.timeline.placements[1:])))

    return change


BED = Bed(take_key="s0", start_sample=0, length_samples=9, gain_db=0.0)
SOUND_CHANGES: list[Change] = [
    with_placement(take_key="other"),
    with_placement(start_sample=1),
    with_placement(length_samples=1),
    with_placement(gain_db=1.5),
    lambda job: replace(job, timeline=replace(job.timeline, length_samples=1)),
    lambda job: replace(job, timeline=replace(job.timeline, rate_hz=24000)),
    lambda job: replace(job, profile=replace(job.profile, bit_rate_kbps=128)),
    lambda job: replace(job, profile=replace(job.profile, target_lufs=-16.0)),
    lambda job: replace(job, profile=replace(job.profile, room_tone_dbfs=-70.0)),
    lambda job: replace(job, profile=replace(job.profile, rms_least_dbfs=-22.0)),
    lambda job: replace(job, timeline=replace(job.timeline, fade_out_samples=1)),
    lambda job: replace(job, timeline=replace(job.timeline, beds=(BED,))),
    lambda job: replace(job, timeline=replace(job.timeline, beds=(replace(BED, take_key="other"),))),
    lambda job: replace(job, timeline=replace(job.timeline, beds=(replace(BED, envelope=((0, -1.0),)),))),
]
OTHER_CHANGES: list[Change] = [
    with_placement(segment_index=7),
    lambda job: replace(job, file="other.mp3"),
    lambda job: replace(job, tags=replace(job.tags, title="Other")),
    lambda job: replace(job, timeline=replace(job.timeline, chapter=9, scenes=())),
]


def test_every_change_of_sound_gives_a_key_of_its_own(tmp_path: Path) -> None:
    job = story(tmp_path)
    assert len({audio_key(change(job)) for change in SOUND_CHANGES}) == len(SOUND_CHANGES)


@pytest.mark.parametrize("change", SOUND_CHANGES)
def test_audio_key_changes_with_everything_that_is_heard(change: Change, tmp_path: Path) -> None:
    job = story(tmp_path)
    assert audio_key(change(job)) != audio_key(job)


@pytest.mark.parametrize("change", OTHER_CHANGES)
def test_audio_key_does_not_change_with_anything_else(change: Change, tmp_path: Path) -> None:
    job = story(tmp_path)
    assert audio_key(change(job)) == audio_key(job)


@pytest.mark.parametrize("changes", [{"title": "x"}, {"cover": b"x"}, {"number": 2}, {"total": 9}, {"scenes": ()}])
def test_tags_key_changes_with_everything_in_the_tags(changes: dict[str, object], tmp_path: Path) -> None:
    job = story(tmp_path)
    assert tags_key(replace(job, tags=replace(job.tags, **changes))) != tags_key(job)  # type: ignore[arg-type]


def test_room_tone_fills_the_pauses_of_the_finished_file(tmp_path: Path) -> None:
    job = story(tmp_path)
    job = replace(job, profile=replace(job.profile, room_tone_dbfs=-70.0))
    render_chapter(job)
    samples = decode(tmp_path / job.file)
    for pause in (samples[RATE_HZ // 10 : int(0.7 * RATE_HZ)], samples[-3 * RATE_HZ : -RATE_HZ // 2]):
        assert 20 * np.log10(np.sqrt(np.mean(np.square(pause)))) == pytest.approx(-70.4, abs=1.0)


def test_room_tone_is_the_same_every_time_and_another_in_another_chapter(tmp_path: Path) -> None:
    job = story(tmp_path)
    job = replace(job, profile=replace(job.profile, room_tone_dbfs=-60.0))
    first = render_chapter(job).sha256
    assert render_chapter(job).sha256 == first
    head = audio_of(tmp_path / job.file)[:2000]
    render_chapter(with_placement(take_key="s3")(job))
    assert audio_of(tmp_path / job.file)[:2000] != head
