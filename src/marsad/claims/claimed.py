"""Whether somebody claims a deed as his: تبنى التنظيم التفجير, أعلنت الحركة مسؤوليتها عن الهجوم."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import AND, WITH
from marsad.claims.draft import Draft
from marsad.claims.links import MODES, RESULTS
from marsad.claims.scene import STOPS, Found, Scene
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# How far before the deed the verb of claiming stands, and the word of responsibility; how far before those a negation.
CLAIMED_WITHIN, RESPONSIBLE_WITHIN, NEGATED_WITHIN = 7, 5, 8
# How many sentences before the claim the deed may have been told.
SENTENCES_BACK = 3
CLAIMED = "rule:claimed-by"
ACCUSED = "rule:told-by-accuser"
SPOKEN_BY = "rule:we-say"


def is_claimed(scene: Scene, found: Found, words: Words) -> bool:
    """Whether the trigger is what somebody says that he did; what nobody claimed is not."""
    at = _claiming(scene, found, words)
    return at is not None and not _negated(scene, at, words)


def is_unclaimed(scene: Scene, found: Found, words: Words) -> bool:
    """لم تعلن أي جهة مسؤوليتها عن الانفجار: nothing but that nobody has claimed it."""
    at = _claiming(scene, found, words)
    return at is not None and found.form.definite and _negated(scene, at, words)


def _negated(scene: Scene, at: int, words: Words) -> bool:
    before = range(max(scene.line.first, at - NEGATED_WITHIN), at)
    return any(scene.key(place).removeprefix(AND) in words["negators"] for place in before)


def name_claimer(draft: Draft, words: Words) -> None:
    """Whoever claims a deed did it, as far as it is told; who says "we" of a demand makes it."""
    if draft.agents or not draft.sources:
        return
    if draft.found.form.person == 1:
        draft.agents = draft.sources[:1]
        draft.note(SPOKEN_BY)
    elif draft.found.form.pos != "verb" and is_claimed(draft.scene, draft.found, words):
        draft.agents = draft.sources[:1]
        draft.note(CLAIMED)


def claimed_afterwards(scene: Scene, drafts: Sequence[Draft], before: Sequence[Draft], words: Words) -> None:
    """وأعلن التنظيم مسؤوليته عنه: who says so did the last deed that nobody was named for, and what it led to."""
    if not scene.has_any(words["about_it"]) or not scene.has_any(words["responsibility"]):
        return
    at = next((at for at in range(scene.line.first, scene.line.last) if _of_it(scene, at, words)), -1)
    if at < 0 or _negated(scene, at, words):
        return
    claimer = next((chunk for chunk in reversed(scene.chunks) if _may_claim(chunk, at)), None)
    told = [draft for draft in drafts if draft.found.first < at]
    near = [other for other in before if scene.line.index - other.scene.line.index <= SENTENCES_BACK]
    deed = next((draft for draft in reversed([*near, *told]) if draft.type in MODES), None)
    if claimer is None or deed is None or deed.agents:
        return
    for draft in [*near, *told]:
        same = draft is deed or (draft.scene is deed.scene and (draft.type == deed.type or draft.type in RESULTS))
        if same and not draft.agents and not any(chunk is claimer for chunk in draft.targets):
            draft.agents = [claimer]
            draft.note(CLAIMED)


def _of_it(scene: Scene, at: int, words: Words) -> bool:
    """Whether a word of responsibility stands at a place with "for it" behind: مسؤوليته عنهما, but not عن بعضها."""
    return scene.info(at).rest in words["responsibility"] and scene.key(at + 1) in words["about_it"]


def _may_claim(chunk: Chunk, at: int) -> bool:
    """Whether a side stands before the word of responsibility that no preposition governs."""
    side = chunk.kind in ("actor", "group") and not chunk.preposition
    return side and 0 < at - chunk.last <= CLAIMED_WITHIN


def told_by_accuser(drafts: Sequence[Draft], words: Words) -> None:
    """اتهمت الحركة الجيش بقتل ثلاثة: what somebody is accused of, and what came of it, is what the accuser says."""
    accuser: Draft | None = None
    for draft in drafts:
        if draft.type == "accuse" and draft.found.form.pos in ("verb", "word"):
            accuser = draft if draft.sources else None
            continue
        if accuser is None or draft.sources or draft.found.form.pos == "verb":
            continue
        if draft.found.prefix.endswith(WITH) or ACCUSED in accuser.because or _by_a_noun(accuser, draft, words):
            draft.sources = list(accuser.sources)
            draft.note(ACCUSED)
            accuser.note(ACCUSED)


# How far behind the accusation the noun stands that carries the deed, in words, and how far before the deed.
ACCUSED_WITHIN, CARRIED_WITHIN = 14, 4


def _by_a_noun(accuser: Draft, draft: Draft, words: Words) -> bool:
    """اتهمت الحركة الجيش بشن غارة, باستخدام المنطقة لتنفيذ هجمات: a noun behind "of" leads to the deed."""
    scene, first, last = draft.scene, draft.found.first, accuser.found.last
    if accuser.scene is not scene or not 0 < first - last <= ACCUSED_WITHIN + CARRIED_WITHIN:
        return False
    between = range(last + 1, first)
    if any(scene.key(at) in STOPS or scene.info(at).opener or scene.info(at).that for at in between):
        return False
    near = range(max(last + 1, first - CARRIED_WITHIN), first)
    return any(scene.key(at) in words["accused_of"] for at in near)


def _claiming(scene: Scene, found: Found, words: Words) -> int | None:
    """Where the word stands by which somebody claims the deed."""
    if found.form.pos == "verb":
        return None
    if not scene.has_any(words["claiming"]) and not scene.has_any(words["responsibility"]):
        return None
    responsible = scene.key(found.first - 1) in words["about"]
    for at in range(found.first - 1, max(scene.line.first, found.first - CLAIMED_WITHIN) - 1, -1):
        key = scene.key(at).removeprefix(AND)
        if key in words["claiming"]:
            return at
        if responsible and key in words["responsibility"] and found.first - at <= RESPONSIBLE_WITHIN:
            return at
        if key in STOPS or at in scene.found_at:
            return None
    return None
