"""Other languages in Arabic letters: Persian, Urdu and Kurdish, told from Arabic by letters and by the article."""

from __future__ import annotations

import re

# Letters that Persian, Urdu or Kurdish need and Arabic lacks: peh, cheh, jeh, gaf, tteh, ddal, rreh, noon ghunna,
# heh goal, heh doachashmee, yeh barree, kirghiz oe, yeh and reh and lam with small v, ae. Keheh and farsi yeh are not
# among them: Arabic typed on a Persian keyboard is full of these.
_THEIRS = frozenset(
    chr(code)
    for code in (
        0x67E, 0x686, 0x698, 0x6AF, 0x679, 0x688, 0x691, 0x6BA, 0x6C1, 0x6BE, 0x6D2, 0x6C6, 0x6CE, 0x695, 0x6B5, 0x6D5,
    )
)  # fmt: skip
_ALEF, _LAM, _TA_MARBUTA = chr(0x627), chr(0x644), chr(0x629)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
# Of 1,138 Arabic reports none has the article or a ta marbuta in fewer than one word of five, and none more than one
# of their letters in 2,000; a Persian, Urdu or Kurdish page has one in 30 (2026-11-25).
LEAST_ARTICLES = 0.1
LEAST_THEIRS = 0.01
LEAST_WORDS = 5


def is_other_language(text: str) -> bool:
    """Whether a text in Arabic letters is in Persian, Urdu or Kurdish rather than in Arabic."""
    sample = text[:_SAMPLE]
    if not any(letter in sample for letter in _THEIRS):
        return False
    words = [word for word in _WORD.findall(sample) if "\u0600" <= word[0] <= "\u06ff"]
    if len(words) < LEAST_WORDS:
        return False
    whole = "".join(words)
    theirs: int = sum(whole.count(letter) for letter in _THEIRS)
    if theirs < LEAST_THEIRS * len(whole):
        return False
    articles = sum(_ALEF + _LAM in word[:4] or word.endswith(_TA_MARBUTA) for word in words)
    return bool(articles < LEAST_ARTICLES * len(words))
