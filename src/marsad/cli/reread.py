"""``marsad reread``: after an upgrade, read again what was read by another version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.gather import renew_events
from marsad.cli.options import PlacesOption, user_places
from marsad.cli.store_option import DEFAULT, Where, opened

if TYPE_CHECKING:
    from marsad.records import Claim
    from marsad.store import Change

HELP = """Read the reports of a store again, where another code, lexicon, gazetteer or ranker read them.

\b
  marsad reread --store war.sqlite --diff --dry-run    what would change
  marsad reread --store war.sqlite --diff

Judgements stay on their claims. The reading before is kept and stays provable.
"""


def reread(
    store: Where = DEFAULT,
    diff: Annotated[bool, typer.Option("--diff", help="Show every claim that is gone, new or other.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Change nothing.")] = False,
    places: PlacesOption = None,
    jobs: Annotated[int, typer.Option(min=1, help="Processes that read side by side.")] = 1,
) -> None:
    """See :data:`HELP`."""
    from marsad.cli.progress import watched
    from marsad.runs.reread import reread as read_again
    from marsad.runs.versions import versions

    own = user_places(places)
    into, made_by = opened(store), versions(own)
    total = len(into.outdated(made_by))
    done = changed = gone = new = other = 0
    for change in watched(read_again(into, made_by, jobs=jobs, keeps=not dry_run, places=own), total):
        done += 1
        changed += bool(change.gone or change.new or change.other)
        gone, new, other = gone + len(change.gone), new + len(change.new), other + len(change.other)
        for line in lines(change) if diff else ():
            print(line)
        for judgement in change.judged_gone:
            print(f"! {change.report}: claim {judgement.claim} is gone; its judgement stays: {judgement.kind}")
    if done and not dry_run:
        renew_events(into, places)
    would = "would change" if dry_run else "changed"
    print(f"{done} reports read again, {changed} {would}: {gone} claims gone, {new} new, {other} other")


def lines(change: Change) -> list[str]:
    """The claims of one report that are gone, new or other."""
    found = [f"- {change.report}: {_short(claim)}" for claim in change.gone]
    found += [f"+ {change.report}: {_short(claim)}" for claim in change.new]
    for before, after in change.other:
        for name in (name for name in type(after).__dataclass_fields__ if _differs(before, after, name)):
            found.append(f"~ {change.report}: {_short(after)}: {name} {getattr(before, name)} → {getattr(after, name)}")
    return found


def _differs(before: Claim, after: Claim, name: str) -> bool:
    return bool(getattr(before, name) != getattr(after, name))


def _short(claim: Claim) -> str:
    words = " ".join(claim.trigger.text.split())
    return f"{claim.id} {claim.type} ({claim.status}) {words} [{claim.trigger.start}:{claim.trigger.end}]"
