"""How many: the count of a claim from its victims, one claim for each number, subsets beside their total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.arabic.clitics import ARTICLE
from marsad.claims.scene import Found, Group, Scene, number_behind
from marsad.mentions.chunks import Chunk

COUNTED = frozenset(
    {
        "killed",
        "wounded",
        "captured",
        "abducted",
        "arrested",
        "released",
        "displaced",
        "assassination",
        "equipment_loss",
        "protest",
    }
)
PERSONS = frozenset({"people", "fighters", "office"})
_PERSONS_OR_COUNT = PERSONS | {"count"}
_PERSONS_OR_WEAPONS = PERSONS | {"weapon"}
_COUNTABLE = _PERSONS_OR_WEAPONS | {"other", "facility"}
# The reasons of a number that is written, and of one that only the plural of the deed gives: إصابات.
NUMBERED = "rule:number"
PLURAL_DEED = "rule:plural-of-the-deed"


@dataclass(slots=True, eq=False)
class Toll:
    """One number with the people or things it counts; ``first`` and ``last`` are the words that state it."""

    chunks: list[Chunk]
    low: int | None = None
    high: int | None = None
    first: int = -1
    last: int = -1
    why: str = ""

    def counts(self, kind: str) -> bool:
        """Whether it is a number of people or things: إصابات tells of several people, احتجاجات of several protests."""
        return self.low is not None and self.first >= 0 and (self.why != PLURAL_DEED or kind in _HURT)


def tolls_of(
    scene: Scene, found: Found, kind: str, targets: Sequence[Chunk], groups: Sequence[Group], *, object_pronoun: bool
) -> list[Toll]:
    """The tolls of a trigger: the total first, then the subsets that بينهم and its like name."""
    if kind not in COUNTED:
        return [Toll(list(targets))]
    if kind == "equipment_loss" and found.last > found.first and scene.info(found.last).weapon is not None:
        return [_in_its_phrase(scene, found, targets)]
    own = scene.chunk_at.get(found.first) if found.form.pos == "victims" else None
    if own is not None:
        if _is_unit(scene, found, own):
            return []
        behind = number_behind(scene, found) or _counted_behind(found, own, targets)
        stated = _own_number(scene, found, own) if behind is None else count_chunk(scene, behind)
        tolls = [Toll(list(targets), stated.low, stated.high, stated.first, stated.last, stated.why)]
    else:
        tolls = [_agreeing(found, toll) for toll in _totals(scene, found, kind, list(targets))]
    return tolls


def _counted_behind(found: Found, own: Chunk, targets: Sequence[Chunk]) -> Chunk | None:
    """جثث 4 مدنيين: whose bodies they are is counted right behind the word, which has no number of its own."""
    dead = targets[0] if targets and own.count is None else None
    counted = dead is not None and dead is not own and dead.count is not None and dead.start == found.last + 1
    return dead if counted else None


def _is_unit(scene: Scene, found: Found, own: Chunk) -> bool:
    """Whether a word for victims only counts those named before it: بلغ عدد الجرحى 492 جريحاً."""
    if own.count is None:
        return False
    return any(
        other is not found
        and other.type == found.type
        and other.form.pos == "victims"
        and 0 < found.first - other.last <= _UNIT_WITHIN
        and number_behind(scene, other) is own
        for other in scene.found
    )


def _own_number(scene: Scene, found: Found, own: Chunk) -> Toll:
    """The number of victims named by their own word; where another word begins the phrase, by the form of theirs."""
    either = _dead_or_hurt_of(scene, found, own)
    if either is not None:
        return either
    if own.count is not None or own.first >= found.first:
        return _stated(scene, own)
    low, high = {"s": (1, 1), "d": (2, 2)}.get(found.form.number or "", (2, None))
    return Toll([own], low, high, found.first, found.last, "rule:form-of-the-victims")


def _dead_or_hurt_of(scene: Scene, found: Found, own: Chunk) -> Toll | None:
    """عشرات الضحايا بين قتيل وجريح: each is one at least, of the number before."""
    at = scene.chunks.index(own)
    first = at - 1 if own.conjoined and at > 0 else at
    if found.form.number != "s" or own.count is not None or scene.chunks[first].preposition != _BETWEEN:
        return None
    whole = scene.chunks[first - 1] if first > 0 else None
    if whole is None or whole.count is None:
        return Toll([own], 1, None, found.first, found.last, "rule:joint-total")
    stated = count_chunk(scene, whole)
    low, high = joint(stated, stated.high is None or stated.high != stated.low)
    return Toll([whole], low, high, stated.first, stated.last, "rule:joint-total")


_BETWEEN = "بين"


def _agreeing(found: Found, toll: Toll) -> Toll:
    """A verb in the dual says that they were two (والدا الشابة قتلا), a bare plural several (أدى إلى إصابات)."""
    form = found.form
    several = form.pos == "noun" and form.number == "p" and not form.definite and not form.suffix
    if toll.low is None and several:
        return Toll(toll.chunks, 2, None, found.first, found.last, PLURAL_DEED)
    if toll.low is None and form.pos == "noun" and form.number == "d" and found.type in _HURT and not form.suffix:
        return Toll(toll.chunks, 2, 2, found.first, found.last, "rule:dual")
    if found.form.pos != "verb" or found.form.number != "d" or toll.low not in (None, 1) or not toll.chunks:
        return toll
    chunk = toll.chunks[0]
    return Toll(toll.chunks, 2, 2, chunk.first, chunk.last, "rule:dual-verb")


# Types whose own noun tells of several people.
_HURT = frozenset({"killed", "wounded"})
# How near the counted word stands behind the one whose number it is, in words.
_UNIT_WITHIN = 22


def _stated(scene: Scene, own: Chunk) -> Toll:
    """The number of victims named by their own word; العشرات من الشهداء والجرحى share one number jointly."""
    at = scene.chunks.index(own)
    before = scene.chunks[at - 1] if at > 0 and own.conjoined and own.count is None else None
    after = scene.chunks[at + 1] if at + 1 < len(scene.chunks) else None
    if before is not None and before.count is not None and before.head in _DEAD_OR_HURT:
        stated = count_chunk(scene, before)
        low, high = joint(stated, stated.high is None or stated.high != stated.low)
        return Toll([own], low, high, stated.first, stated.last, "rule:joint-total")
    if (
        own.count is not None
        and after is not None
        and after.conjoined
        and after.count is None
        and after.head in _DEAD_OR_HURT
        and after.first == own.last + 1
    ):
        stated = count_chunk(scene, own)
        low, high = joint(stated, stated.high is None or stated.high != stated.low)
        return Toll([own], low, high, stated.first, stated.last, "rule:joint-total")
    return count_chunk(scene, own)


_DEAD_OR_HURT = frozenset({"قتيل", "شهيد", "جريح", "مصاب", "ضحيه"})


def _totals(scene: Scene, found: Found, kind: str, targets: list[Chunk]) -> list[Toll]:
    if not targets:
        return [Toll([])]
    counted = [count_chunk(scene, chunk) for chunk in targets]
    if len(targets) == 1:
        return counted
    if len(targets) == 2 and _same_person(scene, *targets):
        return [count_chunk(scene, targets[0])]
    if kind != "equipment_loss" and _named_together(scene, targets):
        last = targets[-1].last
        return [Toll(targets, len(targets), len(targets), targets[0].first, last, "rule:named-together")]
    with_number = [toll for toll in counted if toll.low is not None]
    if kind == "equipment_loss" or all(chunk.count is not None or chunk.number == "d" for chunk in targets):
        return counted
    persons = all(chunk.kind in _PERSONS_OR_COUNT or chunk.count is not None for chunk in targets)
    if persons and len(with_number) == len(counted):
        return counted
    if targets[0].count is not None:
        return [Toll(targets, counted[0].low, counted[0].high, counted[0].first, counted[0].last, "rule:shared-number")]
    return [Toll(targets)]


def _named_together(scene: Scene, chunks: Sequence[Chunk]) -> bool:
    """Whether a list names single victims one by one: مدرس وزوجته, X وY."""
    return all(
        chunk.count is None and chunk.number == "s" and (chunk.kind in ("people", "office") or _named(chunk))
        for chunk in chunks
    ) and all(_named(chunk) or _of_the_family(scene, chunk) for chunk in chunks[1:])


def _same_person(scene: Scene, one: Chunk, other: Chunk) -> bool:
    """Whether the second phrase only says who the first is: X، مدير المركز."""
    return _named(one) and other.kind == "office" and other.number == "s" and scene.key(other.first)[:1] != "و"


def _of_the_family(scene: Scene, chunk: Chunk) -> bool:
    """A person told by whose he or she is: زوجته, ابنها."""
    return chunk.kind == "people" and scene.key(chunk.first).endswith(_POSSESSED) and chunk.head not in _FEMININE


# Endings of a noun with its owner; the first is also the feminine one, of which the head tells.
_POSSESSED = ("ه", "ها", "هما", "هم")
_FEMININE = frozenset(
    {"امراه", "طفله", "فتاه", "سيده", "شابه", "رضيعه", "مسنه", "عامله", "طالبه", "مواطنه", "ناشطه", "طبيبه"}
)
# Nouns in the singular that mean several people.
_FAMILIES = frozenset({"عايله", "اسره", "عصابه"})


# Words for one of several: أحد قادتها.
_ONE_OF = frozenset({"احد", "احدي"})


def count_chunk(scene: Scene, chunk: Chunk) -> Toll:
    """The number of one phrase: stated, or shown by the noun's own form."""
    number = chunk.count
    if number is not None:
        return Toll([chunk], number.low, number.high, number.first, number.last, NUMBERED)
    behind = scene.chunk_at.get(chunk.last + 1) if chunk.definite and chunk.number == "p" else None
    if behind is not None and behind.kind == "count" and behind.count is not None:
        stated = behind.count  # القتلى السبعة: the number stands behind the article
        if scene.key(stated.first).startswith(ARTICLE) and stated.first == chunk.last + 1:
            return Toll([chunk], stated.low, stated.high, stated.first, stated.last, "rule:number-behind")
    if chunk.kind not in _COUNTABLE and scene.key(chunk.first - 1) not in _ONE_OF:
        if _set_at_two(scene, chunk):
            return Toll([chunk], 2, 2, chunk.first, chunk.last, "rule:two")
        return Toll([chunk])
    at = chunk.first
    if chunk.number != "s" and _set_at_two(scene, chunk):
        return Toll([chunk], 2, 2, at, chunk.last, "rule:two")
    if chunk.head == "من":
        return Toll([chunk], 1, None, at, chunk.last, "rule:whoever-was-there")
    if scene.key(min(chunk.start, at) - 1) in _ONE_OF:
        return Toll([chunk], 1, 1, min(chunk.start, at) - 1, min(chunk.start, at) - 1, "rule:one-of-them")
    if chunk.head in _FAMILIES and chunk.number == "s":
        return Toll([chunk], 2, None, at, at, "rule:a-family")
    if chunk.kind == "weapon" and scene.key(at).endswith(_DUAL_OF_WEAPONS):
        return Toll([chunk], 2, 2, at, at, "rule:dual")
    if chunk.kind == "weapon" and chunk.number == "s":
        if _several_weapons(scene, at):
            definite = scene.info(at).definite and scene.info(at).rest not in _WEAPONS
            return Toll([chunk]) if definite else Toll([chunk], 2, None, at, at, "rule:indefinite-plural")
        return Toll([chunk], 1, 1, at, chunk.last, "rule:singular")
    if chunk.number == "d" or _both(scene, chunk) or _dual_construct(scene, chunk):
        return Toll([chunk], 2, 2, at, at, "rule:dual")
    if chunk.number == "s" and not chunk.definite and scene.key(chunk.last + 2) == "الاقل":
        return Toll([chunk], 1, None, at, chunk.last + 2, "rule:one-at-least")
    if chunk.number == "s" and (not chunk.definite or chunk.kind in PERSONS or _named(chunk)):
        return Toll([chunk], 1, 1, at, chunk.last if chunk.definite else at, "rule:singular")
    some = not chunk.definite or _some_of(scene, chunk)
    if chunk.number == "p" and some and chunk.kind in _PERSONS_OR_WEAPONS:
        return Toll([chunk], 2, None, at, at, "rule:indefinite-plural")
    return Toll([chunk])


# Plurals that their endings do not tell, of words that the lexicon of weapons has as they are.
_WEAPONS = frozenset(
    {"اسلحه", "صواريخ", "قذايف", "قنابل", "بنادق", "مدافع", "الغام", "ذخاير", "براميل", "احزمه", "اليات"}
)
_FEMININE_PLURAL = "ات"
# Endings of a dual, in words for vehicles and weapons that the lexicon has as they are: عربتين, صاروخان.
_DUAL_OF_WEAPONS = ("تين", "تان", "خين", "خان")
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})


def _several_weapons(scene: Scene, at: int) -> bool:
    key = scene.info(at).rest
    return key.removeprefix(ARTICLE) in _WEAPONS or key.endswith(_FEMININE_PLURAL)


def _in_its_phrase(scene: Scene, found: Found, targets: Sequence[Chunk]) -> Toll:
    """أسقطت طائرة, إسقاط صاروخين: the phrase of the deed names what was lost, and its form how many."""
    at = found.last
    if scene.key(at).endswith(_DUAL_OF_WEAPONS):
        return Toll(list(targets), 2, 2, at, at, "rule:dual")
    if _several_weapons(scene, at):
        return Toll(list(targets), 2, None, at, at, "rule:indefinite-plural")
    return Toll(list(targets), 1, 1, at, at, "rule:singular")


def _set_at_two(scene: Scene, chunk: Chunk) -> bool:
    """Whether the word for two stands in or right behind the phrase: عسكريين اثنين."""
    return scene.key(chunk.last) in _TWO or (scene.key(chunk.last + 1) in _TWO and chunk.last == chunk.first)


def _dual_construct(scene: Scene, chunk: Chunk) -> bool:
    """ضابطا شرطة are two officers: a dual drops its ending before a genitive, where no tanwin stands."""
    word, inner = scene.line.words[chunk.first], chunk.inner[0] if chunk.inner else None
    return (
        chunk.kind in PERSONS
        and inner is not None
        and inner.first == chunk.first + 1
        and not inner.preposition
        and scene.info(chunk.first).rest == chunk.head + "ا"
        and "\u064b" not in scene.line.text[word.start : word.end]
    )


def _some_of(scene: Scene, chunk: Chunk) -> bool:
    """عناصر من الميليشيا: some of a body that is known."""
    partitive = chunk.inner and chunk.first + 1 < chunk.last and scene.key(chunk.first + 1) == "من"
    return bool(partitive) and not scene.info(chunk.first).definite


def _both(scene: Scene, chunk: Chunk) -> bool:
    """A plural-looking form in ين is a dual where one of them is set apart or the verb is dual: أحدهما, قتلا."""
    if chunk.number != "p" or chunk.definite or not scene.key(chunk.first).endswith("ين"):
        return False
    for at in range(chunk.last + 1, chunk.last + 3):
        key = scene.key(at)
        found = scene.found_at.get(at)
        if key in ("احدهما", "كلاهما", "احداهما") or (found is not None and found.form.number == "d"):
            return True
    return False


def _named(chunk: Chunk) -> bool:
    """A run of unknown words is taken for a person's name."""
    return chunk.kind == "other" and chunk.last > chunk.first and not chunk.head.startswith("ال")


def joint(first: Toll, high_open: bool) -> tuple[int, int | None]:
    """The bounds of each part of a joint toll: one at least, all but one at most."""
    if first.low is None:
        return 1, None
    exact = first.high is not None and first.high == first.low
    return 1, first.low - 1 if exact and not high_open else None


def none_at_all(found: Found, toll: Toll) -> Toll:
    """The toll of victims that a report says there were none of: دون وقوع إصابات."""
    return Toll(toll.chunks, 0, 0, found.first, found.last, "rule:none-at-all")


# What befalls persons, told by a noun with their pronoun.
PERSONAL = frozenset({"killed", "wounded", "arrested", "abducted", "assassination"})
# Pronouns on the noun of what befell one or two: وفاته, مصرعهما.
_WHOSE = {"ه": 1, "ها": 1, "هما": 2}


def toll_of_form(scene: Scene, found: Found, toll: Toll, targets: Sequence[Chunk]) -> Toll:
    """One told by أحد, or by a verb in the singular behind whom it befell: نائب الرئيس قتل, الذي أصيب, إنه قتل."""
    if toll.low is None and scene.key(found.last + 1) in _ONE_OF:
        return Toll(toll.chunks, 1, 1, found.last + 1, found.last + 1, "rule:one-of-them")
    if toll.low is not None or found.form.pos != "verb" or found.form.number in ("p", "d") or found.form.suffix:
        return toll
    who = targets[0] if targets else None
    if who is None or who.last >= found.first:
        one = who is None and scene.key(found.first - 1) in _ONE_WHO
    else:
        one = who.kind in _PERSONS_OR_OTHER and who.number == "s" and who.count is None
    return Toll(toll.chunks, 1, 1, found.first, found.last, "rule:singular-verb") if one else toll


def toll_of_one(scene: Scene, toll: Toll, targets: Sequence[Chunk]) -> Toll:
    """قتل القيادي X, مقتل الطفل, اعتقال علي حسن: a person alone, told by the article or by a name, is one."""
    who = targets[0] if len(targets) == 1 else None
    if (
        toll.low is not None
        or who is None
        or who.number in ("p", "d")
        or who.count is not None
        or who.head in _FAMILIES
    ):
        return toll
    if who.kind == "other" or (who.kind in PERSONS and who.definite):
        return Toll(toll.chunks, 1, 1, who.first, who.last, "rule:one-person")
    return toll


_ONE_WHO = frozenset({"الذي", "والذي", "انه", "وانه", "بانه", "احدهم", "احدهما"})
_PERSONS_OR_OTHER = PERSONS | {"other"}


def toll_of_pronoun(found: Found, toll: Toll, targets: Sequence[Chunk]) -> Toll:
    """The number that a pronoun tells, once whom it means is known: مقتله is one person's death."""
    number = _WHOSE.get(found.form.suffix)
    if number is None or toll.low is not None or not targets or targets[0].kind not in PERSONS | {"other"}:
        return toll
    if targets[0].count is not None or targets[0].number == "p":
        return toll
    return Toll(toll.chunks, number, number, found.first, found.last, "rule:number-of-the-pronoun")


# Deeds of a crowd: how many take part is told by who does.
CROWDS = frozenset({"protest", "riot"})


def toll_of_crowd(scene: Scene, toll: Toll, agents: Sequence[Chunk]) -> Toll:
    """تظاهر آلاف السكان: the number of those who did it, where the sentence tells it."""
    crowd = agents[0] if len(agents) == 1 else None
    if toll.low is not None or crowd is None or crowd.count is None or crowd.sentence != scene.line.index:
        return toll
    number = crowd.count
    return Toll(toll.chunks, number.low, number.high, number.first, number.last, "rule:number-of-the-crowd")
