"""``marsad add``: reports into the store, each once."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated, Any

import typer

from marsad.cli.gather import renewed
from marsad.cli.options import ALLOW_PRIVATE, COLUMNS, PATHS, PlacesOption, day, settings, user_places
from marsad.cli.store_option import DEFAULT, Where, opened, since_day

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from pathlib import Path

    from marsad.runs.intake import Step, Summary

HELP = """Take reports into a store, read them and keep both.

\b
  marsad add reports/ --store war.sqlite
  marsad add today.jsonl --store war.sqlite --since 2016-12-01
  marsad add reports/ --store war.sqlite --dry-run     what is new, without keeping anything

What is there already adds nothing: the same command continues a run that was cut off. Copies of a report and edits of
a page are linked with their first. The bytes are kept under their SHA-256, and every act goes into the log. At the end
the events near what came in are gathered again.
Exit code 0: all read; 1: some could not be read; 2: the command itself cannot be.
"""
SAID_IN_FULL = 5
# Left out as asked: no failure.
NO_FAILURE = ("too_old",)


def add(
    paths: Annotated[list[str], typer.Argument(help=PATHS, metavar="PATH…")],
    store: Where = DEFAULT,
    published: Annotated[str | None, typer.Option(help="The day the reports were published: YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    since: Annotated[str | None, typer.Option(help="Leave out what was published before this day.")] = None,
    columns: Annotated[str | None, typer.Option(help=COLUMNS)] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help=ALLOW_PRIVATE)] = False,
    places: PlacesOption = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what is new; keep nothing.")] = False,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read side by side.")] = 1,
    gathers: Annotated[
        bool, typer.Option("--gather/--no-gather", help="Bring the events up to date at the end.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.progress import watched
    from marsad.reports import expected, receive
    from marsad.reports.columns import parsed

    ahead = early(jobs, places) if jobs > 1 and not dry_run and not _is_there(store) else nullcontext()
    with ahead as readers:
        from marsad.runs.intake import Summary, add_all, look_at
        from marsad.runs.versions import versions

        given, first, total = day(published), since_day(since), expected(paths)
        received = receive(
            paths, published=given, outlet=outlet, columns=parsed(columns), stdin=sys.stdin.buffer.read,
            settings=settings(allow_private=allow_private),
        )  # fmt: skip
        summary, told, into = Summary(), Told(), None
        if dry_run and not _is_there(store):
            steps = look_at(received, None, since=first)
        else:
            into, own = opened(store, create=not dry_run), user_places(places)
            steps = look_at(received, into, since=first) if dry_run else add_all(
                received, into, versions(own), jobs=jobs, since=first, places=own, readers=readers
            )  # fmt: skip
        for step in watched(steps, total, "Adding"):
            summary.take(step)
            told.tell(step)
        say(summary, store, as_json=as_json, is_dry=dry_run)
        if gathers and into is not None and not dry_run and summary.outcomes["added"]:
            renewed(into, places)
        if any(reason not in NO_FAILURE for reason in summary.skipped):
            raise typer.Exit(1)


def early(jobs: int, places: Path | None) -> Executor:
    """Readers that load while a new store is made: in a new store everything is new, so they will be needed."""
    import marsad.runs.made  # noqa: F401 - what readers make: loaded once, for all that are forked from here
    from marsad.runs.local import started

    return started(jobs, user_places(places))


def _is_there(store: str) -> bool:
    from pathlib import Path

    return "://" in store or Path(store).exists()


class Told:
    """Says issues on standard error: the first of each kind in full."""

    def __init__(self) -> None:
        self._reasons: Counter[str] = Counter()

    def tell(self, step: Step) -> None:
        """Say the issues of one report."""
        for issue in step.issues:
            self._reasons[issue.reason] += 1
            if self._reasons[issue.reason] <= SAID_IN_FULL:
                print(f"marsad: {step.id}: {issue.message}", file=sys.stderr)


def say(summary: Summary, store: str, *, as_json: bool, is_dry: bool) -> None:
    """Print what became of the reports."""
    if as_json:
        print(json.dumps(summary_dict(summary), ensure_ascii=False))
        return
    done = summary.outcomes
    if is_dry:
        print(f"{done['new']} new, {done['known']} there already, {done['skipped']} to be skipped; nothing was kept")
    else:
        linked = (
            f" ({summary.copies} copies, {summary.versions} newer versions)"
            if summary.copies + summary.versions
            else ""
        )
        claims, known, skipped = summary.claims, done["known"], done["skipped"]
        print(
            f"{store}: {done['added']} reports added{linked} with {claims} claims, "
            f"{known} there already, {skipped} skipped"
        )
        if done["forgotten"]:
            print(f"  the bytes of {done['forgotten']} reports forgotten, as keep_originals_days says")
    for title, reasons in (("skipped", summary.skipped), ("issue", summary.issues)):
        for reason, times in reasons.most_common():
            print(f"  {title} {reason}: {times}")


def summary_dict(summary: Summary) -> dict[str, Any]:
    """The summary as plain data."""
    return {
        "added": summary.outcomes["added"], "known": summary.outcomes["known"], "new": summary.outcomes["new"],
        "skipped": dict(summary.skipped), "issues": dict(summary.issues), "claims": summary.claims,
        "copies": summary.copies, "versions": summary.versions, "forgotten": summary.outcomes["forgotten"],
    }  # fmt: skip
