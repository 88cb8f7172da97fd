"""Every fault by its name."""

from collections.abc import Callable, Iterator, Mapping

from fault_trials.bench import Bench, Trial
from fault_trials.damaging import damage_files
from fault_trials.disks import full_disk, limited_files, read_only
from fault_trials.killing import hang_worker, kill_all, kill_program, kill_worker, no_memory
from fault_trials.misdating import misdate, set_clock_back
from fault_trials.moving import move, move_build_meanwhile, move_from_under, move_project_meanwhile


def make_twice_at_once(bench: Bench) -> Iterator[Trial]:
    """Two makes of the same book at the same time."""
    for project in bench.new_books(max(1, bench.kills // 10)):
        running = [bench.start(project), bench.start(project)]
        yield bench.judge(project, "at once", *map(bench.end, running))


FAULTS: Mapping[str, Callable[[Bench], Iterator[Trial]]] = {
    "kill-all": kill_all,
    "kill-program": kill_program,
    "kill-worker": kill_worker,
    "hung-worker": hang_worker,
    "no-memory": no_memory,
    "damaged-file": damage_files,
    "two-at-once": make_twice_at_once,
    "full-disk": full_disk,
    "limited-files": limited_files,
    "read-only": read_only,
    "moved": move,
    "moved-meanwhile": move_project_meanwhile,
    "moved-from-under": move_from_under,
    "build-moved": move_build_meanwhile,
    "misdated": misdate,
    "clock-back": set_clock_back,
}
