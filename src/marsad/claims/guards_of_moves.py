"""Guards of what forces take, leave, bring and hold: control, withdrawal, reinforcement, siege, operations.

As in guards.py each takes the sentence, the trigger, the phrase groups to its right and the report's context.
"""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import ARTICLE, FROM, OFF, UPON
from marsad.arabic.neighbours import TOWARDS, may_be_present
from marsad.claims.guards import PARTIES, Context, Guard, first_chunk, has, in_conflict, named_before, words_between
from marsad.claims.scene import Found, Group, Scene
from marsad.claims.subject import subject_before
from marsad.mentions.chunks import Chunk


def _repel(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    words = set(words_between(scene, found, 0, 8))
    attacks = any(
        f.type in ("attack", "airstrike", "shelling", "clash")
        for f in scene.found
        if f is not found and f.first > found.first
    )
    return (
        attacks
        or bool(words & context.words["repelled"])
        or has(groups[:1], PARTIES, "ل", "")
        or scene.key(found.last + 1) in context.words["to_them"]
    )


def _guarded_place(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    place = has(groups[:3], frozenset({"place", "facility"}))
    return context.conflict and (place or _on_ground(scene, groups[:3], context, UPON))


_CONTROL = frozenset(
    {
        "تحت",
        "خاضعه",
        "لسيطره",
        "مناطق",
        "الخاضعه",
        "لسيطرته",
        "خارج",
        "تخضع",
        "لسيطرتها",
        "يخضع",
        "منطقه",
        "وسيطره",
    }
)


# What is taken by a side; the name of a place that is not known is some other phrase.
_TAKEN = frozenset({"place", "facility", "other"})


def _control(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Taking, not holding: "under the control of", "areas of control" are states."""
    if not context.conflict:
        return False
    before = set(words_between(scene, found, 3, 0))
    if before & _CONTROL and (found.form.pos == "noun" or found.form.suffix):
        return False
    relative = any(scene.info(at).relative for at in range(max(scene.line.first, found.first - 2), found.first))
    if found.form.pos == "verb":
        present = may_be_present(scene.key(found.first).lstrip("و"))
        news = (
            context.posted
            and found.first - scene.line.first <= _HEADLINE_WITHIN
            and not scene.found[0].first < found.first
        )
        if not present and scene.key(found.last + 1) in _ON_IT:
            return True  # القرية التي سيطروا عليها
        return (not present or (news and not relative)) and has(groups[:4], _TAKEN)
    if scene.info(found.first - 1).rest in ("استعاد", "استعاده") if found.first > scene.line.first else False:
        return True
    if scene.key(found.last + 1) in _ON_IT and (found.prefix or _is_aimed_at(scene, found)):
        return True
    if scene.key(found.last + 1) == UPON and _on_ground(scene, groups[:1], context, UPON):
        return True  # السيطرة على المديرية
    on_it = () if scene.key(found.last + 1) == "علي" else ("علي",)
    return has(groups[: 4 if on_it else 1], frozenset({"place", "facility"}), *on_it) or bool(
        found.form.suffix and has(groups[:3], frozenset({"place", "facility"}))
    )


def _taken(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """بسطت سيطرتها; التنظيم الذي يفرض سيطرته على المدينة holds it."""
    if found.form.pos != "verb" or found.form.aspect != "imperfect" or found.form.future:
        return True
    return context.posted and not any(scene.info(found.first - step).relative for step in (1, 2))


# Within how many words of its line a verb of the present tells what happened, in a post: قوات X تسيطر على Y.
_HEADLINE_WITHIN = 5


def _is_aimed_at(scene: Scene, found: Found) -> bool:
    """تمكنوا من السيطرة عليها, يحاولون السيطرة عليها: what forces manage or try; not تعد السيطرة عليها."""
    before = scene.info(found.first - 1)
    armed = scene.chunk_at.get(found.first - 1)
    return (before.preposition == FROM and scene.key(found.first - 2) != _LIES_IN_IT) or (
        bool(before.light) or (armed is not None and armed.kind in PARTIES)
    )


_LIES_IN_IT = "شان"
# On what was named before: تمكنت القوات من السيطرة عليها.
_ON_IT = frozenset({"عليه", "عليها", "عليهما"})
_REGAIN = frozenset({"سيطره", "سيطرته", "سيطرتها", "سيطرتهم"})


def _regain(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    words = set(words_between(scene, found, 0, 6))
    return bool(words & _REGAIN) or has(groups[:2], frozenset({"place"}), "")


def _place_taken(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if context.conflict and found.form.suffix == "ها" and found.trigger.id != "control.clear":
        return True  # حررتها, عقب تحريرها: the place was named before
    rest = groups[:1] and not groups[0].preposition and groups[0].head.first_inner("place", "facility") is not None
    return (
        context.conflict
        and (
            bool(rest)  # تحرير بقايا المدينة
            or _on_ground(scene, groups[:2], context, "")
            or any(
                chunk.kind in ("place", "facility")
                for group in groups[:2]
                for chunk in group.chunks
                if group.preposition in ("", "ل", "في")
            )
        )
    )


def _ground(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """أخذت البلدة, سلم الفصيل ثلاثة مواقع: a place is what is taken or given, or some ground that has no name."""
    return _on_ground(scene, groups[:2], context, "")


def _ground_on(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """هيمن على القرية: the place stands behind على."""
    return _on_ground(scene, groups[:2], context, UPON)


def _ground_off(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """تخلى عن مواقعه: the place stands behind عن."""
    return _on_ground(scene, groups[:3], context, OFF)


def _on_ground(scene: Scene, groups: Sequence[Group], context: Context, preposition: str) -> bool:
    """Whether one of these phrases is a place, a facility or ground of no name, behind this preposition."""
    chunks = (chunk for group in groups if group.preposition == preposition for chunk in group.chunks)
    return context.conflict and any(
        chunk.kind in ("place", "facility")
        or scene.info(chunk.first).rest.removeprefix(ARTICLE) in context.words["ground"]
        or chunk.head.removeprefix(ARTICLE) in context.words["ground"]
        for chunk in chunks
    )


_OCCUPY = frozenset({"مركز", "المرتبه", "مرتبه", "صداره", "مكانه"})
_OCCUPIERS = frozenset({"سلطات", "قوات", "جيش"})


# Of verbs that tell a state as well as what made it, the aspect that tells the state.
_LASTING = "imperfect"


def _occupy(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """Taking, not holding: مواقع تحتلها القوات is a state."""
    words = set(words_between(scene, found, 1, 2))
    if found.form.definite or found.form.aspect == _LASTING or words & _OCCUPY:
        return False
    if found.form.pos != "verb" and words & _OCCUPIERS:
        return False  # قوات احتلال
    return _place_taken(scene, found, groups, context)


# How far before an entry the verb may stand that says it was managed, in words.
_SUCCEEDED_WITHIN = 8


def _forces_enter(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    place, armed = frozenset({"place"}), frozenset({"actor", "group", "fighters"})
    if not context.conflict or not has(groups[:3], place, "", "في", *TOWARDS):
        return False
    if found.form.pos != "verb":  # تمكنت القوات من دخول المدينة, عقب دخول القوات إلى المدينة
        if groups[0].head.kind in armed and not groups[0].preposition and has(groups[1:3], place, *TOWARDS):
            return True
        who = named_before(scene, found)
        verbs = scene.line.keys[max(scene.line.first, found.first - _SUCCEEDED_WITHIN) : found.first]
        return who is not None and who.kind in armed and not context.words["succeeded"].isdisjoint(verbs)
    before = subject_before(scene, found)
    doer = bool(groups) and groups[0].head.kind in armed and not groups[0].preposition
    return doer or (before is not None and before.head.kind in armed)


_LEFT_BY_PEOPLE = frozenset({"withdraw.leave", "withdraw.depart"})
_FROM_WHERE = frozenset({"place", "facility", "other"})


def _who_leave(found: Found, groups: Sequence[Group], before: Group | None) -> Chunk | None:
    """العائلات غادرت المدينة, خروج الأهالي من المدينة: people who leave a place."""
    behind = groups[0] if groups and not groups[0].preposition and groups[0].head.kind == "people" else None
    who = behind or (before if before is not None and before.head.kind == "people" else None)
    if who is None or (who.head.number == "s" and who.head.count is None):
        return None
    place = [group for group in groups if group is not who and group.head.kind in _FROM_WHERE]
    bare = found.trigger.id == "withdraw.depart"
    leave = any(group.preposition == FROM or (bare and not group.preposition) for group in place[:2])
    return who.head if leave else None


def left_by(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> Chunk | None:
    """The civilians who left, whom a war drives out; protesters go home."""
    if found.trigger.id not in _LEFT_BY_PEOPLE:
        return None
    who = _who_leave(found, groups, subject_before(scene, found) if found.form.pos == "verb" else None)
    words = {scene.info(at).rest.removeprefix(ARTICLE) for at in range(who.first, who.last + 1)} if who else set()
    return who if words.isdisjoint(context.words["protesters"]) else None


def _forces_leave(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    if not context.conflict:
        return False
    armed = frozenset({"actor", "group", "fighters"})
    before = subject_before(scene, found) if found.form.pos == "verb" else None
    doer = bool(groups) and groups[0].head.kind in armed and not groups[0].preposition
    origin = _from_somewhere(scene, found, groups, context)
    if found.trigger.id == "withdraw.retreat" and not origin:
        return False
    if found.trigger.id in _LEFT_BY_PEOPLE and _who_leave(found, groups, before) is not None:
        return True
    governed = found.form.pos == "noun" and any(
        chunk.kind in armed and chunk.last < found.first for chunk in scene.chunks
    )
    return (
        doer
        or governed
        or (before is not None and before.head.kind in armed)
        or bool(found.form.suffix)
        or found.form.number == "p"
    ) and origin


# How far behind those who leave the pronoun stands for where they were, in words.
_FROM_IT_WITHIN = 5


def _from_somewhere(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """خرج من البلدة, خروج الفصيل منها, غادر المدينة: where those who leave were."""
    if found.trigger.id == "withdraw.depart" and has(groups[:2], frozenset({"place"}), ""):
        return True
    if any(scene.key(at) in context.words["from_it"] for at in range(found.last + 1, found.last + 1 + _FROM_IT_WITHIN)):
        return True
    return any(group.preposition == FROM and group.head.kind in _FROM_WHERE for group in groups[:3])


def _place_lost(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """خسر النظام بلدة X, خسر 20 قرية: places by their names, or villages and positions by their number."""
    return context.conflict and any(
        chunk.kind == "place" or (chunk.kind == "facility" and chunk.count is not None)
        for group in groups[:2]
        for chunk in group.chunks
        if not group.preposition
    )


_VACATE = frozenset({"place", "facility", "fighters", "actor", "group"})


def _vacate(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and "سبيل" not in words_between(scene, found, 0, 2) and has(groups[:2], frozenset(_VACATE))


_SUPPLY = frozenset({"امداد", "طريق", "امدادات", "طرق", "الامداد"})


def _supply(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and bool(_SUPPLY & set(words_between(scene, found, 0, 4)))


def _strengthen(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    words = set(words_between(scene, found, 0, 6))
    return (
        context.conflict
        and scene.key(found.last + 1) not in context.words["abilities"]
        and bool(words & context.words["strengthened"])
    )


_MASS_1 = frozenset({"شعبي", "وطني", "دولي", "مواليد", "الشعبي"})


def _mass(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """حشد التنظيم قواته; not the men of the mobilisation forces, عناصر الحشد."""
    own = scene.chunk_at.get(found.first)
    if own is not None and own.first < found.first and found.form.definite:
        return False  # عناصر الحشد
    words = set(words_between(scene, found, 1, 5))
    return context.conflict and not words & _MASS_1 and bool(words & context.words["massed"])


_FORCES_SPREAD = frozenset({"عسكري", "عسكريا", "امني", "امنيا", "كثيف", "مكثفا"})


def _forces_spread(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """انتشرت قوات في الحي, انتشار للجيش; وتنتشر القوات على الحدود says where they are."""
    if found.form.aspect == _LASTING:
        return False
    chunk = first_chunk(groups)
    words = set(words_between(scene, found, 1, 3))
    if words & context.words["relief"] or scene.info(found.first - 1).rest in context.words["areas_of"]:
        return False
    return context.conflict and (
        (chunk is not None and chunk.kind in ("actor", "group", "fighters")) or bool(words & _FORCES_SPREAD)
    )


_OPERATION = frozenset({"عسكريه", "معركه", "المعركه", "امنيه", "بريه", "هجوميه"})


def _operation(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and bool(_OPERATION & set(words_between(scene, found, 0, 6)))


_AIRBORNE = frozenset({"جوي", "جويا", "مظلي", "قوات", "بحري"})


def _airborne(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    return context.conflict and bool(_AIRBORNE & set(words_between(scene, found, 1, 3)))


def _not_relative(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """اتخذ من المدرسة ثكنة: told as news, not as what a place is: مبنى تتخذه القوات مقرا."""
    relative = any(scene.info(at).relative for at in range(max(scene.line.first, found.first - 2), found.first))
    return context.conflict and not relative and found.form.aspect != _LASTING


def _in_posts(scene: Scene, found: Found, groups: Sequence[Group], context: Context) -> bool:
    """A word that names a happening where people tell it in their own words: ساقوا معهم ثلاثة شبان."""
    return context.conflict and context.posted


MOVES: dict[str, Guard] = {
    "repel": _repel, "control": _control, "taken": _taken, "regain": _regain, "seize": _guarded_place,
    "place_taken": _place_taken,
    "occupy": _occupy, "forces_enter": _forces_enter, "forces_leave": _forces_leave, "place_lost": _place_lost,
    "vacate": _vacate, "supply": _supply, "strengthen": _strengthen, "mass": _mass, "forces_spread": _forces_spread,
    "operation": _operation, "airborne": _airborne, "in_posts": _in_posts, "ground": _ground,
    "ground_on": _ground_on, "ground_off": _ground_off, "not_relative": _not_relative,
    "conflict_report": in_conflict, "materiel": in_conflict, "siege": in_conflict, "forces": in_conflict,
}  # fmt: skip
