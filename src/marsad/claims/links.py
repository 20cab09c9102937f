"""What ties the claims of a report to each other: causes, deeds done together, what the next sentences tell."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, WITH
from marsad.arabic.dates import UNTIL
from marsad.claims.draft import Draft
from marsad.claims.parties import ACTORS
from marsad.claims.said_by import Scope
from marsad.claims.scene import AT_THEM, STOPS, Scene
from marsad.claims.subject import bearer_of
from marsad.mentions.chunks import Chunk
from marsad.mentions.times import TimeMention

MODES = frozenset(
    {
        "attack",
        "shelling",
        "airstrike",
        "bombing",
        "suicide_bombing",
        "chemical_attack",
        "shooting",
        "assassination",
        "clash",
        "repel",
    }
)
SPEECH_ACTS = frozenset({"accuse", "demand", "reject", "threaten"})
RESULTS = frozenset(
    {"killed", "wounded", "captured", "abducted", "arrested", "property_damage", "equipment_loss", "displaced"}
)
DEEDS = MODES | RESULTS


def sentence_subject(draft: Draft) -> list[Chunk]:
    """The nearest side named before the trigger without a preposition: what a dropped subject means."""
    for chunk in reversed(draft.scene.chunks):
        if (
            chunk.last < draft.found.first
            and chunk.kind in ("actor", "group", "fighters")
            and not chunk.preposition
            and chunk not in draft.targets
        ):
            return _with_those_beside(draft.scene, _subject_before_object(draft.scene, chunk))
    return []


def _subject_before_object(scene: Scene, chunk: Chunk) -> Chunk:
    """رصدت الشرطة عناصر: of two sides side by side behind a verb the first is the subject."""
    before = scene.chunk_at.get(chunk.start - 1)
    if before is None or before.preposition or chunk.conjoined or before.kind not in ("actor", "group", "fighters"):
        return chunk
    verb = scene.info(before.start - 1)
    return before if verb.is_word and not verb.function and not verb.definite else chunk


def _with_those_beside(scene: Scene, chunk: Chunk) -> list[Chunk]:
    """A side with those that و ties it to: قوات X وY."""
    first = last = scene.chunks.index(chunk)
    while first > 0 and scene.chunks[first].conjoined:
        first -= 1
    beside = scene.chunks[first : last + 1]
    bare = not scene.chunks[first].preposition and all(one.kind in ("actor", "group", "fighters") for one in beside)
    return beside if bare else [chunk]


def leads_to(draft: Draft) -> bool:
    """Whether a word of cause stands right before the trigger: جراء القصف, في غارة, بانفجار."""
    if draft.found.prefix.endswith(("ب", "ل")):
        return True
    return draft.scene.info(draft.found.first - 1).preposition in _CAUSES


_CAUSES = frozenset({"جراء", "نتيجه", "بسبب", "اثر", "في", "خلال", "عقب", "اثناء", "بفعل", "بعد"})
_OCCASION = frozenset({"بعد", "عقب", "قبل", "غداه", "قبيل", "بعيد"})
_BOTH = frozenset({"الطرفين", "الجانبين", "للطرفين", "للجانبين"})


def told_as_occasion(draft: Draft) -> bool:
    """بعد يوم من مقتل X, ردا على مقتل X: another happening than the one it is told with, with a doer of its own."""
    if draft.found.prefix:
        return False
    at = draft.found.first - 1
    key = draft.scene.key(at)
    if key in _OCCASION:
        return True
    if key not in ("من", "علي"):
        return False
    before = {draft.scene.key(place) for place in range(at - 6, at)}
    return bool(before & ({"ردا", "رد"} if key == "علي" else _OCCASION))


def of_both_sides(draft: Draft) -> bool:
    """قتلى من الطرفين: each side killed of the other, and no one mention is the doer."""
    if not draft.scene.has_any(_BOTH):
        return False
    return any(draft.scene.key(at) in _BOTH for at in range(draft.found.last + 1, draft.found.last + 6))


# What befalls people: a pronoun behind its word stands for one of them.
_OF_PEOPLE = frozenset(
    {"shooting", "killed", "wounded", "arrested", "abducted", "captured", "released", "assassination"}
)


def antecedent(draft: Draft) -> Chunk | None:
    """The nearest person or thing before a trigger that carries an object pronoun, as far as the two agree."""
    kinds = ACTORS if draft.type in _OF_PEOPLE else ACTORS | {"facility", "place"}
    before = [
        chunk
        for chunk in reversed(draft.scene.chunks)
        if chunk.last < draft.found.first
        and (chunk.kind in kinds or chunk.last == draft.found.first - 1)
        and chunk not in draft.agents
    ]
    behind = (AT_THEM.get(draft.scene.key(draft.found.last + at), "") for at in (1, 2, 3))
    suffix = draft.found.form.suffix or next(filter(None, behind), "")
    agreeing = [chunk for chunk in before if _agrees(chunk, suffix)]
    if draft.type in _OF_PEOPLE:
        person = next(filter(None, (_person(chunk, suffix) for chunk in agreeing)), None)
        return person or (agreeing[0] if agreeing else None)
    agreeing = _past_the_means(agreeing)
    related = draft.scene.info(draft.found.first - 1).relative
    return (agreeing[0] if related else _whole_of(draft.scene, agreeing[0])) if agreeing else None


def _past_the_means(before: list[Chunk]) -> list[Chunk]:
    """استهدفوا دبابة بصاروخ ما أدى لتدميرها: what was hit goes before what it was hit with, where both are materiel."""
    if not before or before[0].kind != "weapon" or before[0].preposition != WITH:
        return before
    hit = next((chunk for chunk in before if chunk.kind == "weapon" and not chunk.preposition), None)
    return [hit] if hit is not None else before


# Kinds of phrases that a pronoun of people stands for before it stands for a thing.
_PERSONS = frozenset({"people", "fighters", "office", "actor", "group"})
_ONE = ("ه", "ها")


def _person(chunk: Chunk, suffix: str) -> Chunk | None:
    """The person or side that a pronoun of people can stand for: of أقارب الشابة, where it is one, the woman."""
    if chunk.kind not in _PERSONS:
        return None
    if suffix in _ONE and chunk.kind in ("people", "fighters") and chunk.number != "s":
        return next((inner for inner in chunk.inner if inner.kind == chunk.kind and inner.number == "s"), None)
    return chunk


# How far behind a place what holds it stands, in words.
_HOLDS_WITHIN = 3


def _whole_of(scene: Scene, chunk: Chunk) -> Chunk:
    """The place that the one before a pronoun only holds: طوقت قرية X بريف Y واقتحمتها."""
    at = next((at for at, other in enumerate(scene.chunks) if other is chunk), 0)
    while at > 0 and scene.chunks[at].kind == "place" and scene.chunks[at].preposition in ("ب", "في", ""):
        before, start = scene.chunks[at - 1], min(scene.chunks[at].start, scene.chunks[at].first)
        held = before.kind in ("place", "facility") and not scene.chunks[at].conjoined
        if (
            not held
            or start - before.last > _HOLDS_WITHIN
            or any(place in scene.found_at or not scene.info(place).is_word for place in range(before.last + 1, start))
        ):
            break
        at -= 1
    return scene.chunks[at]


def _agrees(chunk: Chunk, suffix: str) -> bool:
    """Whether a pronoun can stand for a phrase by its number: ه for no people of many, هم for no one person."""
    people = chunk.kind in ("people", "fighters")
    if suffix == "ه":
        return not (people and chunk.number in ("p", "d"))
    if suffix == "هم":
        return chunk.kind in ("actor", "group") or chunk.number in ("p", "d") or chunk.count is not None
    return True


# How far behind a first line without a time the time stands that is its own, in words (all annotated sets, farther:
# right for 2 claims of 24).
TOLD_NEXT_WITHIN = 35
# Kinds of times that are told of the deed beside them alone.
_OF_ONE_DEED = frozenset({"after", "ago"})


def time_ahead(scenes: Sequence[Scene], at: int) -> TimeMention | None:
    """The first time of the sentence after a first line that gives none, where it tells the same anew."""
    if at > 0 or any(scene.times for scene in scenes[: at + 1]):
        return None
    told = {found.type for found in scenes[at].found}
    for scene in _next_told(scenes, at):
        if scene.found and not any(found.type in told for found in scene.found):
            continue
        if scene.key(scene.line.first).removeprefix("و") in ("كان", "كانت", "كانوا"):
            return None
        for time in scene.times:
            if time.first - scenes[at].line.last > TOLD_NEXT_WITHIN:
                return None
            if time.stamp or time.start is None or scene.key(time.first - 1).removeprefix("و") in UNTIL:
                continue
            if time.kind not in _OF_ONE_DEED and _within_what_is_told(scene, time):
                return time
    return None


def _next_told(scenes: Sequence[Scene], at: int) -> list[Scene]:
    """The two sentences behind a first line, without lines that only name an outlet, a section or a day."""
    told: list[Scene] = []
    for scene in scenes[at + 1 : at + 1 + _NEXT_LINES]:
        if scene.found or scene.line.last - scene.line.first > _SHORT_LINE:
            told.append(scene)
        if len(told) == _NEXT_TOLD:
            break
    return told


# How many sentences behind a first line tell its time, among how many lines; how many words such lines have at most.
# Origin: pages of invented reports with a section, an outlet and a day between title and text; no real one changed.
_NEXT_TOLD, _NEXT_LINES, _SHORT_LINE = 2, 7, 6


def _within_what_is_told(scene: Scene, time: TimeMention) -> bool:
    """Whether a time stands in what somebody says, or where nobody speaks: it dates the deed, not the speech."""
    before = range(scene.line.first, time.first)
    said = [at for at in before if scene.info(at).speech]
    return not said or any(scene.info(at).that for at in before if at > said[-1])


def places_ahead(own: Sequence[Sequence[Chunk]], reach: int = 2) -> list[list[Chunk]]:
    """For each sentence the first place of the next ones: a first line often leaves the place to the second.

    ``own``: the places of each sentence.
    """
    ahead: list[list[Chunk]] = []
    for at in range(len(own)):
        first: list[Chunk] = []
        for places in own[at + 1 : at + 1 + reach]:
            if places:
                first = [places[0]]
                break
        ahead.append(first)
    return ahead


def within_speech(draft: Draft, scope: Scope | None) -> bool:
    """Whether an act of speech is itself only told by somebody: his word is the source of it."""
    if scope is None:
        return False
    entry = draft.found.form.entry
    own = draft.found.form.pos == "verb" and entry.startswith(draft.type) and entry != "threaten.resist"
    told = scope.because.startswith("lexicon:formula") or scope.at < draft.found.first
    return told and not own


def lost_before(drafts: Sequence[Draft]) -> list[Draft]:
    """The materiel lost right before, all of one verb: دمروا دبابة وعربة بعد استهدافها."""
    last = next((draft for draft in reversed(drafts) if draft.type == "equipment_loss"), None)
    if last is None or any(draft.type in MODES and draft.found.first > last.found.first for draft in drafts):
        return []
    return [draft for draft in drafts if draft.found is last.found]


def joined_deed(other: Draft, draft: Draft) -> Draft | None:
    """The deed before it that و ties a noun to, both done by one side: تمكنوا من تدمير رشاش ومقتل من كان حوله."""
    apart = not draft.found.prefix and draft.scene.key(draft.found.first - 1) == AND
    if not (draft.found.prefix == AND or apart):
        return None
    between = range(other.found.last + 1, draft.found.first)
    told = draft.type in SPEECH_ACTS and other.type not in SPEECH_ACTS
    tied = not told and other.found.form.pos == "noun" and other.found is not draft.found and len(between) <= 6
    if not tied or not other.agents or any(draft.scene.key(at) in ("،", ",", ":", ".") for at in between):
        return None
    return other


# How far behind the verb of accusing with its pronoun the deed stands, in words.
_ACCUSED_WITHIN = 3


def accused_of(before: Draft, draft: Draft) -> bool:
    """اتهمت السلطات الحركة بتفجير شاحنة: who is accused right before of a deed is its agent, as far as it is told."""
    if before.type != "accuse" or draft.found.form.pos != "noun":
        return False
    if (
        not before.targets
        and before.parties.object_pronoun
        and draft.found.first - before.found.last <= _ACCUSED_WITHIN
    ):
        him = antecedent(before)  # وتتهمه بشن هجمات
        draft.agents = [him] if him is not None and him.kind in ("actor", "group", "fighters") else []
        draft.note("rule:who-is-accused-of-it" if draft.agents else "")
        return bool(draft.agents)
    if not before.targets:
        return False
    if not draft.found.prefix.endswith("ب") or draft.found.first - before.targets[-1].last > 2:
        return False
    draft.agents = list(before.targets)
    draft.note("rule:who-is-accused-of-it")
    return True


def sides_of_the_attack(drafts: Sequence[Draft], draft: Draft, following: Sequence[Draft]) -> None:
    """Clashes that an attack of the same sentence led to are between its two sides.

    An attacker without a name (مجموعات) is the side that what came of the clash names.
    """
    attack = next((other for other in reversed(drafts) if other.type in _LED_TO and other.agents), None)
    if attack is None:
        return
    if attack.type != "attack":
        fallen = [other.targets for other in following if other.type in RESULTS and other.targets]
        foes = [party for chunk in (fallen[0] if fallen else []) if (party := chunk.first_inner("actor")) is not None]
        draft.agents = [*attack.agents, *(foe for foe in foes[:1] if foe not in attack.agents)]
        draft.note("rule:sides-of-the-attack")
        return
    attacked = [party for chunk in attack.targets if (party := chunk.first_inner("actor")) is not None]
    if attacked:
        named = [other.agents for other in following if other.type in RESULTS and other.agents]
        unnamed = all(chunk.first_inner("actor") is None for chunk in attack.agents)
        attackers = named[0] if named and unnamed and named[0][0].kind == "actor" else attack.agents
        draft.agents = [*attackers, *(party for party in attacked if party not in attackers)]
        draft.note("rule:sides-of-the-attack")


# Deeds that go with a clash: an attack, or ground won or held.
_LED_TO = frozenset({"attack", "control_gain", "repel"})


def carried_by(following: Sequence[Draft], draft: Draft) -> None:
    """مجموعات تحمل أحزمة ناسفة اقتحمت X: who carries them is the agent, what they storm the target."""
    weapon = draft.scene.chunk_at.get(draft.found.first)
    bearer = bearer_of(draft.scene, weapon) if weapon is not None else None
    if bearer is None or bearer is weapon:
        return
    draft.agents = [bearer]
    draft.note("rule:who-carries-the-weapon")
    deed = next((other for other in following if other.type == "attack" and bearer in other.agents), None)
    if deed is not None and not draft.targets:
        draft.targets = list(deed.targets)


def hit_by(drafts: Sequence[Draft], draft: Draft) -> None:
    """قتل X برصاص: those killed or wounded by a shooting are whom it was aimed at."""
    hit = next(
        (other for other in reversed(drafts) if other.type in ("killed", "wounded")
         and other.found.first < draft.found.first and other.targets), None
    )  # fmt: skip
    if hit is not None:
        draft.targets = list(hit.targets)
        draft.note("rule:target-is-who-was-hit")


def others_of_them(drafts: Sequence[Draft], draft: Draft) -> None:
    """قتلوا 20 عنصراً وجرحوا عشرات آخرين: the others are of the side that those before were of."""
    before = drafts[-1] if drafts else None
    if before is None or "rule:side-of-the-fighters" not in before.because or not draft.targets:
        return
    if draft.parties.targets == before.parties.targets or all(
        chunk.head.startswith(("اخر", "الاخر")) for chunk in draft.targets
    ):
        draft.targets = list(before.targets)
        draft.note("rule:side-of-the-fighters")


def blamed_for_their_deeds(drafts: Sequence[Draft], draft: Draft) -> None:
    """على ارتكابهم جرائم: they are whom the speaker addressed or spoke of before."""
    before = next((other for other in reversed(drafts) if other.targets and not other.places), None)
    party = before.targets if before is not None else []
    if party and all(chunk.kind in ("actor", "group", "fighters", "office") for chunk in party):
        draft.targets = list(party)
        draft.note("rule:pronoun")


# How far before a participle in the plural those stand whom it describes, in words.
_DESCRIBED_WITHIN = 6


def described_people(draft: Draft) -> Chunk | None:
    """أطلقوا النار على متظاهرين شباب في X مطالبين بالعمل: the people right before that the participle describes."""
    if draft.found.form.pos != "word" or not draft.scene.key(draft.found.first).endswith("ين") or draft.found.prefix:
        return None
    first = draft.found.first
    for chunk in reversed(draft.scene.chunks):
        if chunk.last < first - _DESCRIBED_WITHIN:
            return None
        between = range(chunk.last + 1, first)
        if chunk.last < first and any(draft.scene.key(at) in STOPS or at in draft.scene.found_at for at in between):
            return None
        if chunk.last < first and chunk.kind == "people" and chunk.number == "p" and not chunk.definite:
            return chunk
    return None
