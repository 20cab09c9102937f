"""Short reports made from a key: one happening a town and day at most, told by several outlets in their own words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

WORDS = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
TOWNS, DEEDS, WHO = WORDS["towns"], WORDS["deeds"], WORDS["who"]
OUTLETS = 40
EACH = 3


def short_reports(count: int) -> Iterator[dict[str, Any]]:
    """So many reports, in the order of their days; some happenings are told by one outlet, some by five."""
    draw = random.Random(5)
    number = happening = 0
    while number < count:
        day = date(2012, 1, 1) + timedelta(days=happening // len(TOWNS) % 3_600)
        town, forms = TOWNS[happening % len(TOWNS)], DEEDS[draw.randrange(len(DEEDS))]
        toll = draw.randint(3, 10)
        for _ in range(min(draw.randint(1, 2 * EACH - 1), count - number)):
            words = draw.choice(forms).format(n=toll, town=town)
            yield {
                "id": f"h{happening}-{number}", "text": WORDS["sentence"].format(words=words, who=draw.choice(WHO)),
                "published": str(day + timedelta(days=1)), "outlet": f"outlet {draw.randrange(OUTLETS)}",
            }  # fmt: skip
            number += 1
        happening += 1


def key_of(report: str) -> str:
    """The happening that a report tells of."""
    return report.partition("-")[0]
