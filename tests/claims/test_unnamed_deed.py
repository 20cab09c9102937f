"""Who carried out an operation, a campaign, a massacre did what came of it, though no claim is made of the word."""

from __future__ import annotations

import pytest

from tests.claims.test_doers import agents_of


@pytest.mark.parametrize(
    ("text", "trigger", "agents"),
    [
        (
            "أعلن المتحدث أمس اعتقال ثلاثة مسلحين، وذلك في العمليات التي يخوضها الجيش المصري في سيناء.",
            "اعتقال",
            ["الجيش المصري"],
        ),
        (
            "ارتكبت الطائرات الروسية مجزرة في ريف إدلب الجمعة، راح ضحيتها سبعة مدنيين.",
            "ضحيت",
            ["الطائرات الروسية"],
        ),
        (
            "تشهد مناطق إدلب تصعيداً من قبل قوات النظام وروسيا، حيث يستمر القصف المدفعي على القرى.",
            "القصف",
            ["قوات النظام", "روسيا"],
        ),
        (
            "شارك الأهالي فرق الدفاع المدني في عمليات انتشال الضحايا بعد مقتل سبعة مدنيين في إدلب أمس.",
            "مقتل",
            [],
        ),
    ],
)
def test_who_did_the_deed_around_a_result_did_the_result(text: str, trigger: str, agents: list[str]) -> None:
    assert agents_of(text, trigger) == agents


def test_a_blast_that_is_only_heard_is_nobodys() -> None:
    text = "قصفت القوات التركية موقعاً لقسد في ريف الحسكة أمس. وقد سمعت انفجارات في البلدة."
    assert agents_of(text, "انفجارات") == []


def test_who_speaks_before_a_quotation_did_not_do_what_it_tells() -> None:
    text = 'قال مدير المرصد خالد سلوم "تهدم جسر رئيسي قرب البوكمال جراء غارات التحالف الدولي أمس".'
    assert agents_of(text, "تهدم") == ["التحالف الدولي"]


def test_a_verb_with_its_preposition_names_the_doer_of_a_noun() -> None:
    text = "قتل مدني أمس خلال عملية إنزال جوي قامت بها القوات الأمريكية شرق دير الزور."
    assert agents_of(text, "إنزال") == ["القوات الأمريكية"]
