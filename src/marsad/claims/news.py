"""News in a line: a text of a sentence or two that is a report by itself, so that the rules read it as one.

Everything else of that length is weighed by the ranker (docs/decisions/0002).
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.claims.context import OF_PEOPLE, OF_WAR
from marsad.claims.draft import Draft
from marsad.claims.guards import Context
from marsad.claims.passages import POLITICS
from marsad.claims.scene import CONNECTED, Scene
from marsad.mentions.vocabulary import WordInfo

# A line of news tells what happened within its first words, and is short. Origin, 2026-11-26: of the 2,655 labelled
# sentences of the Open Event Data Alliance 11 are such lines, 5 of the 8 labelled for assault with a "yes"; up to 40
# words there are 42, 17 with a "yes". Where it opens with who says so, as leads do (أعلن الجيش إسقاط طائرة), the deed
# follows the speaker's name: 2 of the 11 do, both with a "yes".
OPENS_WITHIN, SAID_WITHIN, LONGEST_LINE = 4, 8, 25
NAMED, OPENS = "rule:named-outlet", "rule:news-line"
# Why a verb before a deed carries it.
_CARRIED = frozenset({"rule:agent-of-light-verb", "rule:agent-before-light-verb"})
_NO_NEWS = POLITICS - OF_PEOPLE


def is_news(drafts: Sequence[Draft], context: Context) -> bool:
    """Whether a short text is a report by itself: its outlet is named, or it opens with its news.

    What is only said, agreed or asked for is no such news. Each draft gets the reason.
    """
    if context.off_topic or all(draft.type in _NO_NEWS and draft.found.trigger.id not in OF_WAR for draft in drafts):
        return False
    if any(draft.scene.has_any(context.words["questions"]) for draft in drafts):
        return False
    if not context.outlet and not _opens_with_its_news(drafts, context):
        return False
    for draft in drafts:
        draft.note(NAMED if context.outlet else OPENS)
    return True


def _opens_with_its_news(drafts: Sequence[Draft], context: Context) -> bool:
    """سيطر الثوار على قرية X, قصف مدفعي يستهدف X: the deed stands at the beginning, and the place is told."""
    first = min(drafts, key=lambda draft: draft.found.first)
    scene, found = first.scene, first.found
    opening = _opening(scene, context)
    if scene.line.index or scene.line.last - opening > LONGEST_LINE or _goes_on(scene.info(opening)):
        return False
    within = SAID_WITHIN if scene.info(opening).speech else OPENS_WITHIN
    if found.first - opening > within and not _is_carried_early(first, opening):
        return False
    told_anew = found.form.pos == "verb" or not found.form.definite
    return told_anew and first.status == "asserted" and any(draft.own_places for draft in drafts)


def _is_carried_early(draft: Draft, opening: int) -> bool:
    """X يشن أربع غارات, تمكن X من تدمير دبابة: the verb that carries the deed stands early, and no other behind it."""
    scene = draft.scene
    at = next((at for at in range(opening, opening + OPENS_WITHIN + 1) if scene.info(at).light), -1)
    if at < 0 or _CARRIED.isdisjoint(draft.because):
        return False
    return not any(scene.info(place).verb_like for place in range(at + 1, draft.found.first))


def _opening(scene: Scene, context: Context) -> int:
    """The first word behind what only calls for attention: عاجل |."""
    at, tags = scene.line.first, context.words["news_tags"]
    while at < scene.line.last and (not scene.info(at).is_word or scene.key(at) in tags):
        at += 1
    return at


def _goes_on(info: WordInfo) -> bool:
    """Whether a word ties what follows to something told before."""
    return bool(info.prefix in CONNECTED or info.opener or info.function or info.preposition)
