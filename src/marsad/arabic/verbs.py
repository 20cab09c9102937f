"""The written forms of a verb, generated from its perfect and imperfect (third person masculine singular).

News is written without vowels, so forms are told apart only where letters differ: the perfect of a sound verb is
active and passive at once (``voice`` is then ``both``). The second person and the imperative are left out: reports do
not speak to their readers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from marsad.arabic import stems
from marsad.arabic.forms import Form as Form
from marsad.arabic.forms import VerbSpec as VerbSpec
from marsad.arabic.verbal_nouns import masdar_forms, participle_forms
from marsad.errors import DataError

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")
PRONOUNS_OF_SPEECH = ("ني", "ك", "كم")
# "We" as the subject of a perfect verb, "us" as its object.
US = "نا"
_OF_THE_SPEAKER = (US, "ني")
_SHORTEST_OF_WOMEN = 4


def forms(spec: VerbSpec, *, guarded: bool = False) -> list[Form]:
    """Every form of the third person and of the first plural, verbal nouns and participles, each once.

    Two forms that differ in voice alone are one form of both voices. With ``guarded`` come those that are another word
    more often than not, to be believed only by what stands around them: the short jussive (يقل after لم, else "it
    carries"), the first person singular (أسقط, else "he brought down"), the objects of direct speech (مدني, else
    "civil"), the dual of women without its nun (تدخلا, else "as an intervention"), a plural of women that is short
    (متن, else "aboard") or written like the singular (أعلن), and the plural of a verbal noun that a rule gives, which
    names things (إعلانات, else "adverts").
    """
    if len(spec.perfect) < 2 or len(spec.imperfect) < 3:
        raise DataError(
            f"verb {spec.perfect} / {spec.imperfect}: expected the perfect and the imperfect of the third person "
            "masculine singular (قتل / يقتل); write them so"
        )
    found: dict[Form, Form] = {}
    for form in _all(spec, guarded):
        key = replace(form, voice="")
        known = found.setdefault(key, form)
        if known.voice != form.voice:
            found[key] = replace(form, voice="both")
    return list(found.values())


def _all(spec: VerbSpec, guarded: bool) -> Iterator[Form]:
    voices = [("active", spec.perfect, spec.imperfect)]
    if spec.transitive:
        passive = stems.passive_perfect(spec.perfect, spec.imperfect)
        voices.append(("passive", passive, stems.passive_imperfect(spec.perfect, spec.imperfect)))
    for voice, perfect, imperfect in voices:
        plain = [*_perfect(spec, perfect, voice), *_imperfect(spec, imperfect, voice)]
        for form in plain:
            if not (guarded or _stands_alone(form, (perfect, imperfect, "س" + imperfect))):
                continue
            yield form
            if spec.transitive and voice == "active":
                yield from _attached(form, PRONOUNS + PRONOUNS_OF_SPEECH if guarded else PRONOUNS)
    for masdar in spec.masdar:
        yield from masdar_forms(masdar, plural=guarded)
    if spec.active_participle:
        yield from participle_forms(spec.active_participle, "active_participle")
    if spec.passive_participle:
        yield from participle_forms(spec.passive_participle, "passive_participle")


def _stands_alone(form: Form, masculine: Collection[str]) -> bool:
    """Whether a form may be believed without its context (see :func:`forms`); ``masculine``: the forms of "he"."""
    who = (form.gender, form.number)
    if form.aspect == "jussive" or (form.person, form.number) == (1, "s"):
        return False
    if who == ("f", "d") and form.aspect != "perfect":
        return form.surface.endswith("ن")
    return who != ("f", "p") or (len(form.surface) >= _SHORTEST_OF_WOMEN and form.surface not in masculine)


def _perfect(spec: VerbSpec, base: str, voice: str) -> Iterator[Form]:
    stem = stems.perfect_stems(base, stems.class_of(spec.perfect, spec.imperfect))
    yield _verb(stem.base, "perfect", 3, "m", "s", voice)
    yield _verb(stem.feminine + "ت", "perfect", 3, "f", "s", voice)
    yield _verb(_joined(stem.dual, "ا"), "perfect", 3, "m", "d", voice)
    yield _verb(stem.feminine + "تا", "perfect", 3, "f", "d", voice)
    yield from (_verb(plural + "وا", "perfect", 3, "m", "p", voice) for plural in stem.plurals)
    yield _verb(_joined(stem.consonant, "ن"), "perfect", 3, "f", "p", voice)
    yield _verb(_joined(stem.consonant, "ت"), "perfect", 1, None, "s", voice)
    yield _verb(_joined(stem.consonant, "نا"), "perfect", 1, None, "p", voice)


def _imperfect(spec: VerbSpec, imperfect: str, voice: str) -> Iterator[Form]:
    stem = stems.imperfect_stems(imperfect, stems.class_of(spec.perfect, spec.imperfect))
    present = [*_indicative(stem, voice), *_subjunctive(stem, voice)]
    yield from present
    yield from (replace(form, surface="س" + form.surface, aspect="future") for form in present)
    if stem.short is not None:
        yield from _without_ending(stem.short, "jussive", voice)


def _without_ending(base: str, aspect: str, voice: str) -> Iterator[Form]:
    """He, she, I and we."""
    yield _verb("ي" + base, aspect, 3, "m", "s", voice)
    yield _verb("ت" + base, aspect, 3, "f", "s", voice)
    yield _verb("آ" + base[1:] if base[0] == "أ" else "أ" + base, aspect, 1, None, "s", voice)
    yield _verb("ن" + base, aspect, 1, None, "p", voice)


def _indicative(stem: stems.ImperfectStems, voice: str) -> Iterator[Form]:
    yield from _without_ending(stem.base, "imperfect", voice)
    yield _verb("ي" + _joined(stem.dual, "ان"), "imperfect", 3, "m", "d", voice)
    yield _verb("ت" + _joined(stem.dual, "ان"), "imperfect", 3, "f", "d", voice)
    yield from (_verb("ي" + plural + "ون", "imperfect", 3, "m", "p", voice) for plural in stem.plurals)
    yield _verb("ي" + _joined(stem.women, "ن"), "imperfect", 3, "f", "p", voice)


def _subjunctive(stem: stems.ImperfectStems, voice: str) -> Iterator[Form]:
    """The forms that lose their nun after لم، لن، أن: يقتلوا. News writes them after س too, against the grammar."""
    yield from (_verb("ي" + plural + "وا", "imperfect", 3, "m", "p", voice) for plural in stem.plurals)
    yield _verb("ي" + _joined(stem.dual, "ا"), "imperfect", 3, "m", "d", voice)
    yield _verb("ت" + _joined(stem.dual, "ا"), "imperfect", 3, "f", "d", voice)


def _verb(surface: str, aspect: str, person: int, gender: str | None, number: str, voice: str) -> Form:
    return Form(surface, "verb", aspect, person, gender, number, voice)


def _joined(stem: str, ending: str) -> str:
    """Stem and ending as written: two nuns or two tas melt into one letter (أعلنا), an alef into آ (بدآ)."""
    if stem[-1] == ending[0] or (stem[-1] == "آ" and ending[0] == "ا"):
        return stem + ending[1:]
    return stem + ending


def _attached(form: Form, pronouns: Iterable[str]) -> Iterator[Form]:
    """The form with each object pronoun; the alef of the plural goes, a final ى becomes alef.

    None after the masculine dual of the perfect: قتلاهم is "their dead" in the news, hardly ever "they two killed
    them".
    """
    if (form.aspect, form.gender, form.number) == ("perfect", "m", "d"):
        return
    surface = form.surface
    if surface.endswith("وا") and form.number == "p":
        surface = surface[:-1]
    elif surface.endswith("ى"):
        surface = surface[:-1] + "ا"
    for pronoun in pronouns:
        if form.person == 3 or pronoun not in _OF_THE_SPEAKER:
            yield replace(form, surface=surface + pronoun, suffix=pronoun)
