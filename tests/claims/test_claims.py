"""What the rules make of one invented sentence: parties, number, place, source, day and status of its claims."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report, Span

DAY = date(2018, 10, 9)


@cache
def rules() -> Knowledge:
    """Without the ranker, which judges lone sentences: what the rules alone make of one."""
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def claims(text: str, *, id: str = "sample", published: date | None = DAY) -> list[Claim]:
    return list(pipeline.read(Report(id, text, published), rules()).claims)


def only(text: str, kind: str) -> Claim:
    (claim,) = (claim for claim in claims(text) if claim.type == kind)
    return claim


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.text for span in spans]


@pytest.mark.parametrize(
    ("text", "kind", "agents", "targets"),
    [
        ("اعتقلت الشرطة أربعة متظاهرين في مدينة بغداد أمس.", "arrested", ["الشرطة"], ["متظاهرين"]),
        ("خطف مسلحون مجهولون طبيباً في مدينة السويداء.", "abducted", ["مسلحون مجهولون"], ["طبيباً"]),
        ("قتل ثلاثة جنود على يد مسلحين في مدينة درعا.", "killed", ["مسلحين"], ["جنود"]),
        ("سيطرت قوات سوريا الديمقراطية على مدينة منبج.", "control_gain", ["قوات سوريا الديمقراطية"], []),
        ("أفرجت الفصائل عن سبعة محتجزين في مدينة إدلب.", "released", ["الفصائل"], ["محتجزين"]),
        ("نزحت مئات العائلات من مدينة عفرين.", "displaced", [], ["العائلات"]),
    ],
)
def test_parties_are_who_did_it_and_whom_it_befell(text: str, kind: str, agents: list[str], targets: list[str]) -> None:
    claim = only(text, kind)
    assert (words(claim.agents), words(claim.targets)) == (agents, targets)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("قتل خمسة جنود في مدينة درعا.", "killed", 5, 5),
        ("قتل جنديان في مدينة درعا.", "killed", 2, 2),
        ("أصيب أكثر من عشرين شخصاً في انفجار في مدينة كركوك.", "wounded", 21, None),
        ("نزحت مئات العائلات من مدينة عفرين.", "displaced", 100, 999),
    ],
)
def test_a_number_has_the_bounds_its_words_give(text: str, kind: str, low: int, high: int | None) -> None:
    count = only(text, kind).count
    assert count is not None
    assert (count.low, count.high) == (low, high)


def test_those_among_the_dead_are_a_claim_beside_their_total() -> None:
    text = "قتل 12 مدنياً بينهم أربعة أطفال في غارة جوية على مدينة إدلب."
    found = [
        (claim.count.low, words(claim.targets)) for claim in claims(text) if claim.type == "killed" and claim.count
    ]
    assert found == [(12, ["مدنياً"]), (4, ["أطفال"])]


def test_a_number_of_dead_and_wounded_together_leaves_one_at_least_to_each() -> None:
    text = "قتل وأصيب عشرة مدنيين في قصف على مدينة دوما."
    for kind in ("killed", "wounded"):
        count = only(text, kind).count
        assert count is not None
        assert (count.low, count.high) == (1, 9)


def test_tanks_destroyed_are_the_item_and_not_the_target() -> None:
    claim = only("دمر مقاتلو المعارضة ثلاث دبابات في مدينة خان شيخون.", "equipment_loss")
    assert claim.item is not None
    assert (claim.item.text, claim.item.weapon_class, claim.outcome) == ("دبابات", "tank", "destroyed")
    assert claim.targets == ()


def test_the_weapon_says_of_what_type_a_strike_is() -> None:
    claim = only("استهدف الثوار دبابة لقوات النظام بصاروخ تاو في ريف حماة.", "shelling")
    assert words(claim.weapons) == ["صاروخ تاو"]
    assert "rule:mode-by-weapon" in claim.because


def test_two_towns_under_one_noun_are_two_places() -> None:
    assert words(only("قصفت المدفعية بلدتي نبل والزهراء.", "shelling").places) == ["نبل", "الزهراء"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("قالت وزارة الدفاع إن خمسة جنود قتلوا في مدينة درعا الأحد.", ["وزارة الدفاع"]),
        ("قتل خمسة جنود في مدينة درعا، بحسب وزارة الدفاع.", ["وزارة الدفاع"]),
        ("أفاد مراسلنا بمقتل خمسة جنود في مدينة درعا.", ["مراسلنا"]),
        ("قتل خمسة جنود في مدينة درعا.", []),
    ],
)
def test_the_source_is_whoever_says_it(text: str, sources: list[str]) -> None:
    assert words(only(text, "killed").sources) == sources


def test_an_agency_stands_behind_those_it_quotes() -> None:
    claim = only("نقلت وكالة رويترز عن شهود عيان قولهم إن مسلحين هاجموا حاجزاً في مدينة الموصل.", "attack")
    assert words(claim.sources) == ["شهود عيان", "وكالة رويترز"]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("قصفت قوات النظام بلدة دوما بالمدفعية الثقيلة صباح اليوم.", "shelling", "asserted"),
        ("لم تقصف الطائرات بلدة دوما.", "airstrike", "denied"),
        ("نفت الوزارة مقتل خمسة جنود في مدينة درعا.", "killed", "denied"),
        ("ستقصف قوات النظام مدينة إدلب.", "shelling", "planned"),
        ("تحاول قوات النظام السيطرة على بلدة كفرنبودة.", "control_gain", "planned"),
        ("أنباء عن مقتل خمسة مدنيين في مدينة الرقة.", "killed", "rumoured"),
        ("وكان الجيش قد قصف مدينة حلب قبل أسبوع.", "shelling", "background"),
        ("يذكر أن مدينة دوما تعرضت لقصف مدفعي.", "shelling", "background"),
    ],
)
def test_cues_tell_whether_it_happened(text: str, kind: str, status: str) -> None:
    assert only(text, kind).status == status


@pytest.mark.parametrize(
    ("time", "day"),
    [("أمس", "2018-10-08"), ("اليوم", "2018-10-09"), ("يوم الأحد", "2018-10-07"), ("قبل أسبوع", "2018-10-02")],
)
def test_a_relative_time_counts_from_the_day_of_publication(time: str, day: str) -> None:
    claim = only(f"قتل خمسة جنود في مدينة درعا {time}.", "killed")
    assert claim.time is not None
    assert (claim.time.text, claim.date_from, claim.date_to) == (time, day, day)


TWO = "قتل خمسة جنود وأصيب سبعة آخرون في هجوم على مدينة درعا."


def test_the_id_of_a_claim_needs_report_and_trigger_and_not_the_day() -> None:
    ids = [claim.id for claim in claims(TWO)]
    assert ids == [claim.id for claim in claims(TWO, published=None)]
    assert not set(ids) & {claim.id for claim in claims(TWO, id="other")}
    assert len(set(ids)) == len(ids)


def test_every_claim_says_why_it_is_there() -> None:
    found = claims(TWO)
    assert found
    assert all(claim.because[0].startswith("lexicon:") for claim in found)


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        ("قصفت الطائرات القرى والبلدات المحررة في ريف إدلب.", "airstrike", ["القرى والبلدات المحررة"]),
        ("اقتحم الثوار تحصينات وتجمعات الجيش في مدينة حلب.", "attack", ["تحصينات وتجمعات الجيش"]),
    ],
)
def test_two_heads_with_one_tail_are_one_target(text: str, kind: str, targets: list[str]) -> None:
    assert words(only(text, kind).targets) == targets


def test_two_adjectives_of_one_source_are_one_source() -> None:
    claim = only("قالت مصادر أمنية وطبية إن ثلاثة جنود قتلوا في مدينة درعا.", "killed")
    assert words(claim.sources) == ["مصادر أمنية وطبية"]


def test_what_goes_on_is_not_dated_by_what_was_told_before() -> None:
    text = "قتل خمسة جنود في هجوم على مدينة درعا أمس. وواصلت الطائرات غاراتها على مدينة دوما."
    assert {claim.date_from for claim in claims(text) if claim.type == "airstrike"} == {None}
    assert {claim.date_from for claim in claims(text) if claim.type == "killed"} == {"2018-10-08"}


def test_the_day_of_talks_is_not_the_day_of_their_subject() -> None:
    text = "قتل جندي في مدينة حلب. وقال الوزير إن محادثات ستجري في جنيف غداً حول خروج المقاتلين من حلب."
    assert {claim.date_from for claim in claims(text) if claim.type == "withdrawal"} == {None}


def test_who_attacked_is_whom_the_defenders_killed() -> None:
    text = "شنت قوات الأسد هجوماً على حي الإذاعة، وتصدى الثوار للهجوم وقتلوا أكثر من 20 عنصراً وجرحوا عشرات آخرين."
    found = {claim.type: words(claim.targets) for claim in claims(text)}
    assert found["repel"] == found["killed"] == found["wounded"] == ["قوات الأسد"]


def test_a_list_goes_on_after_and_also() -> None:
    text = "استعاد الثوار السيطرة على دوار الحاووظ، وأيضا على كامل حيي القاطرجي وكرم الطحان."
    assert words(only(text, "control_gain").places) == ["دوار الحاووظ", "القاطرجي", "كرم الطحان"]


def test_a_formula_behind_the_sentence_keeps_the_speaker_before_out() -> None:
    text = "قالت شبكة شام إن القصف استهدف مدينة دوما. ورفضت الفصائل الخروج مؤكدة العزم على القتال، وفق ما قال متحدث."
    assert all(
        "شام" not in source.text for claim in claims(text) if claim.type == "threaten" for source in claim.sources
    )


def test_who_foils_an_attack_does_not_launch_it() -> None:
    text = "قتل جندي في مدينة درعا. وتمكنت الوحدات العسكرية من إحباط هجوم استهدف الثكنة العسكرية."
    found = {claim.type: words(claim.agents) for claim in claims(text)}
    assert found["repel"] == ["الوحدات العسكرية"]
    assert "الوحدات العسكرية" not in found["attack"]


def test_a_bare_number_counts_those_that_the_number_beside_it_counts() -> None:
    text = "قتل 5 وأصيب 11 آخرين من الحوثيين في مدينة تعز."
    assert words(only(text, "killed").targets) == ["الحوثيين"]


def test_a_breakdown_behind_a_colon_is_claimed_part_by_part() -> None:
    text = "قتل 18 شخصاً في مدينة دير الزور، هم: 2 مدنيين، و13 من المسلحين، و3 عناصر من قسد."
    assert [claim.count.low for claim in claims(text) if claim.type == "killed" and claim.count] == [18, 2, 13, 3]


def test_who_is_buried_was_killed_before() -> None:
    text = "قصفت الطائرات مدينة دوما أثناء تشييع الشهداء في المدينة."
    assert {claim.type for claim in claims(text)} == {"airstrike"}


def test_a_spokesman_is_named_with_whom_he_speaks_for() -> None:
    text = "وقال الناطق باسم الجيش اليمني إن ثلاثة جنود قتلوا في مدينة تعز."
    assert words(only(text, "killed").sources) == ["الناطق باسم الجيش اليمني"]


def test_a_verb_of_speech_behind_and_has_no_subject_before_it() -> None:
    text = "قال مصدر طبي إن قصفاً على مدينة دوما قتل ضابطاً برتبة نقيب، وأضاف أن خمسة جنود جرحوا."
    assert "نقيب" not in [word for claim in claims(text) for word in words(claim.sources)]


def test_a_dateline_is_no_place() -> None:
    text = "دبي، الإمارات العربية المتحدة (CNN) – لقي تسعة أشخاص مصرعهم في هجوم على مقر في طرابلس."
    assert all("دبي" not in words(claim.places) for claim in claims(text))


def test_how_long_a_siege_lasts_dates_nothing_else() -> None:
    text = "قصفت الطائرات الغوطة الشرقية المحاصرة منذ عام 2013، ما أسفر عن مقتل 14 مدنياً."
    assert {claim.date_from for claim in claims(text) if claim.type == "killed"} == {None}


def test_whose_attempt_was_foiled_is_the_target() -> None:
    text = "أحبطت قوات الجيش عدة محاولات تقدم للحوثيين شمال مدينة حيس وقتلت عشرين منهم."
    (targets,) = (claim.targets for claim in claims(text) if claim.type == "repel")
    assert [target.actor for target in targets] == ["ye-houthis"]


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت الفصائل معركة «فجر الريف» وقتل خمسة جنود في مدينة حماة.",
        "أعلنت الفصائل بدء معركة أطلقت عليها اسم «فجر الريف» وقتل خمسة جنود في مدينة حماة.",
        "أفرجت الفصائل عن خمسة جنود محتجزين لدى «فجر الريف» في مدينة حماة.",
    ],
)
def test_a_word_in_the_name_of_a_battle_is_no_happening(text: str) -> None:
    assert "bombing" not in {claim.type for claim in claims(text)}
