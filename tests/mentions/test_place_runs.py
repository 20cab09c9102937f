"""Lists of places show what stands in them. Places are real or sound so; what happens in them is invented."""

from __future__ import annotations

import pytest

from tests.claims.in_war import claims_of


def places(text: str) -> list[str]:
    """The places of the first claim."""
    return [place.text for place in claims_of(text)[0].places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "سيطرت الفصائل على قرى العزبة، كشة، سرجة صغيرة، جناة، بريج، وشعرة العجائز بريف إدلب.",
            ["العزبة", "كشة", "سرجة صغيرة", "جناة", "بريج", "شعرة العجائز"],
        ),
        ("سيطرت الفصائل على قرى: (مشرعة، وحدنان) غرب المدينة.", ["مشرعة", "حدنان"]),
        ("سيطرت الفصائل على قرى «عريضة، وزنوبيا، وعفدكو الصغير» أمس.", ["عريضة", "زنوبيا", "عفدكو الصغير"]),
        (
            'سيطر الجيش على تل الطويل والصفا والمشيرفة و"دادا عبدال" و"قبر خضراوي" والنويحات وتل جمعة.',
            ["تل الطويل", "الصفا", "المشيرفة", "دادا عبدال", "قبر خضراوي", "النويحات", "تل جمعة"],
        ),
        ("سيطر الجيش على خان شيخون، معرة النعمان، حاس، رسم الورد وتل نباز.",
         ["خان شيخون", "معرة النعمان", "حاس", "رسم الورد", "تل نباز"]),
    ],
)  # fmt: skip
def test_unknown_names_in_a_list_of_places_are_places(text: str, names: list[str]) -> None:
    assert places(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سيطر الجيش على خان شيخون وحاس، اليوم الخميس.", ["خان شيخون", "حاس"]),
        ("سيطرت الفصائل على قريتي العزبة وكشة والمناطق المحيطة بهما.", ["العزبة", "كشة"]),
        ("سيطر الجيش على قرى العزبة وكشة وحاس، وقتل عشرة مسلحين.", ["العزبة", "كشة", "حاس"]),
        ("سيطر الجيش على قرى العزبة وكشة وحاس، ومنازل المدنيين خالية.", ["العزبة", "كشة", "حاس"]),
        ("سيطر الجيش على خان شيخون، وأضاف المصدر أن الهدوء عاد.", ["خان شيخون"]),
    ],
)
def test_what_stands_behind_a_list_is_none_of_it(text: str, names: list[str]) -> None:
    assert places(text)[: len(names)] == names
    assert not {"اليوم الخميس", "منازل المدنيين", "قتل عشرة", "أضاف المصدر"} & set(places(text))
