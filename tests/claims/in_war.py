"""Invented sentences read in a report of war, for the tests of words: by rules alone, or with the sieve beside them."""

from __future__ import annotations

from datetime import date
from functools import cache

from marsad.pipeline import Knowledge, load_knowledge, read
from marsad.records import Claim, Report

# A sentence of war, so that the report is one of conflict.
WAR = "قصفت قوات النظام بلدة النيرب بالمدفعية ما أدى إلى مقتل ثلاثة مدنيين. "


@cache
def _rules(*, sieve: bool) -> Knowledge:
    return load_knowledge(with_ranker=False, with_linker=False, with_sieve=sieve)


def claims_of(text: str, before: str = WAR, *, sieve: bool = True) -> list[Claim]:
    """The claims of a text that stands behind others in a report, with what the sieve takes back or without."""
    claims = read(Report("r", before + text, date(2021, 3, 10), "x"), _rules(sieve=sieve)).claims
    return [claim for claim in claims if claim.trigger.start >= len(before)]
