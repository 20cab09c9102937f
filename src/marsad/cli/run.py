"""``marsad run``: an archive read and gathered with all cores, or on a cluster, into tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.gathered import Toll
from marsad.cli.options import COLUMNS, PlacesOption, day, settings, user_places
from marsad.errors import SettingError

if TYPE_CHECKING:
    from marsad.runs.gather_run import Progress

HELP = """Read and gather a whole archive into tables: reports, readings, claims, events, issues, as Parquet.

\b
  marsad run archive/ out/                                    all cores of this machine
  marsad run crawl.warc.gz 2016.jsonl older.parquet out/ --workers 4
  marsad run --on dask s3://crawl/ s3://out/ --scheduler tcp://10.0.0.5:8786

The last path is where the tables go. A run that was cut off goes on with the same command; a report that ends its
worker, or takes too long, is set aside and said. manifest.json says what a run was made of: the same input, code and
settings give the same bytes, whoever does the work. marsad load brings the tables into a store.
"""
PATHS = "Files, folders or addresses of an object store, then where the tables go."


class On(StrEnum):
    """Who does the work."""

    local = "local"
    dask = "dask"


def run(
    paths: Annotated[list[str], typer.Argument(help=PATHS, metavar="INPUT… OUTPUT")],
    on: Annotated[On, typer.Option("--on", help="This machine alone, or the engine.")] = On.local,
    workers: Annotated[int, typer.Option(min=0, help="Processes; 0 for as many as there are cores.")] = 0,
    scheduler: Annotated[str | None, typer.Option(help="The engine that runs already: tcp://HOST:PORT.")] = None,
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    columns: Annotated[str | None, typer.Option(help=COLUMNS)] = None,
    places: PlacesOption = None,
    toll: Annotated[Toll, typer.Option(help="Which value of a figure is selected.")] = Toll.acled,
    judgements: Annotated[Path | None, typer.Option(help="What people decided: JSON Lines.")] = None,
    outlets: Annotated[Path | None, typer.Option(help="Whose side outlets are on: CSV with outlet, leaning.")] = None,
    longest: Annotated[float, typer.Option(min=1, help="Seconds a report may take before it is set aside.")] = 120.0,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.gathered import leanings
    from marsad.reports.columns import parsed
    from marsad.reports.readings import read_judgements
    from marsad.reports.received import Given
    from marsad.runs.job import Job
    from marsad.runs.run import run as run_all
    from marsad.runs.storage import Storage

    if len(paths) < 2:
        raise SettingError("expected one input at least and where the tables go, found one path; name both")
    *inputs, output = paths
    knobs, own = settings(allow_private=False), user_places(places)
    job = Job(
        Storage(output), knobs, parsed(columns), str(own) if own else None, leanings([], outlets), toll.value,
        tuple(read_judgements(judgements) if judgements else ()), longest,
    )  # fmt: skip
    given = Given(day(published), outlet, knobs)
    with _workers(on, workers, scheduler) as those, _shown() as tell:
        manifest = run_all(inputs, job, those, given, tell=tell)
    _say(manifest, output)


def _workers(on: On, count: int, scheduler: str | None) -> Any:
    """Those who do the work, as a context."""
    from marsad.runs.workers import Processes

    number = count or os.cpu_count() or 1
    if on is On.local:
        if scheduler is not None:
            raise SettingError("--scheduler: expected with --on dask, found --on local; leave one out")
        return Processes(number)
    from marsad.runs.dask import on_dask

    return on_dask(scheduler, number)


@contextmanager
def _shown() -> Iterator[Callable[[Progress], None]]:
    """A progress bar on standard error where a person watches; else nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def tell(progress: Progress) -> None:
            if progress.step not in tasks:
                tasks[progress.step] = bar.add_task(progress.step, total=progress.total)
            bar.update(tasks[progress.step], completed=progress.done, total=progress.total)

        yield tell


def _say(manifest: dict[str, Any], output: str) -> None:
    read, gathered = manifest["stages"]["reading"], manifest["stages"]["gathering"]["counts"]
    counts = read["counts"]
    print(
        f"{output}: {counts.get('readings', 0)} reports with {counts.get('claims', 0)} claims, "
        f"{gathered['events']} events"
    )
    for reason, times in sorted(read["issues"].items(), key=lambda each: (-each[1], each[0])):
        print(f"  issue {reason}: {times}")
    for origin, reason, message in manifest["notices"][:20]:
        print(f"marsad: {origin or reason}: {message}", file=sys.stderr)
