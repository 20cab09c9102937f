"""Which place and which day hold for a claim whose own sentence says neither: read on Tuesday 9 October 2018."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from marsad import pipeline
from marsad.pipeline import Knowledge
from marsad.records import Claim, Report

DAY = date(2018, 10, 9)
LEAD = "قصفت الطائرات الحربية مدينة سراقب أمس الاثنين، ما أدى إلى مقتل 3 مدنيين.\n"
FILLER = "وتحدث السكان عن ليلة صعبة في الأقبية.\nوطلب الأهالي من المنظمات دواء وخبزاً.\nوما زالت الأسواق مغلقة.\n"


@cache
def rules() -> Knowledge:
    return pipeline.load_knowledge(with_ranker=False, with_linker=False, with_sieve=False)


def last(text: str, published: date | None = DAY) -> Claim:
    """The last claim of a report."""
    return list(pipeline.read(Report("sample", text, published), rules()).claims)[-1]


def test_the_day_of_the_lead_holds_further_down() -> None:
    assert last(LEAD + FILLER + "وأصيب في القصف 5 أشخاص.").date_from == "2018-10-08"


@pytest.mark.parametrize(
    "sentence",
    [
        "وتشهد المنطقة قصفاً من قبل قوات النظام.",
        "ويتعرض المخيم لقصف من مواقع قوات النظام.",
        "وواصلت قوات النظام قصفها على البلدة.",
        "وتعتزم الفصائل شن هجوم على مواقع قوات النظام.",
        "وأغلقت الطرق نحو بلدة بنش حيث تدور اشتباكات بين الفصائل وقوات النظام.",
        "وانتقد السكان روسيا التي تشن ضربات جوية على مواقع الفصائل في مدينة إدلب.",
        "ويشار إلى أن معارك عنيفة وقعت في مدينة إدلب بين الفصائل وقوات النظام.",
        "وقال ناشطون إن الفصائل سيطرت على بلدة بنش.",
        "وقال ناشطون إن قوات النظام اعتقلت خمسة شبان في بلدة بنش.",
        "وتظاهر عشرات الأهالي في بلدة بنش.",
    ],
)
def test_what_is_so_in_general_or_yet_to_come_has_no_day_of_the_narrative(sentence: str) -> None:
    assert last(LEAD + FILLER + sentence).date_from is None


def test_what_goes_on_as_it_is_told_has_no_day_of_the_narrative_but_in_a_post() -> None:
    told = LEAD + FILLER + "وتقصف قوات النظام بلدة بنش."
    assert last(told).date_from == "2018-10-08"
    assert last(told.replace("\n", " ")).date_from is None


def test_what_a_speaker_of_the_next_sentence_tells_has_the_day_of_the_narrative() -> None:
    assert last(LEAD + "وقال ناشطون إن قوات النظام اعتقلت خمسة شبان في بلدة بنش.").date_from == "2018-10-08"
    assert last(LEAD + "وتظاهر عشرات الأهالي في بلدة بنش.").date_from == "2018-10-08"


@pytest.mark.parametrize(
    "sentence",
    [
        "وخلال السنوات الماضية شنت الطائرات الحربية غارات على مواقع الفصائل.",
        "وشنت الطائرات الحربية غارات شبه يومية على مواقع الفصائل.",
    ],
)
def test_what_went_on_over_years_has_no_place_of_the_narrative(sentence: str) -> None:
    assert last(LEAD + sentence).places == ()


def test_what_is_sent_is_told_with_its_place() -> None:
    assert last(LEAD + "واستقدمت قوات النظام تعزيزات عسكرية كبيرة.").places == ()


def test_what_causes_a_result_is_no_present() -> None:
    assert last(LEAD + "واستمر القصف ساعات، مما تسبب بإصابة 5 أشخاص.").date_from == "2018-10-08"


def test_the_day_of_an_admission_does_not_date_what_is_admitted() -> None:
    assert last("أقر التحالف الدولي، الجمعة، بمقتل 9 مدنيين في ضربات جوية على مدينة الرقة.").time is None


@pytest.mark.parametrize(
    "text",
    [
        "أكد مصدر عسكري اليوم الأحد، مقتل 6 مسلحين في مدينة الرقة.",
        "وثق المرصد أمس مقتل 6 مسلحين في مدينة الرقة.",
    ],
)
def test_the_day_of_a_statement_does_not_date_what_it_names(text: str) -> None:
    assert last(text).time is None


def test_the_day_of_a_statement_dates_what_was_begun_with_it() -> None:
    assert last("أعلن الجيش، اليوم الأربعاء بدء إجلاء المدنيين من مدينة الرقة.").date_from is not None


def test_the_name_of_an_outlet_is_no_day() -> None:
    text = "عين اليوم – متابعات\nشنت الطائرات غارات جوية على مواقع للفصائل في مدينة الرقة.\nوأصيب 5 أشخاص."
    assert last(text).time is None


def test_a_campaign_runs_from_its_beginning_to_the_day_named() -> None:
    text = "قتل 21 مدنياً في مدينة الرقة منذ بدء الحملة العسكرية بتاريخ 22 سبتمبر إلى تاريخ اليوم الثلاثاء."
    claim = last(text)
    assert (claim.date_from, claim.date_to, claim.status) == ("2018-09-22", "2018-10-09", "asserted")


def test_a_stretch_is_not_the_day_of_a_statement() -> None:
    text = "وأحصى المرصد منذ مطلع العام، 32 مرة قامت خلالها القوات باستهداف مدينة إدلب."
    found = last(text)
    assert found.time is not None
    assert found.time.text == "منذ مطلع العام"


def test_a_stretch_behind_a_superlative_dates_nothing() -> None:
    assert last("شنت الفصائل هجوماً على مدينة سراقب هو الأعنف منذ شهر.").time is None


def test_meanwhile_is_on_the_same_day() -> None:
    assert last(LEAD + "وفي غضون ذلك، أصيب 5 أشخاص بانفجار لغم في مدينة إدلب.").date_from == "2018-10-08"


def test_a_vague_time_ends_the_day_of_the_narrative() -> None:
    text = LEAD + "وفي الأيام الأخيرة قصفت الطائرات مدينة إدلب.\nوأصيب 5 أشخاص."
    assert last(text).date_from is None


def test_how_long_it_went_on_is_not_the_day_of_what_follows() -> None:
    text = "قصفت الطائرات الحربية مدينة سراقب، واستمر القصف حتى ساعة متأخرة من مساء أمس.\nوأصيب 5 أشخاص."
    assert last(text).date_from is None


def test_a_stretch_that_holds_the_day_of_the_news_does_not_date_what_follows() -> None:
    text = "انسحبت الفصائل اليوم من مدينة سراقب بعد تعرضها لخمسين غارة جوية خلال أسبوع.\nوأصيب 5 أشخاص في المدينة."
    claim = last(text)
    assert (claim.date_from, claim.date_to) == ("2018-10-09", "2018-10-09")


def test_an_hour_belongs_to_the_day_of_the_narrative() -> None:
    text = LEAD.replace("أمس الاثنين", "السبت") + "وعند الساعة الثالثة فجراً أصيب 5 أشخاص في المدينة."
    claim = last(text)
    assert claim.time is not None
    assert (claim.time.text, claim.date_from) == ("الساعة الثالثة فجراً", "2018-10-06")


def test_news_a_week_old_is_still_news() -> None:
    text = "قصفت الطائرات الحربية مدينة سراقب في 1 أكتوبر.\nوأدى القصف إلى مقتل 3 مدنيين.\nوأصيب 5 أشخاص."
    claim = last(text)
    assert (claim.date_from, claim.status) == ("2018-10-01", "asserted")


def test_a_stretch_that_the_first_line_is_about_is_news() -> None:
    text = "قتل 40 مدنياً في العراق خلال شهر سبتمبر الماضي.\nوذكر بيان أن عدد الجرحى بلغ 60 شخصاً."
    claim = last(text)
    assert (claim.type, claim.date_from, claim.status) == ("wounded", "2018-09-01", "asserted")


def test_the_title_of_another_story_takes_neither_day_nor_place() -> None:
    text = LEAD + FILLER + "وأصيب في القصف 5 أشخاص.\nمقتل جنديين في هجوم مسلح\nاقرأ المزيد."
    claim = last(text)
    assert (claim.date_from, claim.places) == (None, ())


def test_a_planned_deed_on_a_weekday_is_on_the_coming_one() -> None:
    text = LEAD + "وأعلنت الفصائل أنها ستهاجم مواقع قوات النظام يوم الخميس."
    assert last(text).date_from == "2018-10-11"


def claim(text: str, kind: str) -> Claim:
    """The last claim of a type."""
    return [found for found in pipeline.read(Report("sample", text, DAY), rules()).claims if found.type == kind][-1]


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("قصفت قوات النظام مدينة سراقب أمس رداً على هجوم نفذته الفصائل.", "attack", None),
        ("أطلق الجيش الخميس حملة لتحرير مدينة درنة من المسلحين.", "control_gain", None),
        ("أعلنت الوزارة في 12 أغسطس الماضي عن مقتل 5 مسلحين في سيناء.", "killed", None),
        ("أجلت الفرق اليوم الثلاثاء الجرحى من جيب محاصر في الغوطة الشرقية.", "siege", None),
        ("وقع هجوم جديد في مدينة عدن بعد يوم من القمة.\nوأصيب 3 جنود.", "wounded", None),
        (LEAD + "وكان متحدث باسم الجيش قد قال إن 3 جنود قتلوا في القصف.", "killed", "2018-10-08"),
        (LEAD + "ورفضت الفصائل الانسحاب من المدينة.", "withdrawal", None),
    ],
)
def test_a_day_dates_the_deed_it_belongs_to(text: str, kind: str, day: str | None) -> None:
    assert claim(text, kind).date_from == day


def test_a_first_line_takes_the_day_that_the_next_sentence_tells_of_the_deed() -> None:
    text = "قتل 11 شخصاً في ضربات جوية على محافظة إدلب.\nوقال رجال إنقاذ إن تسعة منهم قتلوا في سوق يوم الأحد."
    first = next(iter(pipeline.read(Report("sample", text, DAY), rules()).claims))
    assert first.date_from == "2018-10-07"


def test_the_day_a_deal_was_signed_dates_nothing_else() -> None:
    text = LEAD + "ويأتي القصف رغم اتفاق وقف إطلاق النار المبرم منذ آذار عام 2017.\nوأصيب في القصف 5 أشخاص."
    assert last(text).date_from == "2018-10-08"


def test_a_day_long_past_behind_another_deed_is_that_deeds() -> None:
    text = LEAD + "وأصيب 5 أشخاص بانفجار صاروخ كان أطلق خلال هجوم الجيش صيف العام الماضي."
    claims = pipeline.read(Report("sample", text, DAY), rules()).claims
    assert [claim.date_from for claim in claims if claim.type == "wounded"] == ["2018-10-08"]


def test_a_verb_of_the_future_before_talks_plans_them() -> None:
    read = last("قتل 3 جنود في هجوم أمس.\nوقالت البعثة إن المنظمة ستعقد جولة جديدة من المحادثات يوم الجمعة.")
    assert (read.type, read.status, read.date_from) == ("talks", "planned", "2018-10-12")


def test_what_stands_beside_a_plan_is_on_the_same_coming_day() -> None:
    claim = last(LEAD + "ومن المقرر أن تجري الجمعة عملية تبادل تشمل خمسة جنود وثمانية معتقلين عند معبر مورك.")
    assert (claim.type, claim.date_from, claim.status) == ("arrested", "2018-10-12", "planned")


def test_what_is_threatened_is_planned() -> None:
    claim = last(LEAD + "وهدد قائد في القوات الرديفة باستهداف مصادر النيران.")
    assert (claim.trigger.text, claim.status) == ("استهداف", "planned")


@pytest.mark.parametrize(
    "sentence",
    [
        "وقال مصدر إن هدنة ستدخل حيز التنفيذ عند منتصف ليل الجمعة.",
        "وأعلن الوسطاء التوصل إلى هدنة على أن يجري الجمعة تبادل خمسة جنود بثمانية معتقلين.",
    ],
)
def test_a_weekday_behind_a_verb_of_what_is_to_be_is_the_coming_one(sentence: str) -> None:
    assert last(LEAD + sentence).date_from == "2018-10-12"


def test_what_stands_behind_before_came_next() -> None:
    claim = last("خطف مسلحون مجهولون موظفين في مدينة سراقب قبل أن يطلق سراحهما بعد ساعات.")
    assert (claim.type, claim.status) == ("released", "asserted")


def test_what_is_not_ruled_out_has_not_happened() -> None:
    claim = last(LEAD + "ولم يستبعد المتحدث باسم الفصائل مفاوضات بوساطة محلية.")
    assert (claim.type, claim.status) == ("talks", "planned")


def test_words_of_a_day_hold_further_down_where_the_page_has_no_date() -> None:
    claim = last(LEAD + "وأصيب في القصف 5 أشخاص.", None)
    assert claim.time is not None
    assert (claim.time.text, claim.date_from) == ("أمس الاثنين", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "إلى ذلك، قصفت قوات النظام بلدة بنش.",
        "واعتقلت قوات النظام 3 شبان في بلدة بنش.",
        "ونزحت عائلات من بلدة بنش.",
    ],
)
def test_what_is_told_with_its_own_day_takes_none(sentence: str) -> None:
    assert last(LEAD + sentence).time is None


def test_a_speaker_goes_on_with_the_day() -> None:
    assert last(LEAD + "وقال ناشطون إن قوات النظام اعتقلت 3 شبان في بلدة بنش.").date_from == "2018-10-08"


def test_a_day_to_come_does_not_date_what_follows() -> None:
    text = LEAD + "وتعتزم الفصائل شن هجوم على بلدة بنش الأسبوع المقبل.\nوأصيب في القصف 5 أشخاص."
    assert last(text).date_from == "2018-10-08"


def test_a_first_line_takes_no_day_of_something_else() -> None:
    text = "قصفت الطائرات الحربية مدينة سراقب.\nوناشد الأهالي أمس الاثنين العالم."
    first = next(iter(pipeline.read(Report("sample", text, DAY), rules()).claims))
    assert (first.type, first.time) == ("airstrike", None)


def test_a_country_behind_a_deed_is_where_it_was() -> None:
    text = LEAD + "وشنت الطائرات ضربات جوية على مواقع تابعة لتنظيم الدولة في العراق."
    assert [place.text for place in last(text).places] == ["العراق"]


def test_yesterday_and_a_stretch_up_to_now_hold_for_fewer_sentences() -> None:
    assert last(LEAD + FILLER + 2 * "وما زال المخبز مغلقاً.\n" + "وأصيب في القصف 5 أشخاص.").date_from is None
    since = "قصفت الطائرات الحربية مدينة سراقب منذ السبت، ما أدى إلى مقتل 3 مدنيين.\n"
    assert last(since + FILLER + "وأصيب في القصف 5 أشخاص.").date_from is None


def test_a_place_holds_for_some_sentences_and_a_list_of_places_for_its_own() -> None:
    assert last(LEAD + FILLER + "وأصيب في القصف 5 أشخاص.").places
    assert last(LEAD + 3 * FILLER + "وأصيب في القصف 5 أشخاص.").places == ()
    listed = "قصفت الطائرات مدن سراقب وبنش وأريحا.\n"
    assert last(listed + "وأصيب في المعارك 5 جنود.").places == ()


def test_the_time_told_next_stands_near_and_dates_no_speech() -> None:
    lead = "قتل خمسة مدنيين في قصف على مدينة سراقب.\n"
    read = pipeline.read(Report("sample", lead + "وقصفت الطائرات السوق صباح اليوم.", DAY), rules())
    assert read.claims[0].date_from == "2018-10-09"
    read = pipeline.read(Report("sample", lead + "وأفاد الدفاع المدني اليوم الثلاثاء بمقتل خمسة مدنيين.", DAY), rules())
    assert read.claims[0].date_from is None


def test_the_time_told_next_may_stand_behind_lines_that_name_only_the_page() -> None:
    page = "قتل خمسة مدنيين في قصف على مدينة سراقب.\nأخبار\nالمصدر: شبكة الضفاف\nريف إدلب\n"
    read = pipeline.read(Report("sample", page + "وقصفت الطائرات السوق صباح اليوم.", DAY), rules())
    assert read.claims[0].date_from == "2018-10-09"


def test_what_somebody_does_in_the_meantime_is_of_the_day_of_the_narrative() -> None:
    assert last(LEAD + "ونقل الأهالي مصورا وهو ينزف من رأسه.").date_from == last(LEAD).date_from


def test_what_had_been_done_keeps_its_own_day_behind_another_deed() -> None:
    text = LEAD + "وكان ثلاثة من قادة الفصائل قد قتلوا في انفجار استهدف سيارتهم في بنش في آذار."
    read = pipeline.read(Report("sample", text, DAY), rules())
    assert [claim.date_from for claim in read.claims if claim.trigger.text == "قتلوا"] == ["2018-03-01"]
