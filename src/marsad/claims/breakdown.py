"""Who the counted were: those among them, those that brackets or هم name, those that are told beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.arabic.clitics import AND, ARTICLE, with_prefix
from marsad.claims.harmed_with import harmed_with
from marsad.claims.scene import COMMAS, HARD_STOPS, STOPS, Found, Scene, number_behind
from marsad.claims.toll import PERSONS, Toll, count_chunk
from marsad.mentions.chunks import Chunk

Words = Mapping[str, frozenset[str]]
# How far from the whole its parts may begin, those told beside it, and one more of the same list, in words.
PARTS_WITHIN, BESIDE_WITHIN, LISTED_WITHIN = 8, 5, 6
# How many more a list may name behind the first.
MOST_LISTED = 5
_PEOPLE = PERSONS | {"count"}
_CAUSES = frozenset({"airstrike", "shelling", "bombing", "attack", "clash", "suicide_bombing", "shooting"})
_SIDES = frozenset({"actor", "group"})


def tolls_of_parts(scene: Scene, found: Found, tolls: Sequence[Toll], words: Words) -> list[Toll]:
    """The tolls of those among, within and beside the people of the tolls told so far."""
    whole = _whole(scene, found, tolls)
    if whole is None:
        return _tolls(scene, tolls, [("rule:harmed-with", chunk) for chunk in harmed_with(scene, found, -1, words)])
    behind = _chunks_behind(scene, whole)
    if not behind:
        return _one_of_them(scene, found, whole, words)
    parts = _parts(scene, found, whole, behind, words) if _tells_of_parts(scene, words) else []
    parts = parts or _in_brackets(scene, whole, words) or _apposed(scene, whole, behind)
    last = parts[-1] if parts else whole
    beside = _beside(scene, found, last, _chunks_behind(scene, last) if parts else behind, words)
    beside = beside or _listed(scene, whole, behind)
    beside = beside or harmed_with(scene, found, _end(last), words)
    one = [] if parts else _one_of_them(scene, found, whole, words)
    if not parts and not beside:
        return one
    found_parts = [("rule:subset", chunk) for chunk in parts] + [("rule:told-beside", chunk) for chunk in beside]
    if beside and not parts and beside[-1].count is not None and _tells_of_parts(scene, words):
        inside = _parts(scene, found, beside[-1], _chunks_behind(scene, beside[-1]), words)
        found_parts += [("rule:subset", chunk) for chunk in inside]
    return _tolls(scene, tolls, found_parts) + one


def _tolls(scene: Scene, tolls: Sequence[Toll], found_parts: Sequence[tuple[str, Chunk]]) -> list[Toll]:
    """The tolls of phrases that were not told yet, each with its reason."""
    told = {id(chunk) for toll in tolls for chunk in toll.chunks}
    more = []
    for why, chunk in found_parts:
        if id(chunk) not in told:
            toll = count_chunk(scene, chunk)
            toll.why = why
            if toll.low is None and chunk.number == "p":
                toll.low, toll.first, toll.last = 2, chunk.first, chunk.last
            more.append(toll)
    return more


def _one_of_them(scene: Scene, found: Found, whole: Chunk, words: Words) -> list[Toll]:
    """مقتل شخصين أحدهما صحفي, أصيب شابان أحدهما في الوجه: one of several set apart by who he is, or by his wounds."""
    if not scene.has_any(words["one_of_them"]):
        return []
    for at in range(_end(whole) + 1, min(_end(whole) + PARTS_WITHIN + 1, scene.line.last - 1)):
        if scene.key(at) in HARD_STOPS or (at in scene.found_at and _breaks_off(scene, found, at)):
            return []
        if scene.key(at).removeprefix(AND) in words["one_of_them"]:
            return _set_apart(scene, found, at, words)
    return []


def _set_apart(scene: Scene, found: Found, at: int, words: Words) -> list[Toll]:
    who = scene.chunk_at.get(at + 1)
    if who is not None and not who.preposition and who.kind in PERSONS and not scene.info(at + 1).verb_like:
        return [Toll([who], 1, 1, at, at, "rule:subset")]
    hurt = not words["how_hurt"].isdisjoint((scene.key(at - 1), scene.key(at + 1)))
    return [Toll([], 1, 1, at, at, "rule:subset")] if found.type == "wounded" and hurt else []


def _whole(scene: Scene, found: Found, tolls: Sequence[Toll]) -> Chunk | None:
    """The phrase whose parts are looked for: the number that a toll comes to, else the last people told."""
    behind = number_behind(scene, found) if found.form.pos == "victims" else None
    if behind is not None:
        return behind
    chunks = [chunk for toll in tolls for chunk in toll.chunks]
    return chunks[-1] if chunks else None


def _end(chunk: Chunk) -> int:
    count = chunk.count
    return chunk.last if count is None or count.last < chunk.last else count.last


def _chunks_behind(scene: Scene, whole: Chunk) -> list[Chunk]:
    """The phrases that begin behind the end of one and of its number."""
    end = _end(whole)
    return [chunk for chunk in scene.chunks if chunk.start > end and chunk is not whole]


# Lists of the words of which one sets out the parts.
_OF_PARTS = ("among_them", "including", "they_are")


def _tells_of_parts(scene: Scene, words: Words) -> bool:
    """Whether the sentence has a word that sets out parts."""
    for name in _OF_PARTS:
        if scene.has_any(with_prefix(words[name], AND)):
            return True
    return False


def _parts(scene: Scene, found: Found, whole: Chunk, behind: Sequence[Chunk], words: Words) -> list[Chunk]:
    """The phrases that say who was among them (بينهم 12 طفلاً) or who they were (هم 14 امرأة و16 طفلاً)."""
    parts: list[Chunk] = []
    for chunk in behind:
        if not parts:
            if not _sets_out(scene, found, whole, chunk, words):
                if chunk.kind in _PEOPLE or chunk.start - whole.last > PARTS_WITHIN + 1:
                    return []
                continue
        elif not _joins(scene, chunk) and not _within_parts(scene, found, parts, chunk, words):
            break
        if _of_another_deed(scene, chunk):
            break
        if chunk.kind in _PEOPLE or (chunk.count is not None and chunk.kind in _SIDES) or _is_named(scene, chunk):
            parts.append(chunk)
    return parts


def _joins(scene: Scene, chunk: Chunk) -> bool:
    """Whether "and" stands before the phrase, or on the word for its number: وست نساء."""
    return chunk.conjoined or (chunk.count is not None and scene.key(chunk.count.first)[:1] == AND)


def _within_parts(scene: Scene, found: Found, parts: Sequence[Chunk], chunk: Chunk, words: Words) -> bool:
    """Whether the phrase says who were among the parts: بينهم 12 مدنيا، من ضمنهم طفل."""
    return chunk.preposition in words["among_them"] and _sets_out(scene, found, parts[-1], chunk, words)


def _apposed(scene: Scene, whole: Chunk, behind: Sequence[Chunk]) -> list[Chunk]:
    """Who the counted were, right behind them: 3 آخرين طفلة وشابين."""
    if whole.count is None or len(behind) < 2 or behind[0].start != _end(whole) + 1 or behind[0].conjoined:
        return []
    if any(chunk.kind not in PERSONS or chunk.preposition or chunk.definite for chunk in behind[:2]):
        return []
    return [behind[0], behind[1]] if _joins(scene, behind[1]) else []


def _breaks_off(scene: Scene, found: Found, at: int) -> bool:
    """Whether the deed at a word is another; the strike that killed and the wounds do not part the victims."""
    other = scene.found_at[at]
    if other is found:
        return False
    return other.form.pos not in ("noun", "phrase") or (
        other.type not in _CAUSES and other.trigger.id != "wounded.wounds"
    )


def _sets_out(scene: Scene, found: Found, whole: Chunk, chunk: Chunk, words: Words) -> bool:
    """Whether the words between say that the chunk is a part of the whole."""
    first = chunk.start
    if first - whole.last - 1 > PARTS_WITHIN:
        return False
    last, among = "", chunk.preposition in words["among_them"]
    if not among:
        for key in scene.line.keys[whole.last + 1 : first]:
            last = key if key not in STOPS else last
        last = last.removeprefix(AND)
        if last not in words["including"] and last not in words["among_them"] and last not in words["they_are"]:
            return False
    for at in range(_end(whole) + 1, first):
        if at in scene.found_at and _breaks_off(scene, found, at):
            return False
    if not among and last in words["they_are"]:
        return chunk.count is not None or (chunk.kind in PERSONS and chunk.number != "p" and not chunk.definite)
    return True


def _is_named(scene: Scene, chunk: Chunk) -> bool:
    """A name of two words or more: بينهم محمد خلف."""
    return chunk.kind == "other" and chunk.last > chunk.first and not chunk.head.startswith(ARTICLE)


def _in_brackets(scene: Scene, whole: Chunk, words: Words) -> list[Chunk]:
    """Those named in brackets right behind: 5 مدنيين (4 أطفال وسيدة)."""
    at = _end(whole) + 1
    if whole.count is None or scene.key(at) not in words["quote_open"]:
        return []
    end = next((place for place in range(at, at + 12) if scene.key(place) in words["quote_close"] and place > at), -1)
    inside = [chunk for chunk in scene.chunks if at < chunk.start and chunk.last < end]
    plain = all(chunk.kind in _PEOPLE and not _of_another_deed(scene, chunk) for chunk in inside)
    return inside if plain else []


def _of_another_deed(scene: Scene, chunk: Chunk) -> bool:
    """Whether a word of the phrase names victims of its own: 5 مدنيين وعديد من الجرحى."""
    return any(scene.info(at).triggers for at in range(chunk.first, chunk.last + 1))


def before_brackets(scene: Scene, tolls: Sequence[Toll], words: Words) -> list[Toll]:
    """The counted people right before brackets that name all that was found so far: 5 مدنيين (4 أطفال وسيدة) قتلوا."""
    first = tolls[0].chunks[0] if tolls and tolls[0].chunks else None
    if first is None:
        return []
    at = first.start - 1
    if scene.key(at) not in words["quote_open"]:
        return []
    whole = next((chunk for chunk in scene.chunks if _end(chunk) == at - 1), None)
    return [count_chunk(scene, whole)] if whole is not None and whole.count is not None else []


def _beside(scene: Scene, found: Found, whole: Chunk, behind: Sequence[Chunk], words: Words) -> list[Chunk]:
    """Those told with another word of adding: 26 جنديا بالإضافة إلى تسعة مقاتلين; 14 أسيرا مقابل 11 من X."""
    if not behind:
        return []
    chunk, start = behind[0], _end(whole) + 1
    first = chunk.start
    if first - start > BESIDE_WITHIN or not (
        chunk.kind in _PEOPLE or (chunk.count is not None and chunk.kind in _SIDES)
    ):
        return []
    if chunk.count is None and scene.key(chunk.last) not in words["two_behind"]:
        return []
    adding = words["adding"] | words["in_exchange"] if found.type == "released" else words["adding"]
    adds = False
    for at in range(start, first):
        if _parts_company(scene, at):
            return []
        adds = adds or scene.key(at).removeprefix(AND) in adding
    return [chunk] if adds and not _of_another_deed(scene, chunk) else []


def _listed(scene: Scene, whole: Chunk, behind: Sequence[Chunk]) -> list[Chunk]:
    """More of the same deed, each behind its place or its wounds: قتلت طفلة في X وسيدة في Y، ورجل في Z."""
    more: list[Chunk] = []
    while behind and len(more) < MOST_LISTED:
        one = _one_more(scene, more[-1] if more else whole, behind, more_told=bool(more))
        if one is None:
            break
        more.append(one)
        behind = _chunks_behind(scene, one)
    return more


def _one_more(scene: Scene, whole: Chunk, behind: Sequence[Chunk], *, more_told: bool) -> Chunk | None:
    """The next of a list; only a list that has begun goes on over a comma."""
    start = _end(whole) + 1
    for chunk in behind:
        first = chunk.start
        if first - start > LISTED_WITHIN:
            return None
        for at in range(start, first):
            if _parts_company(scene, at) or (not more_told and scene.key(at) in COMMAS):
                return None
        joins = (
            scene.key(first)[:1] == AND and chunk.kind in PERSONS and (chunk.count is not None or not chunk.definite)
        )
        if joins:
            return None if _of_another_deed(scene, chunk) else chunk
        if chunk.kind not in ("place", "facility") or chunk.count is not None:
            return None
    return None


def _parts_company(scene: Scene, at: int) -> bool:
    if at in scene.found_at:
        return True
    info = scene.info(at)
    return info.verb_like or info.opener or info.relative or info.key in HARD_STOPS
