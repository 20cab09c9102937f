"""What a conjugation is made from and what it gives: a verb as a lexicon writes it, and one written form of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerbSpec:
    """A verb as the lexicon writes it: قتل / يقتل (third person masculine singular, with hamza, without vowels).

    ``masdar`` and the participles are made only where they are named (masculine singular, without the article; a
    plural that no rule gives, هجمات, is named as a masdar of its own). An intransitive verb has no passive and takes
    no object pronoun.
    """

    perfect: str
    imperfect: str
    masdar: tuple[str, ...] = ()
    active_participle: str | None = None
    passive_participle: str | None = None
    transitive: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """One written form.

    ``pos`` is verb, masdar, active_participle or passive_participle; ``aspect`` of a verb perfect, imperfect (the
    subjunctive among it), jussive (only where its letters differ, to be believed after لم alone) or future.
    ``number`` is s, d or p, ``gender`` m or f, None where the form does not tell. ``voice`` is both where unvowelled
    letters do not tell active from passive. ``suffix`` is the pronoun attached: object of a verb, owner of a noun.
    """

    surface: str
    pos: str
    aspect: str | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    voice: str = "active"
    suffix: str = ""
    definite: bool = False
