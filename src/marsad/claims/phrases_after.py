"""The phrases that a trigger governs to its right: where its clause ends, what is joined, what only describes."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, TO, UPON, WITH
from marsad.arabic.neighbours import THE_LEAST
from marsad.arabic.number_words import IN
from marsad.arabic.place_words import SIDES
from marsad.claims.scene import AIMING, BOMBER, COMMAS, HARD_STOPS, ORIGIN, QUOTES, TAKEN_FOR, Found, Group, Scene
from marsad.mentions.chunks import Chunk

# "Strong" is written like "forces".
_STRONG = frozenset({"قوي", "قويا", "القوي"})
_ANOTHER = frozenset({"اخر", "اخري"})
_BY_THE_HAND = frozenset({"بيد", "بايدي", "بايادي"})
_HANDS = frozenset({"يد", "ايدي", "ايادي", "يدي"})


def groups_after(scene: Scene, found: Found) -> list[Group]:
    """The phrases a trigger governs to its right, up to the end of its clause."""
    groups: list[Group] = []
    aside, verb = -1, found.form.pos == "verb"
    at, last, keys = found.last + 1, scene.line.last, scene.line.keys
    chunk_at, found_at, time_at = scene.chunk_at, scene.found_at, scene.time_at
    while at < last:
        if keys[at] in _BY_THE_HAND and scene.info(at + 1).that:
            break  # بيد أن: "however"
        other = found_at.get(at)
        if other is not None and other is not found and not _names_people(other):
            if _shares(found, other, groups):
                at = other.last + 1
            elif groups and _is_its_means(scene, found, other):
                at = _past_the_means(scene, other)
            elif verb and other.form.definite and _says_when(scene, found, other):
                at = other.last + 1  # فجروا خلال الهجوم أحد المقرات
            else:
                break
        elif at in chunk_at:
            chunk = chunk_at[at]
            if chunk.last < at or found.first <= chunk.first <= found.last:
                _add_owner(groups, found, chunk)
            elif chunk.head == THE_LEAST and chunk.preposition == UPON:
                pass  # أطلقت صاروخين على الأقل تجاه X
            elif groups and chunk.kind == "place" and _is_where_it_lies(scene, chunk):
                pass
            elif groups and (chunk.kind in _TITLED or aside >= 0) and _is_beside(scene, groups[-1], chunk, aside):
                aside = chunk.last + 1  # قتل فلان، العميد في X وقائد Y
            elif chunk.kind == "other" and _describes_another(scene, found, chunk):
                pass
            elif groups or verb:
                _add(scene, groups, chunk)
            elif _describes(scene, found, chunk):
                _add_owner(groups, found, chunk)
            elif _joined_to_another(scene, found, chunk):
                break
            else:
                _add(scene, groups, chunk)
            at = chunk.last + 1 if chunk.last > at else at + 1
        elif at in time_at:
            at = time_at[at].last + 1
        else:
            step = _past_the_word(scene, found, groups, at)
            if not step:
                break
            at += step
    return groups


_TITLED = frozenset({"fighters", "people", "office"})
# What ends the phrases of a deed: what it came from, and what was aimed at.
_ENDING = ORIGIN | AIMING


def _names_people(other: Found) -> bool:
    """Whether a trigger is a word for people, who take part in other deeds: قتلى; اقتحم انتحاري نقطة تفتيش."""
    return other.form.pos == "victims" or other.trigger.id == BOMBER


def _past_the_word(scene: Scene, found: Found, groups: Sequence[Group], at: int) -> int:
    """How many words the phrases go on over a word that is in none of them, 0 where it ends the clause."""
    info = scene.line.infos[at]
    key = info.key
    if not info.is_word:
        ends = key in HARD_STOPS or (
            key in COMMAS and _comma_ends(scene, at) and not (groups and _means_behind(scene, found, at))
        )
        return not ends
    if groups and key in TAKEN_FOR and scene.info(at + 1).that:
        return 3
    if info.relates and (info.opener or info.relative or info.verb_like or info.speech or (info.that and groups)):
        return 0
    if key in _ENDING or (info.prefix == "ل" and info.triggers):
        return 0
    return 0 if info.light is not None and info.light[1] == "verb" else 1


# Frames of verbs whose object may stand behind what they did it by or with whose help.
_BY_MEANS = frozenset({"assault", "strike", "target", "besiege", "destroy"})


def _is_its_means(scene: Scene, found: Found, other: Found) -> bool:
    """Whether another deed only says how a verb was done: داهمت القوات بمساندة X بلدة Y, دمرت الطائرات بغارتين منصة."""
    if found.form.pos != "verb" or other.form.pos == "verb" or found.trigger.frame not in _BY_MEANS:
        return False
    before = scene.chunk_at.get(other.first)
    counted = before is not None and before.start < other.first and scene.key(before.start).startswith(WITH)
    return other.prefix.endswith(WITH) or counted or scene.key(other.first).startswith(WITH)


# Prepositions of the occasion at which a deed was done.
_DURING = frozenset({"في", "خلال", "اثناء", "بعد", "عقب", "قبل", "قبيل", "وسط", "اثر"})


def _says_when(scene: Scene, found: Found, other: Found) -> bool:
    """Whether another deed only says when a verb was done, which its object stands behind: فجروا خلال الهجوم X."""
    if other.form.pos == "verb" or found.type == other.type:
        return False
    behind = scene.chunk_at.get(other.last + 1) or scene.chunk_at.get(other.last + 2)
    return scene.key(other.first - 1) in _DURING and behind is not None and not behind.preposition


def _means_behind(scene: Scene, found: Found, at: int) -> bool:
    """Whether the means of a verb stands behind a comma: دمرت الطائرات، بغارتين، منصة."""
    if found.form.pos != "verb":
        return False
    other = scene.found_at.get(at + 1)
    return other is not None and other is not found and _is_its_means(scene, found, other)


def _past_the_means(scene: Scene, other: Found) -> int:
    """Where the clause goes on behind the means and whose they were."""
    owner = scene.chunk_at.get(other.last + 1)
    return owner.last + 1 if owner is not None and not owner.preposition else other.last + 1


_NO_LIST = frozenset({"other", "count", "weapon"})


def _joined_to_another(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether the first phrase behind a noun goes on a list that began before it: قرية X بغارات متتالية وبلدة Y."""
    if chunk.kind in _NO_LIST or found.form.pos not in ("noun", "phrase"):
        return False
    return chunk.conjoined or scene.line.infos[chunk.start].prefix.startswith(AND)


def _second_adjective(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """القصف المدفعي والصاروخي: what و ties to the adjective of a deed is an adjective too."""
    if chunk.kind != "other" or chunk.first > found.last + 2:
        return False
    info = scene.line.infos[chunk.first]
    own = not chunk.inner or (chunk.inner[0].first == chunk.first + 1 and chunk.inner[0].preposition == "")
    return info.prefix == "و" and own and info.rest.endswith(("ي", "يه")) and not chunk.count


def _add_owner(groups: list[Group], found: Found, chunk: Chunk) -> None:
    """قصف صاروخي للجيش: the adjective of a trigger took in a party that belongs to the trigger."""
    inner = chunk.inner[0] if chunk.inner and chunk.kind == "other" and found.form.pos != "victims" else None
    if inner is not None and inner.first > found.last and inner.kind in ("actor", "group", "fighters", "weapon"):
        groups.append(Group("ل", [inner]))


def _describes_another(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether an unknown word alone describes a word of a deed that heads no phrase: أصيب بجروح طفيفة, رد انتقامي."""
    first = chunk.first
    if first != chunk.last or first - 1 <= found.last or chunk.count is not None or chunk.preposition:
        return False
    before = scene.line.infos[first - 1]
    told = bool(before.triggers) and before.noun is None and before.definite == chunk.definite
    return told and not scene.line.infos[first].prefix


def _is_where_it_lies(scene: Scene, chunk: Chunk) -> bool:
    """A side of a wider place right behind a place says where that lies and is no phrase of the verb: X شمال Y."""
    if chunk.preposition or chunk.conjoined:
        return False
    if chunk.cue != "side" and scene.info(chunk.start).rest not in SIDES:
        return False
    before = scene.chunk_at.get(chunk.start - 1)
    return before is not None and before.kind == "place"


def _is_beside(scene: Scene, group: Group, chunk: Chunk, aside: int) -> bool:
    """قتل فلان، العميد في X وقائد Y: a title with the article behind a name and a comma is no phrase of the verb."""
    if chunk.conjoined:
        return chunk.start == aside
    if chunk.preposition or chunk.number != "s" or chunk.kind not in _TITLED:
        return False
    named = group.chunks[-1]
    if named.kind not in ("other", "people") or named.number != "s" or named.last == named.first:
        return False
    beside = chunk.start == named.last + 2 and scene.key(named.last + 1) in COMMAS
    return beside and chunk.count is None and scene.info(chunk.first).definite


def _before_whom(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """نزوح واسع للأهالي: a lone word between the noun and ل with those whom it befell is its adjective."""
    if (
        chunk.kind != "other"
        or not chunk.first == chunk.last == found.last + 1
        or chunk.definite
        or found.form.definite
    ):
        return False
    whom = scene.chunk_at.get(chunk.last + 1)
    return whom is not None and whom.preposition == TO and whom.kind in ("people", "fighters", "group")


# Frames of what befalls people: "another" behind their noun is one of them.
_SUFFERED = frozenset({"death", "kill", "die", "injured"})


def _describes(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """An unknown word right after a noun trigger that agrees with it is its adjective, not its genitive."""
    key, suffered = scene.line.keys[chunk.first], found.trigger.frame in _SUFFERED
    if chunk.first == chunk.last == found.last + 1:
        another = chunk.head in _ANOTHER and (chunk.number == "s" or key.endswith("ي"))
        if key in _STRONG or (another and not (suffered and found.form.number != "p")):
            return True
    if _second_adjective(scene, found, chunk) or (suffered and _before_whom(scene, found, chunk)):
        return True
    if suffered and not (found.form.number == "p" and chunk.first == chunk.last and key.endswith("ه")):
        return False
    if (
        found.form.pos not in ("noun", "phrase")
        or (found.form.suffix and not chunk.definite)
        or chunk.kind not in ("other", "fighters")
        or chunk.count is not None
    ):
        return False
    shared = scene.found_at.get(chunk.first - 1)
    quoted = chunk.first == found.last + 2 and scene.key(found.last + 1) in QUOTES  # دمار «كبير»
    beside = chunk.first == found.last + 1 or quoted or (shared is not None and shared.form.pos == found.form.pos)
    if not beside or chunk.conjoined or chunk.preposition:
        return False
    if chunk.kind == "fighters" and not (chunk.number == "s" and (chunk.head.endswith("ي") or key.endswith("ه"))):
        return False
    if chunk.inner and found.form.definite and not scene.info(chunk.first).definite:
        return False  # استهدف القصف محيط مدرسة X
    return chunk.definite == (found.form.definite or bool(found.form.suffix))


def _shares(found: Found, other: Found, groups: Sequence[Group]) -> bool:
    """Coordinated triggers share what follows the last of them: قتل وجرح العشرات."""
    return (
        not groups and other.form.pos == found.form.pos and other.form.pos in ("noun", "verb") and other.prefix == "و"
    )


def _comma_ends(scene: Scene, at: int) -> bool:
    """A comma ends the clause when a verb, an opener or a trigger follows it."""
    at += 1
    if at >= scene.line.last:
        return True
    if at in scene.time_at:
        return False
    if at in scene.found_at and scene.found_at[at].form.pos != "victims":
        return True
    info = scene.line.infos[at]
    return bool(
        info.opener or info.verb_like or info.speech or info.light or info.relative or info.auxiliary or info.pronoun
    )


def _add(scene: Scene, groups: list[Group], chunk: Chunk) -> None:
    """Put a chunk into the group before it or into a new one."""
    if chunk.conjoined and groups and chunk.head != "جثه" and groups[-1].chunks[-1].last < chunk.first:
        between_found = any(at in scene.found_at for at in range(groups[-1].chunks[-1].last + 1, chunk.start))
        if not between_found:
            groups[-1].chunks.append(chunk)
            return
    groups.append(Group(chunk.preposition, [chunk], _by(scene, chunk)))


_ON_THE_PART = frozenset({"قبل", "طرف", "جانب"})
_DOING = _BY_THE_HAND | _HANDS | _ON_THE_PART
# How far behind what somebody suffered those stand at whose hands he did, in words.
_AT_THE_HANDS_WITHIN = 24


def doer_farther_on(scene: Scene, found: Found) -> list[Group]:
    """قتل سائق يدعى X، ينحدر من Y، على يد Z: at whose hands it was, past commas, before another deed."""
    if not scene.has_any(_DOING):
        return []
    for chunk in scene.chunks:
        if not found.last < chunk.first <= found.last + _AT_THE_HANDS_WITHIN:
            continue
        for at in range(found.last + 1, chunk.first):
            other = scene.found_at.get(at)
            apart = other is not None and other is not found and other.type not in ("killed", "wounded")
            if apart or scene.key(at) in HARD_STOPS or scene.info(at).that or scene.info(at).speech:
                return []
        if _by(scene, chunk):
            return [Group(chunk.preposition, [chunk], by=True)]
    return []


_IN_HANDS = frozenset({UPON, IN})


def _by(scene: Scene, chunk: Chunk) -> bool:
    """من قبل X, على يد X and في أيدي X name the doer."""
    keys, before, preposition = scene.line.keys, chunk.start - 1, chunk.preposition
    if keys[before] in QUOTES:
        before -= 1  # من قبل "X"
    if keys[before] in _ON_THE_PART and before > scene.line.first and keys[before - 1] in ("من", "ومن"):
        return True
    if chunk.inner:
        key = keys[chunk.first]
        if key in _BY_THE_HAND or (preposition == "من" and key in ("طرف", "جانب")):
            return True
        if preposition in _IN_HANDS and key in _HANDS:
            return True
    return preposition == "بواسطه" and chunk.kind in ("actor", "group", "fighters")
