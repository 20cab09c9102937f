"""What leaves by an export of events or a brief: redacted unless all is asked for, and said in the log of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.records import Event, Told


@dataclass(frozen=True, slots=True)
class Leaving:
    """Events and the claims behind them as they may leave."""

    events: tuple[Event, ...]
    told: dict[str, Told]


def leaving(
    events: Sequence[Event], told: Mapping[str, Told], *,
    format: str, full: bool, decimals: int, store: str | None, by: str | None,
) -> Leaving:  # fmt: skip
    """Events and claims under the profile; where they come from a store, its log says what left it."""
    from marsad.views.redact import DEFAULT, FULL
    from marsad.views.redact_events import Redacted

    profile = FULL if full else replace(DEFAULT, decimals=decimals)
    if store is not None:
        from marsad.cli.store_option import opened, who

        with opened(store) as into:
            into.log_export(
                by=who(by), format=format, profile="full" if full else "redacted", decimals=profile.decimals,
                events=len(events),
            )  # fmt: skip
    made = Redacted(told, profile)
    return Leaving(made.events(events), made.told)
