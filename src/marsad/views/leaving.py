"""What leaves by an export of events or a brief: redacted unless all is asked for, and said in the log of a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from marsad.records import Event, Told
from marsad.views.redact import DEFAULT, FULL
from marsad.views.redact_events import Redacted

if TYPE_CHECKING:
    from marsad.store import Store


@dataclass(frozen=True, slots=True)
class Leaving:
    """Events and the claims behind them as they may leave; ``speaker`` gives a root claimant as it may be named."""

    events: tuple[Event, ...]
    told: dict[str, Told]
    speaker: Callable[[str], str]


def leaving(
    events: Sequence[Event], told: Mapping[str, Told], *,
    format: str, full: bool, decimals: int, store: Store | None, by: str | None, **more: Any,
) -> Leaving:  # fmt: skip
    """Events and claims under the profile; the log of the store they come from says who took what of it, and how."""
    profile = FULL if full else replace(DEFAULT, decimals=decimals)
    if store is not None:
        store.log_export(
            by=by, format=format, profile="full" if full else "redacted", decimals=profile.decimals,
            events=len(events), **more,
        )  # fmt: skip
    made = Redacted(told, profile)
    return Leaving(made.events(events), made.told, made.root)
