"""What is said on standard error about many reports: the first issues of each kind in full, the rest as a number."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from marsad.records import Issue, Reading
from marsad.reports import NOT_READ, Received, is_notice

SAID_IN_FULL = 5


def is_unread(reading: Reading) -> bool:
    """Whether the report could not be read at all."""
    return any(issue.reason in NOT_READ for issue in reading.issues)


class Notes:
    """Counts readings, claims and issues, and says them."""

    def __init__(self) -> None:
        self.reports = self.claims = self.unread = 0
        self._reasons: Counter[str] = Counter()

    def add(self, reading: Reading) -> None:
        """Count one reading; say its issues unless many of the kind were said already."""
        self.reports += 1
        self.claims += len(reading.claims)
        self.unread += is_unread(reading)
        self._say(reading.id, reading.issues)

    def without_notices(self, received: Iterable[Received]) -> Iterator[Received]:
        """The reports alone; what is no report but says something about many is said."""
        for item in received:
            if is_notice(item):
                self._say(item.id, item.issues)
            else:
                yield item

    def _say(self, about: str, issues: Iterable[Issue]) -> None:
        for issue in issues:
            self._reasons[issue.reason] += 1
            if self._reasons[issue.reason] <= SAID_IN_FULL:
                print(f"marsad: {about}: {issue.message}", file=sys.stderr)

    def close(self) -> None:
        """Say what was not said one by one, and for several reports what became of them."""
        for reason, times in self._reasons.items():
            if times > SAID_IN_FULL:
                print(f"marsad: {times - SAID_IN_FULL} more reports with the issue {reason}", file=sys.stderr)
        if self.reports > 1:
            print(f"marsad: {self.reports} reports, {self.claims} claims, {self.unread} not read", file=sys.stderr)
