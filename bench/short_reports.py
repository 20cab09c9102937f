"""Short reports made from a key: one happening a town and day at most, told by several outlets in their own words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

# Towns with a name of their own far enough from each other that none is meant by another.
TOWNS = (
    "الرستن", "تدمر", "منبج", "الحسكة", "القامشلي", "درعا", "السويداء", "طرطوس", "الموصل", "تكريت", "كركوك", "الفلوجة",
    "البصرة", "الناصرية", "صعدة", "الحديدة", "المكلا", "مأرب", "مصراتة", "سرت", "درنة", "طبرق", "الفاشر", "نيالا",
)  # fmt: skip
DEEDS = (
    ("قتل {n} مدنيين في غارة جوية على مدينة {town}", "أسفرت غارة جوية على مدينة {town} عن مقتل {n} مدنيين"),
    ("أصيب {n} مدنيين بقصف مدفعي على مدينة {town}", "جرح {n} مدنيين جراء قصف مدفعي استهدف مدينة {town}"),
    ("قتل {n} أشخاص بانفجار سيارة مفخخة في مدينة {town}", "انفجار سيارة مفخخة في مدينة {town} يقتل {n} أشخاص"),
)
WHO = ("بحسب ناشطين", "وفق مصدر طبي", "حسب شهود عيان", "وفق ما أفادت مصادر محلية")
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
                "id": f"h{happening}-{number}", "text": f"{words} يوم أمس، {draw.choice(WHO)}.",
                "published": str(day + timedelta(days=1)), "outlet": f"outlet {draw.randrange(OUTLETS)}",
            }  # fmt: skip
            number += 1
        happening += 1


def key_of(report: str) -> str:
    """The happening that a report tells of."""
    return report.partition("-")[0]
