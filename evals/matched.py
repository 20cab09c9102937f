"""The claims that the rules find in an annotated report beside those of its gold: where trainings begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from evals.gold import GoldReport
from marsad import pipeline
from marsad.arabic.words import Word
from marsad.claims.build import Builder
from marsad.claims.draft import Draft
from marsad.claims.naming import Namer
from marsad.claims.scene import Scene
from marsad.scoring.align import align


def matched(
    report: GoldReport,
    words: Sequence[Word],
    drafts: Sequence[Draft],
    scenes: Sequence[Scene],
    known: pipeline.Knowledge,
) -> tuple[Builder, dict[int, Any]]:
    """What builds the records of a report, and the gold claim of each draft that has one, under its identity.

    ``drafts``: at least one, with the ``scenes`` and ``words`` they were read from.
    """
    told = report.report
    namer = Namer(known.actors, known.weapons, known.gazetteer, scenes, told.published, told.outlet)
    builder = Builder(told.id, told.text, words, scenes[0].line.infos, namer.naming())
    predicted = [asdict(builder.claim(draft)) for draft in drafts]
    pairs = align(report.truth["claims"], predicted)
    truths = {id(ours): gold for gold, ours in pairs if gold["type"] == ours["type"]}
    of_drafts = ((draft, truths.get(id(ours))) for draft, ours in zip(drafts, predicted, strict=True))
    return builder, {id(draft): gold for draft, gold in of_drafts if gold is not None}
