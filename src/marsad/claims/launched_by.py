"""What stands farther off from a noun of force: who launched it, whose it is taken for, what it was aimed at."""

from __future__ import annotations

from collections.abc import Mapping

from marsad.arabic.clitics import ARTICLE, WITH, with_prefix
from marsad.arabic.verbal_nouns import TO_HARM
from marsad.claims.clause import as_governed, group_from
from marsad.claims.parties import ACTORS, ACTORS_OR_PLACES, ACTORS_OR_UNKNOWN, OWN, Parties, acts, ownerless, sniper_of
from marsad.claims.scene import AIMING, ASCRIBED_TO, COMMAS, HARD_STOPS, ORIGIN, STOPS, TAKEN_FOR, Found, Scene
from marsad.claims.suffered import undergone
from marsad.mentions.chunks import Chunk

# How far behind the noun the verb may stand whose object it is, and what that verb names behind itself.
DEED_WITHIN = 9
DOER_WITHIN = 4
AIM_WITHIN = 16
_PRONOUNS = ("ه", "ها", "هم", "هما")
_WITH_IT = frozenset({"به", "بها", "بهما", "بهم", "فيه", "فيها", "فيهما"})
_AIMED = ("علي", "ضد", "باتجاه", "تجاه", "صوب")
_HIT = frozenset({"actor", "group", "facility", "place", "people", "fighters"})
# Frames of force that are aimed at something.
FORCE = frozenset({"assault", "strike", "operation", "weapon", "fall", "launch", "shoot"})
# Where shells are fired from: what belongs to a side names the side.
_POSITIONS = frozenset(
    {"موقع", "نقطه", "منطقه", "قاعده", "ثكنه", "معسكر", "حاجز", "تمركز", "مربض",
     "مركز", "مقر", "طيران", "اماكن", "مخلفات"}
)  # fmt: skip
_ASCRIBED = frozenset({"منسوب", "منسوبه", "منسوبا"})
# Words by which something is taken to be somebody's.
_OF_WHOM = TAKEN_FOR | with_prefix(_ASCRIBED, ARTICLE)


def outer_roles(scene: Scene, found: Found, parties: Parties) -> None:
    """What the verb around a noun trigger says: who launched it, who suffered it, what it was aimed at."""
    if not parties.agents:
        parties.agents = [c for c in relative_clause(scene, found, parties) if c.kind in ACTORS_OR_UNKNOWN]
    if not parties.agents:
        carried = as_governed(scene, found, parties)
        parties.agents = [c for c in carried if c.kind in ACTORS_OR_PLACES or is_someone(scene, c)]
    if not parties.targets:
        parties.targets = [c for c in undergone(scene, found, parties) if c.kind != "count"]


def is_someone(scene: Scene, chunk: Chunk) -> bool:
    """Whether a word no list knows can be who did it: with the article, or beside another: سلاحه الجوي, ومرتزقته."""
    if chunk.kind == "other" and chunk.conjoined and scene.key(chunk.first).endswith(OWN):
        return True
    return chunk.kind == "other" and chunk.definite and (chunk.conjoined or scene.info(chunk.first).definite)


def relative_clause(scene: Scene, found: Found, parties: Parties) -> list[Chunk]:
    """The doer in the clause that describes a noun trigger: الضربات التي شنتها إسرائيل, هجوم نفذه X."""
    last, told_of_origin = min(scene.line.last, found.last + DEED_WITHIN), scene.has_any(_BY_ORIGIN)
    for at, info in enumerate(scene.line.infos[found.last + 1 : last], found.last + 1):
        if info.opener or info.key in HARD_STOPS:
            return []
        if (
            info.light is not None
            and info.light[0] == "agent"
            and (info.key.endswith(_PRONOUNS) or scene.key(at + 1) in _WITH_IT)
            and not info.prefix.endswith(("ب", "ل"))
            and at not in scene.chunk_at
        ):
            doers = _doers_behind(scene, at)
            if any(chunk.kind in ACTORS | {"other"} or not chunk.cue for chunk in doers):
                parties.because.append("rule:agent-of-relative-clause")
                return doers
            if info.light[1] == "verb":
                parties.dropped_subject = True
                return []
        if told_of_origin and (info.key in ORIGIN or info.rest in ASCRIBED_TO):
            doers = _sides_at_origin(scene, at + 1) if info.key in ORIGIN else _ascribed_to(scene, at)
            if doers:
                parties.because.append("rule:agent-it-came-from")
                return doers
    return []


# Words by which a clause tells where a deed came from.
_BY_ORIGIN = ORIGIN | ASCRIBED_TO


def _ascribed_to(scene: Scene, at: int) -> list[Chunk]:
    """هجوم نسب إلى X, تفجيرات نسبتها الشرطة لـX: the first behind ل or "to" whom somebody takes it to be of."""
    for place in range(at + 1, min(at + DOER_WITHIN + 2, scene.line.last)):
        chunk = scene.chunk_at.get(place)
        if chunk is not None and chunk.preposition in _TO_WHOM and chunk.kind in _HOLDERS:
            return group_from(scene, chunk)
    return []


_TO_WHOM = ("ل", "الي")


def _doers_behind(scene: Scene, at: int) -> list[Chunk]:
    """The first phrase behind a verb that no preposition governs: شنه عليه مسلحون, نفذه أمس الجيش."""
    place = at + 1
    while place <= min(at + DOER_WITHIN, scene.line.last - 1):
        chunk = scene.chunk_at.get(place)
        if chunk is not None and not chunk.preposition:
            return group_from(scene, chunk)
        if place in scene.time_at:
            place = scene.time_at[place].last + 1
            continue
        info = scene.info(place)
        if info.key in TAKEN_FOR and scene.info(place + 1).that:
            place += 2  # شنه من يشتبه بأنهم X
            continue
        if (chunk is None and not (info.function or not info.is_word)) or info.key in STOPS:
            return []
        place = (chunk.last if chunk is not None else place) + 1
    return []


def _side_of(chunk: Chunk | None) -> list[Chunk]:
    """The side named by a position that fires, or by itself."""
    if chunk is None:
        return []
    party = chunk.first_inner("actor", "group", "fighters")
    return [party] if party is not None else []


# How far behind the areas it came from those who hold them stand, in words.
_HELD_WITHIN = 6


def _sides_at_origin(scene: Scene, at: int) -> list[Chunk]:
    """مصدره X وY, مصدره المناطق التي تسيطر عليها X وY: the sides it came from."""
    chunk = scene.chunk_at.get(at)
    own = _side_of(chunk)
    if chunk is None or own:
        return [*own, *(c for c in group_from(scene, chunk)[1:] if c.kind in _HOLDERS)] if chunk is not None else []
    for holder in scene.chunks:
        if chunk.last < holder.first <= chunk.last + _HELD_WITHIN and holder.kind in ("actor", "group"):
            between = range(chunk.last + 1, holder.start)
            if any(scene.key(place) in HARD_STOPS | COMMAS for place in between):
                return []
            return [c for c in group_from(scene, holder) if c.kind in _HOLDERS]
    return []


_HOLDERS = frozenset({"actor", "group", "fighters"})


_AIRCRAFT = frozenset({"warplane", "aircraft", "helicopter", "drone"})


def _is_means(found: Found, chunk: Chunk) -> bool:
    """Whether arms or aircraft did it: من طائرات X, strikes from the air بطائرة X and لمسيرة X, بالصواريخ الروسية."""
    flies = bool(chunk.ids) and chunk.ids[0] in _AIRCRAFT
    if found.type == "shelling" and chunk.preposition == WITH and chunk.head.startswith(ARTICLE):
        return True
    return chunk.preposition == "من" or (chunk.preposition in ("ب", "ل") and flies and found.type == "airstrike")


def whose_weapon(scene: Scene, own: Chunk) -> list[Chunk]:
    """برصاص قوات X وعناصر Y: the sides inside the phrase that the weapon opens, and those tied to them."""
    side = own.first_inner("actor", "group", "fighters") if own.kind == "weapon" else None
    if own.kind == "weapon" and own.inner and own.inner[0].kind == "people" and acts(own.inner[0]):
        side = own.inner[0]  # برصاص حراس مقر X
    if side is None or side is own or side.first <= own.first:
        return [own] if own.kind == "weapon" and own.adjective_actor else sniper_of(scene, own)
    return [side, *(chunk for chunk in group_from(scene, own)[1:] if chunk.kind in ACTORS - {"weapon"})]


# How far behind a result the arms stand that it was done with, in words.
_ARMED_WITHIN = 10


def by_whose_arms(scene: Scene, found: Found) -> list[Chunk]:
    """قتل مدنيون بصواريخ X: the side whose arms they were, where no other deed stands between."""
    for chunk, arms in scene.armed():
        if arms is not chunk or chunk.preposition != WITH or not found.last < chunk.first <= found.last + _ARMED_WITHIN:
            continue
        for at in range(found.last + 1, chunk.start):
            other = scene.found_at.get(at)
            if scene.key(at) in STOPS or (other is not None and other.type not in _RESULTS):
                return []
        return whose_weapon(scene, chunk)
    return []


_RESULTS = frozenset({"killed", "wounded"})


# How far behind a strike the words for where it came from stand, past commas.
_ORIGIN_WITHIN = 26


def from_origin(scene: Scene, found: Found) -> list[Chunk]:
    """قصف استهدف قرية X، مصدره مناطق Y: whose shots they were is told at the end."""
    if not scene.has_any(ORIGIN):
        return []
    for at in range(found.last + 1, min(scene.line.last, found.last + _ORIGIN_WITHIN)):
        other = scene.found_at.get(at)
        again = other is not None and other is not found and other.trigger.frame in ("strike", "assault")
        if scene.key(at) in HARD_STOPS or (again and other is not None and other.form.pos != "verb"):
            return []
        if scene.key(at) in ORIGIN:
            return _sides_at_origin(scene, at + 1)
    return []


def fired_from(scene: Scene, found: Found) -> list[Chunk]:
    """قصف من مواقع X, غارات من طائرات X: the side whose positions or aircraft fired."""
    last = found.last
    for chunk in scene.chunks:
        if not last < chunk.first <= last + DEED_WITHIN or not (chunk.kind == "weapon" or chunk.preposition == "من"):
            continue
        for at in range(last + 1, chunk.first):
            if at in scene.found_at or scene.line.keys[at] in HARD_STOPS:
                return []
        if chunk.kind == "weapon" and not ownerless(chunk) and _is_means(found, chunk):
            return [chunk]
        if chunk.preposition == "من" and chunk.inner and chunk.head.removeprefix("ال") in _POSITIONS:
            return _side_of(chunk)
        if chunk.preposition == "من" and not chunk.conjoined and chunk.kind in _HOLDERS:
            return group_from(scene, chunk) if _right_behind(scene, found, chunk) else []
    return []


def _right_behind(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """قصف مدفعي من X, حصار من X: a side behind "from", where no verb, comma or word of its own takes it away."""
    at = min(chunk.start, chunk.first)
    if scene.info(at).prefix not in ("من", "وم") and scene.key(at - 1) != "من":
        return False
    for place in range(found.last + 1, at):
        info = scene.info(place)
        if (
            info.verb_like
            or info.opener
            or info.that
            or info.relative
            or info.speech
            or info.key in STOPS
            or info.light
        ):
            return False
    country = chunk.first == chunk.last and scene.info(chunk.first).place is not None
    return not country and chunk.head not in _SIDES_OF_A_FRONT and _bare(scene, at - 2) not in _TAKES_FROM


def _bare(scene: Scene, at: int) -> str:
    return scene.info(at).rest.removeprefix("ال")


# Words for where a shot came from that name no side: من الجهة التي يسيطر عليها.
_SIDES_OF_A_FRONT = frozenset({"جهه", "جانب", "طرف"})


# Words that take "from" for themselves: بالقرب من, خوفا من, عدد من.
_TAKES_FROM = frozenset(
    {"قريب", "قريبه", "قرب", "مقربه", "خالي", "خاليه", "خوفا", "خشيه", "عدد", "مزيد", "بدلا", "اكثر", "اقل", "كثير"}
)


def taken_for(scene: Scene, at: int, adjectives: Mapping[str, str]) -> Chunk | None:
    """Whose it is taken for: غارات يرجح أنها أمريكية, طائرات يعتقد أنها تابعة لـX."""
    if not scene.has_any(_OF_WHOM):
        return None
    for place, info in enumerate(scene.line.infos[at + 1 : min(at + 6, scene.line.last)], at + 1):
        if info.key in HARD_STOPS:
            return None
        ascribed = info.rest.removeprefix("ال") in _ASCRIBED
        if not ascribed and (info.key not in TAKEN_FOR or not scene.info(place + 1).that):
            continue
        owner = place + (1 if ascribed else 2)
        actor = adjectives.get(scene.key(owner))
        if actor is not None:
            return adjective_party(scene, owner, actor)
        chunk = scene.chunk_at.get(owner)
        if chunk is not None and chunk.kind == "weapon" and not ownerless(chunk):
            return chunk
        return chunk.first_inner("actor", "group") if chunk is not None else None
    return None


def adjective_party(scene: Scene, at: int, actor: str) -> Chunk:
    """The party that an adjective of nation names by itself."""
    head = scene.key(at)
    return Chunk("actor", at, at, at, scene.line.index, head=head, number="s", definite=True, ids=(actor,))


def aimed_at(scene: Scene, found: Found, agents: list[Chunk]) -> list[Chunk]:
    """What a deed was aimed at where its description stands between: هجوم نفذه X على Y, غارات هي الأعنف على Y."""
    if found.form.suffix:
        return []
    last = min(scene.line.last, found.last + AIM_WITHIN)
    at = found.last + 1
    while at < last:
        info, chunk, other = scene.info(at), scene.chunk_at.get(at), scene.found_at.get(at)
        if chunk is not None and chunk.first > found.last:
            if chunk.preposition in _AIMED and chunk.kind in _HIT and chunk not in agents:
                hand = scene.key(chunk.first) in ("يد", "ايدي", "مدي", "بعد", "الاقل", "خلفيه")
                return [] if hand else group_from(scene, chunk)
            at = chunk.last + 1
            continue
        means = other is not None and other.prefix.endswith("ب") and other.trigger.frame == "weapon"
        if other is not None and other is not found and other.form.pos != "victims" and not other.form.suffix:
            if not means:
                return []
            at = other.last + 1
            continue
        if (info.light is not None and info.light[0] == "undergo") or info.key in AIMING or info.key in _REACHING:
            return object_behind(scene, at)
        told = info.speech and info.key not in TAKEN_FOR
        if info.key in HARD_STOPS or info.opener or told or _ends(scene, at):
            return []
        at += 1
    return []


# How far behind a deed the words stand for what it is meant to do, in words.
_MEANT_WITHIN = 8


def meant_for(scene: Scene, found: Found) -> list[Chunk]:
    """عمليات لإبعاد X, غارات لاستهداف Y: those whom a deed without a target is meant to harm."""
    if found.form.suffix or not scene.has_any(TO_HARM):
        return []
    for at in range(found.last + 1, min(found.last + _MEANT_WITHIN, scene.line.last)):
        if scene.key(at) in TO_HARM:
            return object_behind(scene, at)
        if scene.key(at) in STOPS or scene.info(at).that or scene.info(at).opener:
            return []
    return []


# Verbs that say whom a deed reached: حملة اعتقالات طالت عدداً من المدنيين.
_REACHING = frozenset({"طال", "طالت", "طاول", "طاولت", "شمل", "شملت", "تطال", "تشمل", "يطال", "يطاول", "تطاول", "يشمل"})


def reached(scene: Scene, found: Found) -> list[Chunk]:
    """Whom the deed of a noun reached, by the verb right behind it or its adjective."""
    for at in (found.last + 1, found.last + 2):
        if scene.key(at) in _REACHING:
            return object_behind(scene, at)
    return []


def aimed_exactly_at(scene: Scene, found: Found) -> list[Chunk]:
    """غارات على المدينة مستهدفة X: what the participle names, which is more exact than the place."""
    for at in range(found.last + 1, min(scene.line.last, found.last + AIM_WITHIN)):
        other = scene.found_at.get(at)
        if scene.key(at) in HARD_STOPS or scene.info(at).opener or (other is not None and other.form.pos == "verb"):
            return []
        if scene.key(at) in AIMING:
            return object_behind(scene, at)
    return []


def object_behind(scene: Scene, at: int) -> list[Chunk]:
    """What is hit: the phrase behind a verb or participle, past a word for a part of it."""
    place = at + 1
    while True:
        hit = scene.chunk_at.get(place)
        if hit is not None and hit.kind == "weapon" and hit.preposition == WITH:
            place = hit.last + 1  # مستهدفا بالصواريخ محيط X
        elif hit is None and _leads_to_it(scene, place):
            place += 1
        else:
            break
    return group_from(scene, hit) if hit is not None and not hit.preposition and hit.kind in _HIT else []


# Behind which an adjective says how: تطال بشكل أساسي مقاتلين.
_MANNER = frozenset({"بشكل", "بصوره"})


def _leads_to_it(scene: Scene, at: int) -> bool:
    """Whether a word stands between a verb and what is hit: استهدفت عدداً من, تعرض له."""
    info = scene.info(at)
    how = scene.info(at - 1).auxiliary and scene.info(at - 1).rest in _MANNER
    return info.quantifier or info.auxiliary or info.pronominal or how


def _ends(scene: Scene, at: int) -> bool:
    """A verb of result or a new subject ends the description; so does a comma before anything but هي and its like."""
    info = scene.info(at)
    if info.light is not None and info.light[0] in ("result", "undergo"):
        return True
    if info.key in COMMAS:
        behind = scene.info(at + 1)
        carried = scene.chunk_at.get(at + 1)
        return not (
            behind.pronoun or (carried is not None and carried.preposition in _AIMED) or behind.preposition == "علي"
        )
    return False
