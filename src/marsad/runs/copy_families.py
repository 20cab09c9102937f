"""Who repeats whose text, after some reports changed: only reports that share claims with them are looked at again.

A report is compared with those told before it, so changes go forward in the order of telling: the first that may have
changed is decided, and where its decision is another one, those after it that it may bear on wait in turn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from marsad.events.copies import FEWEST_CLAIMS, MOST_SHARING, UNDATED, UNNAMED, copied_from, marks_of
from marsad.records import Told
from marsad.store.ledger import Ledger, Order, Teller


def settle(ledger: Ledger, touched: Collection[str], told: Mapping[str, Sequence[Told]]) -> set[str]:
    """Decide anew who repeats whom; the reports of which it is said otherwise now, those touched included."""
    return _Family(ledger).settle(touched, told)


class _Family:
    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._waiting: list[Order] = []
        self._known: set[Order] = set()
        self._changed: set[str] = set()

    def settle(self, touched: Collection[str], told: Mapping[str, Sequence[Told]]) -> set[str]:
        """See :func:`settle`."""
        ledger = self._ledger
        before = ledger.tellers(touched)
        now = {teller: own for report, group in told.items() for teller, own in [_teller(report, group)]}
        changed = {report for report in touched if not self._is_same(before.get(report), now, report)}
        for report in sorted(changed & set(before)):
            if before[report].told_by is None:
                self._follow(before[report], ledger.marks_of(report))
        ledger.drop_tellers(changed)
        fresh = {teller: own for teller, own in now.items() if teller.report in changed}
        ledger.put_tellers(fresh, are_decided=False)
        for report in sorted(changed):
            self._push(each.order for each in ledger.repeating(report))
        self._push(teller.order for teller in fresh)
        undecided = {teller.report for teller in fresh}
        while self._waiting:
            self._decide(heappop(self._waiting)[1], undecided)
        return self._changed | changed

    def _is_same(self, old: Teller | None, now: Mapping[Teller, Collection[int]], report: str) -> bool:
        """Whether a report tells with the same words, on the same day, as it did."""
        new = next((teller for teller in now if teller.report == report), None)
        if old is None or new is None:
            return old is new
        same = (old.day, old.outlet, old.copy_of) == (new.day, new.outlet, new.copy_of)
        return same and self._ledger.marks_of(report) == now[new]

    def _decide(self, report: str, undecided: Collection[str]) -> None:
        own = self._ledger.tellers([report]).get(report)
        if own is None:
            return
        marks = self._ledger.marks_of(report)
        root, told_by = self._repeats(own, marks)
        was_original = own.told_by is None and report not in undecided
        is_original = told_by is None
        if (root, told_by) == (own.root, own.told_by) and was_original == is_original:
            return
        if was_original and not is_original:
            self._follow(own, marks)
        self._ledger.decide(report, root, told_by, is_original=is_original)
        if is_original and not was_original:
            self._follow(own, marks)
        if told_by != own.told_by or report in undecided:
            self._changed.add(report)
            self._push(each.order for each in self._ledger.repeating(report) if each.order > own.order)

    def _repeats(self, own: Teller, marks: Collection[int]) -> tuple[str | None, str | None]:
        """The report that this one repeats, and the outlet that first told that text."""
        root = own.copy_of
        if root is None:
            counts: dict[str, int] = defaultdict(int)
            for orders in self._ledger.originals(marks, MOST_SHARING, own.order).values():
                for _, earlier in orders:
                    counts[earlier] += 1
            near = {earlier: times for earlier, times in counts.items() if times >= FEWEST_CLAIMS}
            sizes = {each.report: each.marks for each in self._ledger.tellers(near).values()}
            root = copied_from(own.marks, near, sizes)
        first = self._ledger.tellers([root]).get(root) if root is not None else None
        if first is None:
            return None, None
        told_by = first.told_by if first.order < own.order else None
        return root, told_by or first.outlet or UNNAMED

    def _follow(self, teller: Teller, marks: Collection[int]) -> None:
        """Those wait that may repeat this report, and those that may repeat one it keeps out of a mark's first."""
        self._push(self._ledger.sharing(marks, teller.order, FEWEST_CLAIMS))
        kept_out = {
            orders[MOST_SHARING]
            for orders in self._ledger.originals(marks, MOST_SHARING + 1).values()
            if len(orders) > MOST_SHARING
        }
        for order in sorted(kept_out):
            self._push(self._ledger.sharing(self._ledger.marks_of(order[1]), order, FEWEST_CLAIMS))

    def _push(self, orders: Iterable[Order]) -> None:
        for order in orders:
            if order not in self._known:
                self._known.add(order)
                heappush(self._waiting, order)


def _teller(report: str, group: Sequence[Told]) -> tuple[Teller, frozenset[int]]:
    """A report as it is kept, with the marks of its claims."""
    first, marks = group[0], marks_of(group)
    day = first.published.isoformat() if first.published else UNDATED
    return Teller(report, day, first.outlet, first.copy_of, len(marks)), marks
