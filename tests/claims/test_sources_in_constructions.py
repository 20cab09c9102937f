"""Every kind of speaker in every construction of attribution: who says it comes out the same, however it is put.

The sentences are invented and made by machine.
"""

from __future__ import annotations

import re

import pytest

from tests.claims.in_war import claims_of

# Speakers, with the gender of their verb.
SPEAKERS = {
    "المرصد السوري لحقوق الإنسان": "m",
    "وكالة سانا": "f",
    "مراسل الشبكة": "m",
    "مصدر عسكري": "m",
    "المتحدث باسم الجيش أحمد الخالد": "m",
    "ناشطون": "m",
    "شهود عيان": "m",
    "وزارة الدفاع التركية": "f",
    "مدير المرصد رامي عبد الرحمن": "m",
    "مصادر طبية": "f",
    "الدفاع المدني": "m",
    "رئيس الوزراء حيدر العبادي": "m",
    "صحيفة الوطن": "f",
    "قناة الجزيرة": "f",
    "الجيش الإسرائيلي": "m",
    "منظمة أطباء بلا حدود": "f",
    "العميد يحيى سريع": "m",
    "مسؤول أمريكي": "m",
    "حركة حماس": "f",
}
# What is said, as a verbal sentence and behind "that".
TOLD, THAT = "قصفت طائرات حربية بلدة سراقب وقتلت خمسة مدنيين", "طائرات حربية قصفت بلدة سراقب وقتلت خمسة مدنيين"
# Verbs in brackets take the gender of the speaker.
CONSTRUCTIONS = [
    f"(قال) {{s}} إن {THAT}.",
    f"(أفاد) {{s}} بأن {THAT}.",
    f"(ذكر) {{s}} أن {THAT}.",
    f"(أعلن) {{s}} أن {THAT}.",
    f"و(صرح) {{s}} أن {THAT}.",
    f"و(بين) {{s}} أن {THAT}.",
    f"و(أشار) {{s}} إلى أن {THAT}.",
    f"(أوضح) {{s}} لوكالة رويترز أن {THAT}.",
    f"(قال) {{s}} في بيان إن {THAT}.",
    f"(قال) {{s}}، أمس الأربعاء، إن {THAT}.",
    f"(قال) {{s}} إن المعارك مستمرة. و(أضاف) أن {THAT}.",
    f"{{s}} (قال) إن {THAT}.",
    f"وبحسب {{s}} فإن {THAT}.",
    f"وتحدث {{s}} للصحفيين لافتا إلى أن {THAT}.",
    f"ونقلت وكالة رويترز عن {{s}} أن {THAT}.",
    f"ونقلت وكالة رويترز عن {{s}} قوله إن {THAT}.",
    f"{TOLD}، بحسب {{s}}.",
    f"{TOLD}، وفق {{s}}.",
    f"{TOLD}، نقلا عن {{s}}.",
    f"{TOLD}، حسب ما (أفاد) {{s}}.",
    f"{TOLD}، كما (ذكر) {{s}}.",
    f"ووفق {{s}}، {TOLD}.",
    f"\n{{s}}: {TOLD}.",
    f"(قال) {{s}}: «{TOLD}».",
    f"«{TOLD}»، (قال) {{s}}.",
    f'"{TOLD}"، (قال) {{s}}.',
    f"{TOLD}، (قال) {{s}}.",
    "(أكد) {s} مقتل خمسة مدنيين في بلدة سراقب.",
    "(أعلن) {s} مقتل خمسة مدنيين في بلدة سراقب.",
    "و(وثق) {s} مقتل خمسة مدنيين في بلدة سراقب.",
    "و(لفت) {s} إلى مقتل خمسة مدنيين في بلدة سراقب.",
    "(كشف) {s} عن مقتل خمسة مدنيين في بلدة سراقب.",
    "و(تحدث) {s} عن مقتل خمسة مدنيين في بلدة سراقب.",
    "(نفى) {s} أن تكون طائرات حربية قصفت بلدة سراقب.",
]


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
@pytest.mark.parametrize("speaker", SPEAKERS)
def test_who_says_it(speaker: str, construction: str) -> None:
    feminine = SPEAKERS[speaker] == "f"
    text = re.sub(r"\((\w+)\)", lambda verb: _feminine(verb[1]) if feminine else verb[1], construction)
    text = text.format(s=speaker)
    claims = [claim for claim in claims_of(text) if claim.type in ("airstrike", "killed")]
    assert claims, text
    for claim in claims:
        assert any(speaker in source.text or source.text in speaker for source in claim.sources), text


def _feminine(verb: str) -> str:
    """The verb with a feminine subject."""
    return f"{verb[:-1]}ت" if verb.endswith("ى") else f"{verb}ت"


def test_a_verb_of_speech_that_leads_on_closes_nothing() -> None:
    claims = claims_of("قصفت طائرات حربية بلدة سراقب، وأضاف ناشطون أن خمسة مدنيين قتلوا.")
    assert [[source.text for source in claim.sources] for claim in claims] == [[], ["ناشطون"]]
