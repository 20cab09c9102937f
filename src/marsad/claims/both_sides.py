"""Two sides meant again by a word for two: بين الطرفين, بين الفصيلين. Who they were was told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import ARTICLE
from marsad.claims.draft import Draft
from marsad.claims.memory import Memory
from marsad.claims.scopes import Scope
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# Happenings whose agents are all the parties to them.
_BETWEEN = frozenset({"clash", "talks", "agreement"})
_ONE_ON_THE_OTHER = frozenset(
    {"attack", "repel", "shelling", "siege", "control_gain", "violation", "shooting", "killed", "wounded", "captured"}
)


def name_both_sides(draft: Draft, before: Sequence[Draft], memory: Memory, words: Words) -> None:
    """بين الطرفين: the two sides told before. Without them "the two" are nobody, "the two groups" remain."""
    if not draft.scene.has_any(words["two_of"]):
        return
    two = [chunk for chunk in draft.agents if _is_one_of(draft, chunk, words["two_of"])]
    if not two:
        return
    sides = _sides(draft, [*memory.drafts, *before])
    rest = [chunk for chunk in draft.agents if chunk not in two]
    nameless = [chunk for chunk in two if _is_one_of(draft, chunk, words["two_nameless"])]
    draft.agents = [*sides, *rest] if sides else [chunk for chunk in draft.agents if chunk not in nameless]
    draft.note("rule:both-sides" if sides else "")


def _is_one_of(draft: Draft, chunk: Chunk, duals: frozenset[str]) -> bool:
    """Whether a phrase is one of these definite duals with nothing that says whose they are."""
    info = draft.scene.info(chunk.first)
    return info.definite and info.rest in duals and not chunk.inner and not chunk.adjective_actor


_FELL = frozenset({"killed", "wounded", "captured"})
_TWO = 2


def _sides(draft: Draft, told: Sequence[Draft]) -> list[Chunk]:
    """The parties of the last happening between two: of a clash, of talks, of an attack on a side."""
    for other in reversed(told):
        if other.found is draft.found:
            continue
        if other.type in _FELL and other.scene is draft.scene and len(other.targets) > 1:
            fell = [chunk for chunk in other.targets if chunk.kind in _SIDES]
            if len(fell) == len(other.targets) == _TWO:
                return fell  # مقتل عدد من مسلحي X ومقاتلي Y خلال اشتباكات بين الطرفين
        if other.type in _BETWEEN and len(other.agents) > 1:
            return list(other.agents)
        if other.type in _ONE_ON_THE_OTHER and len(other.agents) == 1:
            hit = [party for chunk in other.targets if (party := chunk.first_inner("actor")) is not None]
            if hit and hit[0] is not other.agents[0]:
                return [other.agents[0], hit[0]]
    return []


# Deeds by which a side runs into another: whoever did them is the side that met it.
_LEADS_TO = frozenset(
    {"attack", "control_gain", "repel", "siege", "mobilize", "withdrawal", "arrested", "abducted", "protest", "riot"}
)
_SIDES = frozenset({"actor", "group", "fighters"})


_TALKS = frozenset({"talks", "agreement"})
# What somebody did with others, who may be named behind a preposition alone.
MET = _TALKS | {"clash"}


def add_who_met_them(draft: Draft, before: Sequence[Draft], scope: Scope | None, words: Words) -> None:
    """اقتحم X المخيم واندلعت مواجهات مع Y: the side that met Y is the sentence's own, or whose men fell."""
    if draft.type in _TALKS:
        _add_who_told_of_it(draft, scope, words)
        return
    other = draft.agents[0] if draft.agents and all(chunk.conjoined for chunk in draft.agents[1:]) else None
    if draft.type != "clash" or other is None or other.preposition not in words["against_whom"]:
        return
    met = _subject_of_the_sentence(draft) or _doer_before(draft, before) or _fallen(draft, before)
    met = met or _who_fell_in_it(draft, before, words)
    met = met or (scope.chain[0] if scope is not None and scope.chain and scope.at < draft.found.first else None)
    party = (met.first_inner("actor", "group") or met) if met is not None and met.kind != "place" else None
    if party is not None and party.head != other.head:
        draft.agents = [party, *draft.agents]
        draft.note("rule:who-met-them")


def _add_who_told_of_it(draft: Draft, scope: Scope | None, words: Words) -> None:
    """أعلنت حركة X توقف المفاوضات مع Y: whoever tells of talks with others took part in them."""
    others = draft.agents
    if not others or any(chunk.preposition not in words["against_whom"] for chunk in others):
        return
    told = scope.chain[0] if scope is not None and scope.chain and scope.at < draft.found.first else None
    if (
        told is None
        or told.head in {chunk.head for chunk in others}
        or told.count is not None
        or told.head in words["speech.unnamed"]
    ):
        return
    named = told.kind == "other" and told.last > told.first
    if told.kind in ("actor", "group", "office") or named:
        draft.agents = [told, *others]
        draft.note("rule:who-met-them")


def _subject_of_the_sentence(draft: Draft) -> Chunk | None:
    """The nearest side before that no preposition governs, for a verb: دخلت X واشتبكت مع Y."""
    if draft.found.form.pos != "verb":
        return None
    sides = (chunk for chunk in reversed(draft.scene.chunks) if chunk.last < draft.found.first)
    return next((chunk for chunk in sides if chunk.kind in _SIDES and not chunk.preposition), None)


def _doer_before(draft: Draft, before: Sequence[Draft]) -> Chunk | None:
    return next((other.agents[0] for other in reversed(before) if other.type in _LEADS_TO and other.agents), None)


# How far before the clash the deed is told by which men fell in it, in words.
_FELL_WITHIN = 14


def _who_fell_in_it(draft: Draft, before: Sequence[Draft], words: Words) -> Chunk | None:
    """أصيب فلسطينيون في مواجهات مع X, قتل 4 عناصر في هيئة Y جراء الاشتباكات مع X: those who fell met the side."""
    for other in reversed(before):
        if other.type not in _FELL or draft.found.first - other.found.last > _FELL_WITHIN:
            continue
        fell = other.targets[0] if other.targets else None
        if fell is None or fell.head in words["no_party"] or fell.head.removeprefix(ARTICLE) in words["no_party"]:
            continue
        behind = draft.scene.chunk_at.get(fell.last + 2)
        theirs = behind is not None and behind.kind in ("actor", "group") and behind.preposition in words["their_men"]
        if theirs and behind is not None and behind.start <= fell.last + 2:
            return behind
        return fell if fell.kind in ("people", "fighters", "group", "actor") else None
    return None


def _fallen(draft: Draft, before: Sequence[Draft]) -> Chunk | None:
    """The side whose men fell in it, where the sentence told of them before."""
    for other in reversed(before):
        for chunk in other.targets if other.type in ("killed", "wounded", "captured") else ():
            if chunk.first_inner("actor", "group") is not None:
                return chunk
    return None
