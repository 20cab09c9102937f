"""What reports that nobody read may expect: ``python -m evals.unread``. Takes two or three minutes.

Trains topic, sieve, linker and joiner of incidents without the reports kept apart, and reads these with them:
neither a rule nor a weight has seen these reports, nor how the people who annotated them annotate. Beside each figure
stand those of the reports that rules and weights were made by: dev, and those of the same pool, outlets and kind of
annotators. ``second`` and ``people`` are of the second annotation of the reports kept apart: the reader's figures by
it, and how far both annotations agree.
``mixed-apart`` are reports that only speak of violence: one in four has no claim.
``open-alike`` are the open reports of the pool once more, short and long ones weighing as much as among those kept
apart: long ones are harder, and there are none kept apart any more (docs/decisions/0016). Below stands how the texts of
``samples/topics`` are read that are kept apart.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from evals import train_incidents, train_linker, train_sieve, train_topic
from evals.annotated import MIXED, SECOND, pool_sets
from evals.gold import GoldSet, gold_sets
from evals.invented import NEWS, NEWS_APART, POSTS, POSTS_APART, invented_set
from evals.slices import WHOLE
from evals.tally import Counts, Tally, add, tally_of
from evals.topics import APART, OPEN, Labelled, topic_texts
from marsad import pipeline, scoring
from marsad.claims import incident, linker, sieve, topic

# Where reports of one length end and those of the next begin, in letters: an alert, a news item, a report, a long one.
LENGTHS = (900, 1800, 3600)


def main() -> None:
    """Train on what was read, measure on what was not."""
    pool = {gold.name: gold for gold in pool_sets()}
    if not pool:
        raise SystemExit("unread: skipped: no shared gold data (../shared or MARSAD_SHARED)")
    tuned, untuned = [gold for gold in gold_sets() if gold.name == "dev"] + [pool["pool-open"]], pool["pool-apart"]
    known = taught_by([*(gold for gold in gold_sets() if gold.name in ("samples", "seed")), *tuned])
    invented = [invented_set(name) for name in (POSTS, POSTS_APART, NEWS, NEWS_APART)]
    mixed = [gold for gold in pool_sets(MIXED) if gold.name == "mixed-apart"]
    second = next(gold for gold in pool_sets(SECOND) if gold.name == "second-apart")
    read = {gold.name: tallies(gold, known) for gold in (*tuned, *invented, untuned, *mixed)}
    found = {name: add(each) for name, each in read.items()}
    found |= {"second": add(tallies(second, known)), "people": agreement(untuned, second)}
    open_reports = pool["pool-open"]
    seen, apart = (by_length(gold, read[gold.name]) for gold in (open_reports, untuned))
    alike = {name: of_like_lengths(seen, apart, name) for name in WHOLE}
    print(f"{'':10}" + "".join(f"{name:>12}" for name in (*found, "open-alike")))
    for name in WHOLE:
        counts = found[untuned.name].get(name)
        if counts is not None and counts.gold:
            row = "".join(f"{(each[name].f1 or 0.0):12.3f}" for each in found.values())
            told = f"{counts.right} right, {counts.predicted} read, {counts.gold} in gold"
            print(f"{name:10}{row}{alike[name]:12.3f}   {told}")
    print(told_apart(topic_texts(APART), known))


def told_apart(texts: Sequence[Labelled], known: pipeline.Knowledge) -> str:
    """How many of the texts that tell of a conflict are read as such, and what is read in the others."""
    read = [(text.conflict, len(pipeline.read(text.report, known).claims)) for text in texts]
    found = [claims for conflict, claims in read if conflict]
    others = [claims for conflict, claims in read if not conflict]
    return (
        f"topics-apart: {sum(map(bool, found))} of {len(found)} texts of a conflict have claims; "
        f"{sum(map(bool, others))} of {len(others)} others, {sum(others) / max(1, len(others)):.2f} claims a text"
    )


def agreement(first: GoldSet, second: GoldSet) -> Tally:
    """All figures of the second annotation, taken for a reading, by the first."""
    others = {one.report.id: one.truth for one in second.reports}
    return add(
        tally_of(scoring.score({one.report.id: one.truth}, {one.report.id: others[one.report.id]}))
        for one in first.reports
    )


def taught_by(taught: list[GoldSet]) -> pipeline.Knowledge:
    """The knowledge with models that learnt from these reports."""
    sifts = sieve.build(train_sieve.trained(taught))
    known = pipeline.load_knowledge(with_linker=False, with_sieve=False, with_joiner=False, with_topic=False)
    known.claims.sieve = sifts
    known.claims.linker = linker.build({"roles": train_linker.trained(taught, known)})
    known = replace(known, joiner=incident.build(train_incidents.trained(taught, known)))
    mixed = [gold for gold in pool_sets(MIXED) if gold.name == "mixed-open"]
    known.claims.topic = topic.build(train_topic.trained([*taught, *mixed, invented_set(NEWS)], topic_texts(OPEN)))
    return known


def tallies(gold: GoldSet, known: pipeline.Knowledge) -> list[Tally]:
    """All figures of some reports, one tally a report."""
    found = []
    for one in gold.reports:
        predicted = asdict(pipeline.read(one.report, known))
        found.append(tally_of(scoring.score({one.report.id: one.truth}, {one.report.id: predicted})))
    return found


def by_length(gold: GoldSet, found: Sequence[Tally]) -> Mapping[int, Tally]:
    """The figures of the reports of each length."""
    classes: dict[int, list[Tally]] = {}
    for one, tally in zip(gold.reports, found, strict=True):
        classes.setdefault(bisect_right(LENGTHS, len(one.report.text)), []).append(tally)
    return {length: add(each) for length, each in classes.items()}


def of_like_lengths(found: Mapping[int, Tally], like: Mapping[int, Tally], name: str) -> float:
    """A figure where what gold has in reports of each length weighs as much as in another set."""
    right = total = 0.0
    for length, others in like.items():
        counts, gold = found[length].get(name, Counts()), others.get(name, Counts()).gold
        if counts.gold:
            share = gold / counts.gold
            right += share * counts.right
            total += share * (counts.predicted + counts.gold)
    return 2 * right / total if total else 0.0


if __name__ == "__main__":
    main()
