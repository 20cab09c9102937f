"""``marsad gather``: the events of a store, brought up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from marsad.cli.options import PlacesOption, user_places
from marsad.cli.store_option import DEFAULT, Where, opened

if TYPE_CHECKING:
    from marsad.events import Rules
    from marsad.runs.gathering import Renewed
    from marsad.store import Store

HELP = """Gather the claims of a store into events and keep them there.

\b
  marsad gather --store war.sqlite            only near what came in or was judged since
  marsad gather --store war.sqlite --anew     all of it from nothing

`marsad add`, `judge`, `reread` and `remove` do so by themselves. After an upgrade that changes how events are made, the
next of them gathers all of it anew. Events that were merged or split leave a tombstone that says what they became.
"""


def gather(
    store: Where = DEFAULT,
    anew: Annotated[bool, typer.Option("--anew", help="Gather everything from nothing.")] = False,
    places: PlacesOption = None,
) -> None:
    """See :data:`HELP`."""
    with opened(store) as found:
        done = renewed(found, places, anew=anew)
        how = "from nothing" if done.is_whole else "near what changed"
        print(f"{store}: {done.events} events gathered {how}, {found.count_events()} in all")


def renew_events(store: Store, places: Path | None = None) -> None:
    """Bring the events of a store up to date, where they were gathered before."""
    if store.gathered() is not None:
        renewed(store, places)


def renewed(store: Store, places: Path | None = None, *, anew: bool = False, rules: Rules | None = None) -> Renewed:
    """The events of a store brought up to date by the rules of the registers; judgements left out are named."""
    from marsad.runs.gathering import bring_up_to_date
    from marsad.runs.versions import gathering_version

    own = user_places(places)

    def given() -> Rules:
        from marsad import pipeline

        return rules or pipeline.gathering_rules(pipeline.load_knowledge(with_ranker=False, places=own))

    done = bring_up_to_date(store, gathering_version(own), given, anew=anew)
    for issue in done.issues:
        print(f"marsad: {issue.message}", file=sys.stderr)
    return done
