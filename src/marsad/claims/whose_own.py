"""Whose a deed is by what stands beside it: who announces or admits it, who killed by it, nobody where it is heard."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE, AT
from marsad.arabic.nouns import POSSESSIVES, TA_MARBUTA
from marsad.claims.both_sides import Words
from marsad.claims.draft import Draft
from marsad.claims.links import MODES, RESULTS, leads_to
from marsad.claims.scene import QUOTES, Found, Scene
from marsad.claims.scopes import FORMULA, Scope, speakers_at
from marsad.claims.who_killed import nation_of
from marsad.mentions.chunks import Chunk

# How far behind the speaker the object of his verb may begin, in words.
_SPEAKER_WITHIN = 4


def by_fire(draft: Draft) -> bool:
    """Whether the shots are told as what brought something about: بنيران, برصاص, رميا بالرصاص."""
    found = draft.found
    return leads_to(draft) or (
        found.form.pos == "phrase" and AT in (draft.scene.key(found.first)[:1], draft.scene.key(found.last)[:1])
    )


# How far before the dead the word stands for what was done with them, in words.
_RESCUED_WITHIN = 2


def only_rescued(scene: Scene, found: Found, agents: Sequence[Chunk], words: Words) -> bool:
    """انتشال الجثث من قبل الدفاع المدني: whose hands are told of did not kill, where a word says what they did."""
    if not agents or found.type not in ("killed", "wounded") or not scene.has_any(words["rescuing"]):
        return False
    between = range(max(scene.line.first, found.first - _RESCUED_WITHIN), agents[0].first)
    return any(scene.info(at).rest in words["rescuing"] for at in between)


# How far behind a result the deed stands by which it came about, in words.
_BY_WITHIN = 10
_NARRATED = frozenset({"rule:agent-of-narrative"})
_TOLD_ELSEWHERE = _NARRATED | {"rule:agent-carried-on", "rule:agent-of-cause"}


def only_heard(draft: Draft, words: Words) -> bool:
    """سماع دوي انفجارات: a blast that is only heard is nobody's."""
    first = draft.found.first
    near = range(first - 1, max(first - 4, draft.scene.line.first - 1), -1)
    return any(draft.scene.info(at).rest in words["heard"] for at in near)


_BROUGHT_ABOUT = MODES - {"clash"}


def brought_about(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """قتل الجيش ثلاثة في غارة: who is said to have killed them made the strike."""
    if draft.type not in _BROUGHT_ABOUT or not drafts or not (leads_to(draft) or by_fire(draft)):
        return None
    result = drafts[-1]
    near = 0 < draft.found.first - result.found.last <= _BY_WITHIN
    elsewhere = _NARRATED if draft.type == "shooting" else _TOLD_ELSEWHERE
    own = result.type in RESULTS and result.agents and not elsewhere & set(result.because)
    return result if own and near else None


# Deeds that a side announces as its own where the announcement names nobody else.
_OWN_DEEDS = (MODES - {"clash"}) | {
    "arrested", "captured", "control_gain", "equipment_loss", "mobilize", "property_damage", "protest", "withdrawal"
}  # fmt: skip
_ADMITTING = frozenset({"acknowledge", "admit"})


def _admits(draft: Draft) -> bool:
    """Whether what is admitted is the speaker's own deed: a strike, civilians killed, not soldiers of his."""
    if draft.type not in RESULTS:
        return draft.type in _OWN_DEEDS
    people = bool(draft.targets) and all(chunk.kind == "people" for chunk in draft.targets)
    return people and not any(_is_somebodys(draft.scene, chunk.last) for chunk in draft.targets)


def _is_somebodys(scene: Scene, at: int) -> bool:
    """Whether a word has the pronoun of whose it is: جنوده, not القوة."""
    word = scene.line.words[at]
    return scene.key(at).endswith(POSSESSIVES[:3]) and scene.line.text[word.end - 1] != TA_MARBUTA


def announced_its_own(draft: Draft, scopes: Sequence[Scope]) -> bool:
    """أعلنت الجماعة استهداف X: a side that announces a deed by its noun, and names no doer, did it."""
    found = draft.found
    if found.form.pos == "verb":
        return False
    scope = speakers_at(scopes, found.first)
    if scope is None or not scope.chain or scope.at >= found.first:
        return False
    admitted = scope.verb in _ADMITTING and found.prefix == AT and _admits(draft)
    announced = scope.verb in ("announce", "adopt") and draft.type in _OWN_DEEDS and not found.prefix
    if not admitted and not announced:
        return False
    speaker = scope.chain[0]
    between = [at for at in range(speaker.last + 1, found.first) if at != scope.at]  # X يعلن إسقاط Y
    known = speaker.kind in ("actor", "group") or draft.type == "protest"
    near = scope.at <= speaker.last + _SPEAKER_WITHIN and len(between) <= 8 and known
    if not near or any(draft.scene.info(at).verb_like or at in draft.scene.found_at for at in between):
        return False
    draft.agents = [speaker]
    draft.note("rule:announced-its-own")
    return True


# What befell the men of the other side, and verbs by which a side tells of it.
_BEFELL = frozenset({"killed", "wounded", "captured"})
_TELLING = frozenset({"announce", "adopt", "confirm", "stress"})


def told_of_its_foes(draft: Draft, scopes: Sequence[Scope], words: Words) -> None:
    """أعلن الجيش اليمني مقتل 42 حوثياً: a side that announces who fell of another, where nobody is named for it."""
    scope = speakers_at(scopes, draft.found.first)
    if scope is None or not scope.chain or draft.type not in _BEFELL:
        return
    announced = scope.at < draft.found.first and scope.verb in _TELLING
    if not announced and not scope.because.startswith(FORMULA):
        return
    speaker, fell = scope.chain[0], draft.targets[0] if draft.targets else None
    side = speaker.first_inner("actor") if speaker.kind in ("actor", "group", "office") else None
    if side is None and speaker.kind == "group" and speaker.adjective_actor:
        side = speaker  # وزارة الدفاع التركية
    if side is None or fell is None or _is_somebodys(draft.scene, fell.last):
        return
    if _are_others(side, fell, announced, words):
        draft.agents = [side]
        draft.note("rule:told-of-its-foes")


def _are_others(side: Chunk, fell: Chunk, announced: bool, words: Words) -> bool:
    """Whether those who fell are of another party than the side that tells of it, or of those whom any side fights."""
    theirs = fell.first_inner("actor") if fell.kind in ("actor", "group", "fighters", "people") else None
    if theirs is not None:
        return not (set(side.ids) & set(theirs.ids) or side.head == theirs.head)
    if fell.kind != "fighters":
        return False
    if fell.adjective_actor:
        return announced and nation_of(side) not in ("", nation_of(fell))  # مقتل جنود أتراك
    return fell.head.removeprefix(ARTICLE) in words["foes"]


# What may be somebody's own and do what he is said to have done.
_FORCES = frozenset({"actor", "group", "fighters", "weapon"})
BY_HIS_FORCES = "rule:forces-of-the-speaker"


def name_the_speaker(draft: Draft, scopes: Sequence[Scope], words: Words) -> None:
    """قال الجيش إن قواته صدت هجوما: forces that are the speaker's, right behind "that", are his side."""
    if not scopes or not draft.agents or draft.agents[0].kind not in _FORCES:
        return
    sides = [_side_of_his(draft, chunk, scopes, words) for chunk in draft.agents]
    if any(side is not chunk for side, chunk in zip(sides, draft.agents, strict=True)):
        draft.agents = sides
        draft.note(BY_HIS_FORCES)


def _side_of_his(draft: Draft, chunk: Chunk, scopes: Sequence[Scope], words: Words) -> Chunk:
    """The speaker of what a phrase of his forces is told in, else the phrase."""
    scene, first = draft.scene, chunk.first
    if chunk.kind not in _FORCES or chunk.sentence != scene.line.index or scene.info(first).definite:
        return chunk
    at = first - 1 - (scene.key(first - 1) in QUOTES)
    if not scene.info(at).that or chunk.last > first + 1 or not _is_somebodys(scene, first):
        return chunk
    scope = speakers_at(scopes, first)
    if scope is None or not scope.chain or scope.at >= at or scope.chain[0].head in words["ministries"]:
        return chunk
    return scope.chain[0].first_inner("actor", "group") or chunk
