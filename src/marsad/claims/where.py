"""Where: the places that hold a claim, the nearest and most specific first, else those of the claim before."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, ARTICLE, TO, with_prefix
from marsad.arabic.numbers import number_prefix, read_numeral
from marsad.arabic.place_words import AT_THAT_TIME, INTO, SIDES, THE_WAY, UPON
from marsad.claims.held_in import group_of, is_way_of_another, most_specific, narrowest, under_it, without_where_from
from marsad.claims.leads import lead_end
from marsad.claims.scene import Found, Scene
from marsad.mentions.chunks import Chunk

NO_PLACE = frozenset({"accuse", "demand", "reject", "threaten"})
# Talks have a place only where it stands right behind.
NEAR_PLACE = frozenset({"talks", "agreement"})


def points(scene: Scene, chunk: Chunk) -> bool:
    """Whether المدينة, or المنطقة نفسها, points to one place; a bare المنطقة is whatever the report is about."""
    return chunk.head.removeprefix("ال") in _POINTS_TO or _pronoun_beside(scene, chunk)


def _pronoun_beside(scene: Scene, chunk: Chunk) -> bool:
    return scene.info(chunk.last + 1).pronoun or scene.info(chunk.first - 1).pronoun


def named(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The places, each المدينة or المنطقة replaced by the place it stands for."""
    found: list[Chunk] = []
    for chunk in chunks:
        meant = chunk.antecedent
        found.append(meant if meant is not None and (chunk.kind == "place" or is_anaphor(chunk)) else chunk)
    return found


# Which cue words name the place that a noun points back to.
_POINTS_TO = {
    "مدينه": ("city", "town"), "بلده": ("town", "village"), "قريه": ("village", "town"), "حي": ("neighbourhood",),
    "مخيم": ("camp",), "تل": ("hill",), "تله": ("hill",), "محافظه": ("governorate",), "مديريه": ("district",),
}  # fmt: skip


# Kinds of places that are no town by another word for it.
_NO_SETTLEMENT = frozenset(
    {"side", "hospital", "base", "building", "road", "bridge", "front", "airport", "port", "crossing"}
)


def antecedent_of(chunk: Chunk, named: Sequence[Chunk]) -> Chunk | None:
    """The place that المدينة stands for: the last one named so, else the last that is more than a direction."""
    fits = _POINTS_TO.get(chunk.head.removeprefix("ال"), ())
    near = [place for place in named if place.sentence == chunk.sentence and place.head not in SIDES]
    here = [place for place in near if place.cue in fits] or [place for place in near if not place.cue]
    if here:
        return here[-1]
    by_cue = next((place for place in reversed(named) if place.cue in fits), None)
    if by_cue is not None:
        return by_cue
    settled = next((place for place in reversed(named) if place.cue not in _NO_SETTLEMENT), None)
    settled = settled or next((place for place in reversed(named) if place.cue != "side"), None)
    return settled or (named[-1] if named else None)


def points_back(scene: Scene, chunk: Chunk) -> bool:
    """Whether a description points to a place named before: تلك المدينة الساحلية, هذه المنطقة."""
    return may_point(chunk) and scene.info(chunk.first - 1).pronoun


_PLACED = frozenset({"place", "facility", "other"})


def take_side(scene: Scene, chunk: Chunk) -> None:
    """What is told by a side of the place named before is there: مزارع جنوب البلدة."""
    beside = scene.chunk_at.get(chunk.first - 1)
    if beside is not None and beside.kind == "place" and not beside.ids and scene.info(beside.last).rest in SIDES:
        beside.antecedent = chunk.antecedent if chunk.antecedent is not beside else None


def is_anaphor(chunk: Chunk) -> bool:
    """المدينة, القرية, المنطقة: a place named before, not a name."""
    if chunk.kind == "place" and chunk.cue and chunk.head in _NAMES:
        return False
    return chunk.definite and (chunk.first == chunk.last or chunk.antecedent is not None) and may_point(chunk)


# Names of towns that are written like a word for one, behind the word for it: بلدة القريتين, مدينة التل.
_NAMES = with_prefix(frozenset({"قريتين", "تل"}), ARTICLE)


def may_point(chunk: Chunk) -> bool:
    """Whether a phrase begins with a definite word for one place, which may be one named before."""
    return chunk.definite and chunk.head in ANAPHORIC and chunk.kind in _PLACED and chunk.number != "p"


ANAPHORS = frozenset(
    {
        "مدينه",
        "بلده",
        "قريه",
        "منطقه",
        "قطاع",
        "محافظه",
        "مديريه",
        "حي",
        "مخيم",
        "مكان",
        "بلدتين",
        "مدينتين",
        "قريتين",
        "ناحيه",
        "تل",
        "تله",
    }
)
ANAPHORIC = with_prefix(ANAPHORS, ARTICLE)


def places_of(
    scene: Scene,
    found: Found,
    places: Sequence[Chunk],
    told: Sequence[Chunk] = (),
    *,
    came_of: int = -1,
    goes_on: bool = False,
) -> list[Chunk]:
    """The places of one trigger from its own sentence; empty when the sentence names none.

    ``told``: the places of the claim before it in the sentence; they hold where none stands in the trigger's reach, and
    for what came of that claim, whose trigger ends at ``came_of``, where none stands behind it.
    ``goes_on``: sentences before have told a place, where a known deed is rather than far behind its word.
    """
    held = _talks_of(scene, found) if found.type == "talks" else []
    if held or not places:
        return held
    end = lead_end(scene)
    if scene.line.first < end < found.first:
        places = [chunk for chunk in places if chunk.first >= end]
    places = _on_its_own_way(scene, found, places)
    if not places:
        return []
    after = [chunk for chunk in places if chunk.first > found.last]
    near = _first_reachable(scene, found, after)
    if near is None and (there := _where_clause(scene, found, places)) is not None:
        return group_of(scene, most_specific(scene, there, places), places)
    if found.type in NEAR_PLACE:
        return group_of(scene, near, after) if near is not None else under_it(scene, found, places)
    by_means = _by_means(scene, found) if found.form.pos in ("noun", "phrase") else 0
    right_before = [chunk for chunk in places if by_means - 2 <= chunk.last < by_means] if by_means else []
    if right_before:
        return group_of(scene, most_specific(scene, right_before[-1], places), places)
    if near is not None:
        return group_of(scene, narrowest(scene, near, places), places)
    before = [chunk for chunk in places if chunk.last < found.first]
    seen_by = _witness(scene, found, before)
    if seen_by is not None:
        return group_of(scene, seen_by, places)
    if after or goes_on:
        before = [chunk for chunk in before if not _of_the_speaker(scene, chunk, found)]
    back = _last_reachable(scene, found, before)
    if back is not None:
        if told and (back.first < came_of or (came_of >= 0 and _is_where_it_lies(scene, told[-1], back))):
            return list(told)
        return group_of(scene, most_specific(scene, back, before), places)
    if before:
        return list(() if _fronted(scene, before[-1]) else told) or group_of(
            scene, most_specific(scene, before[-1], before), places
        )
    if goes_on and after and _is_told_apart(scene, found, after[0]):
        return []
    return group_of(scene, after[0], places) if after else [places[0]]


def _is_where_it_lies(scene: Scene, hit: Chunk, place: Chunk) -> bool:
    """Whether a place behind the one that was hit says where that lies: قصف قرى X وY، في جبل Z، ما أدى إلى مقتل 3."""
    if hit.sentence != scene.line.index or place.first <= hit.last or _fronted(scene, place):
        return False
    return not any(at in scene.found_at or scene.info(at).opener for at in range(hit.last + 1, place.first))


# What happened where somebody was, not where he went or was brought (all annotated sets: where he went was right for 20
# of 76).
_LEFT_BEHIND = frozenset({
    "killed", "wounded", "displaced", "withdrawal", "shooting", "captured",
    "siege", "equipment_loss", "agreement", "arrested", "abducted", "suicide_bombing",
})  # fmt: skip
# Where the others went to take them is where they were taken.
_TAKEN = frozenset({"arrested", "abducted"})


def _on_its_own_way(scene: Scene, found: Found, places: Sequence[Chunk]) -> Sequence[Chunk]:
    """The places without those where somebody only went, or came from, or where those of another deed went."""
    if found.type in _LEFT_BEHIND:
        return _left(scene, found, places)
    if found.type == "mobilize":
        places = without_where_from(scene, found, places)
    return [chunk for chunk in places if chunk.preposition not in INTO or not is_way_of_another(scene, found, chunk)]


def _left(scene: Scene, found: Found, places: Sequence[Chunk]) -> list[Chunk]:
    """The places without those where somebody only went, and without what holds such a one: نحو X في ريف Y."""
    gone = INTO | {UPON} if found.type == "displaced" else INTO  # نزحوا على X
    since = found.first if found.type in _TAKEN else scene.line.first  # تحركت قوة إلى X للقبض على Y
    left: list[Chunk] = []
    reached = scene.line.first - 3  # before every place of the sentence
    for chunk in places:
        went = chunk.preposition in gone and chunk.last >= since and scene.key(chunk.start - 2) != THE_WAY
        if went or chunk.start - 2 == reached:
            reached = chunk.last
        else:
            left.append(chunk)
    return left


def _talks_of(scene: Scene, found: Found) -> list[Chunk]:
    """محادثات جنيف وأستانا: the places that talks are called after are where they are held."""
    chunk = scene.chunk_at.get(found.last + 1) if found.form.pos != "verb" else None
    held: list[Chunk] = []
    while chunk is not None and chunk.kind == "place" and (chunk.conjoined or not held) and not _leads_in(chunk, held):
        held.append(chunk)
        chunk = scene.chunk_at.get(chunk.last + 1)
    return held


def _leads_in(chunk: Chunk, held: Sequence[Chunk]) -> bool:
    return not held and bool(chunk.preposition)


def _first_reachable(scene: Scene, found: Found, after: Sequence[Chunk]) -> Chunk | None:
    """The first of the places behind a trigger that no other clause parts from it: it is the nearest, or none is."""
    if after and _reachable(scene, found.last + 1, after[0].first, found):
        return after[0]
    return None


# How far before a deed "where" stands whose clause it opens, and how far before that the place, in words.
_WHERE_WITHIN, _PLACED_WITHIN = 3, 3
_WHERE = frozenset({"حيث"})


def _where_clause(scene: Scene, found: Found, places: Sequence[Chunk]) -> Chunk | None:
    """The place right before "where": توجه إلى X حيث اجتمع مع Y."""
    if not scene.has_any(_WHERE):
        return None
    opens = range(found.first - 1, max(scene.line.first, found.first - _WHERE_WITHIN) - 1, -1)
    where = next((at for at in opens if scene.key(at) in _WHERE), None)
    if where is None or any(at in scene.found_at for at in range(where, found.first)):
        return None
    before = [chunk for chunk in places if chunk.last < where]
    return before[-1] if before and where - before[-1].last <= _PLACED_WITHIN else None


# How far before a deed the verb stands that says which place lived to see it, in words.
_SEEN_WITHIN = 14
_SAW = ("شهد", "شهدت", "يشهد", "تشهد", "عاش", "عاشت", "تعيش", "يعيش")
WITNESS = frozenset(_SAW) | {AND + key for key in _SAW}


def _witness(scene: Scene, found: Found, before: Sequence[Chunk]) -> Chunk | None:
    """The place that saw the deed: شهدت محافظة X، التابعة لإقليم Y، اغتيال."""
    if not before or not scene.has_any(WITNESS):
        return None
    for chunk in before:
        verb = chunk.start - 1
        seen = not chunk.preposition and scene.key(verb) in WITNESS
        if seen and found.first - verb <= _SEEN_WITHIN and found.form.pos != "verb":
            between = range(chunk.last + 1, found.first)
            if not any(scene.info(at).opener or at in scene.found_at for at in between):
                return chunk
    return None


def _last_reachable(scene: Scene, found: Found, before: Sequence[Chunk]) -> Chunk | None:
    """The last of the places before a trigger that no other clause parts from it."""
    for chunk in reversed(before):
        if _reachable(scene, chunk.last + 1, found.first, found):
            return chunk
    return None


def _of_the_speaker(scene: Scene, chunk: Chunk, found: Found) -> bool:
    """Whether the place says where a speaker is, before what he says: قالت مصادر في X إن."""
    if scene.found and scene.found[0].first < chunk.first:
        return False
    infos = scene.line.infos
    spoken = any(info.speech for info in infos[scene.line.first : chunk.first])
    return spoken and any(info.that for info in infos[chunk.last + 1 : found.first])


# What begins another thing that a speaker says.
_AND_THAT = frozenset({"وان", "وانه", "وانها", "وانهم"})


def _is_told_apart(scene: Scene, found: Found, place: Chunk) -> bool:
    """Whether a place out of reach is not that of the deed: a known one (الانسحاب), or told in what is said next."""
    return found.form.definite or any(scene.key(at) in _AND_THAT for at in range(found.last + 1, place.first))


def _by_means(scene: Scene, found: Found) -> int:
    """Where the phrase begins that tells of the deed as a means: بغارة, بثلاث غارات (0 if it is none)."""
    if found.type in _HURT:
        return 0  # أفاد المراسل في X بمقتل 3
    if found.prefix.endswith("ب"):
        return found.first
    at = found.first - 1
    counted = number_prefix(scene.key(at)) == "ب" and read_numeral(scene.line.keys, at) is not None
    return at if counted else 0


def _fronted(scene: Scene, chunk: Chunk) -> bool:
    """Whether the place opens its clause: …، وفي الريف الحلبي تواصل الطائرات."""
    at = chunk.start - 1
    return scene.key(at) in ("في", "وفي") and (at <= scene.line.first or scene.key(at - 1) in ("،", ","))


# Who fell and who was hurt are told of one place: قتل 3 وأصيب 5 في X.
_HURT = frozenset({"killed", "wounded"})


def _reachable(scene: Scene, low: int, high: int, found: Found) -> bool:
    """Whether no other clause lies between."""
    if low >= high:
        return True
    for other in scene.found:
        if other is found or other.last < low or other.first >= high:
            continue
        if other.type in NEAR_PLACE and found.type not in NEAR_PLACE and min(other.last, high - 1) > found.last:
            return False  # قتل 3، قبل ساعات من قمة في X
        joined = other.form.pos == "verb" and other.prefix.startswith("و")
        if joined and not (other.type in _HURT and found.type in _HURT):
            return False
    infos = scene.line.infos
    for at, info in enumerate(infos[low:high], low):
        if info.function:
            if info.opener or info.key in _AND_THAT or (info.that and _is_told_next(scene, at, low, found)):
                return False
            continue
        if info.is_word:
            if (info.key in _MEANWHILE and _in_the_time(scene, at)) or info.key in AT_THAT_TIME:
                return False
            continue
        if info.key in (":", "؛"):
            return False
        if info.key in ("،", ",") and scene.key(at + 1).startswith("و") and _opens_a_clause(scene, at + 1):
            return False
    return True


# في وقت قصفت X, في الوقت الذي قصفت فيه X: another deed at the same time.
_MEANWHILE = frozenset({"وقت", "الوقت"})


def _in_the_time(scene: Scene, at: int) -> bool:
    return scene.key(at - 1) in ("في", "وفي") and at not in scene.time_at


def _is_told_next(scene: Scene, at: int, low: int, found: Found) -> bool:
    """Whether "that" opens what a speaker goes on to say: مؤكدا أن, مشيرا إلى أن."""
    before = (scene.info(at - 1), scene.info(at - 2))
    return at > low > found.last and any(info.speech or info.auxiliary for info in before)


def _opens_a_clause(scene: Scene, at: int) -> bool:
    """Whether a word with و behind a comma leads on to another clause: وفي X قتل 3, ونشرت صفحات صوراً."""
    info = scene.info(at)
    return bool(info.preposition) or (info.verb_like and at not in scene.found_at)


def with_coordinated(scene: Scene, own: list[Chunk], places: Sequence[Chunk]) -> list[Chunk]:
    """The places that are themselves hit, with what the sentence adds: X في الريف، وقريتي Y وZ."""
    if not own:
        return own
    own = [most_specific(scene, chunk, places) if chunk.preposition == TO else chunk for chunk in own]
    if not any(chunk is own[-1] for chunk in places):
        return own
    return [*own, *(chunk for chunk in group_of(scene, own[-1], places) if chunk not in own)]


def places_of_a_side(scene: Scene, agents: Sequence[Chunk]) -> list[Chunk]:
    """The place that a side is named after, where no other is told: شن ثوار حلب هجوماً."""
    for chunk in agents:
        if chunk.kind != "actor" or chunk.last == chunk.first or chunk.sentence != scene.line.index:
            continue
        reading = scene.info(chunk.last).place
        if reading is not None and reading[0] == "" and not scene.info(chunk.last).definite:
            at = chunk.last
            return [Chunk("place", at, at, at, scene.line.index, head=reading[1], number="s", definite=True)]
    return []
