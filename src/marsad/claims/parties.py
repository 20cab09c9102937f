"""What a frame says of one trigger: the chunks for its roles, and which kinds of phrases can act or suffer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from marsad.arabic.clitics import ARTICLE, with_prefix
from marsad.arabic.nouns import ONLY_CITED, SNIPERS
from marsad.claims.scene import Found, Group, Scene
from marsad.mentions.chunks import Chunk

ACTORS = frozenset({"actor", "group", "fighters", "office", "source", "weapon", "people"})
ACTORS_OR_PLACES = ACTORS | {"place"}
ACTORS_OR_UNKNOWN = ACTORS_OR_PLACES | {"other"}


ARMED = ACTORS - {"people"}


VICTIMS = frozenset({"people", "fighters", "office", "count", "other", "actor", "group"})


THINGS = frozenset({"facility", "weapon", "place", "other"})


AMONG = ("بين", "صفوف", "بصفوف", "اوساط")


# Sides, times and occasions that no sentence makes a doer: من جهته دعا, في الوقت الذي انتشرت فيه.
NOBODY = frozenset(
    {
        "جهه",
        "جهته",
        "جهتها",
        "بدوره",
        "بدورها",
        "بدورهم",
        "جانبه",
        "جانبها",
        "ناحيته",
        "ناحيتها",
        "وقت",
        "فتره",
        "سياق",
        "اطار",
        "حين",
        "اثناء",
        "مناسبه",
        "عددهم",
        "عددها",
        "معظمهم",
        "غالبيتهم",
        "اغلبهم",
        "بعضهم",
    }
)


# What brought those who talked together: لقاء جمع X مع Y.
BRINGS_TOGETHER = frozenset({"جمع", "جمعه", "جمعت", "جمعته", "ضم", "ضمت", "يجمع"})
# Before whose hand it was: على يد X.
ON = "علي"


def bare_head(chunk: Chunk) -> str:
    """The head of a phrase without its article."""
    return chunk.head.removeprefix("ال")


@dataclass(slots=True, eq=False)
class Parties:
    """Chunks for the roles of one trigger; ``object_pronoun`` says that a pronoun stands for the target."""

    agents: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    object_pronoun: bool = False
    agent_pronoun: bool = False
    dropped_subject: bool = False
    because: list[str] = field(default_factory=list)


# Of the wounds that somebody had; of those named before: words with their pronoun.
OF_THE_WOUNDS = frozenset({"بها", "بهما"})
OF_THEM = frozenset({"منهم", "منهما", "منهن"})


Frame = Callable[[Scene, Found, list[Group]], Parties]


# Endings of a noun that belongs to whoever stands before it: ومرتزقته, وميليشياتها.
OWN = ("ته", "تها", "تهم", "ها", "هم")


def is_adjective(scene: Scene, chunk: Chunk) -> bool:
    """Whether a lone word that no list knows describes what stands before it: هجوم واسع, قصفهم الممنهج."""
    if chunk.kind == "count":
        return True
    if chunk.kind != "other" or chunk.first != chunk.last or chunk.inner:
        return False
    if scene.key(chunk.first).endswith(("ون", "ين")) or (chunk.conjoined and scene.key(chunk.first).endswith(OWN)):
        return False
    before = scene.info(chunk.first - 1)
    owned = before.key.endswith(OWN) and scene.key(chunk.first).endswith(("ي", "يه"))
    return not chunk.definite or before.definite or owned


def is_its_own(scene: Scene, chunk: Chunk) -> bool:
    """ومرتزقته, وداعميها: who belongs to the side named before and acts with it."""
    return chunk.kind == "other" and chunk.conjoined and scene.key(chunk.first).endswith(OWN)


def describes_the_deed(scene: Scene, found: Found, chunk: Chunk) -> bool:
    """Whether a lone word right behind a noun of a deed, or tied to it by و, describes it: القصف المدفعي والصاروخي."""
    if chunk.kind != "other" or chunk.first != chunk.last or chunk.inner or chunk.preposition:
        return False
    key = scene.info(chunk.first).rest
    near = chunk.first == found.last + 1 or (chunk.first == found.last + 2 and scene.info(chunk.first).prefix == "و")
    return near and key.startswith("ال") == found.form.definite and key.endswith(("ي", "يه", "ه", "ا"))


# Why somebody suffered what a noun names: تعرض X لهجوم.
UNDERGOES = "rule:undergoes"
# Arms that are told of for the men who use them: قناص فلسطيني, الدفاعات الجوية.
MEN = frozenset({"sniper", "air_defence"})


def ownerless(chunk: Chunk) -> bool:
    """Whether aircraft or arms are named without the side that owns them."""
    return not chunk.adjective_actor and chunk.first_inner("actor", "group") is None


# People who act by themselves in reports of violence; other people suffer it.
_ACTING_PEOPLE = frozenset(
    {
        "مستوطن",
        "متظاهر",
        "محتج",
        "مشيع",
        "شاب",
        "اهالي",
        "ابناء",
        "رجل",
        "فلسطيني",
        "معتصم",
        "سجين",
        "معتقل",
        "امراه",
        "شخص",
        "سكان",
        "حارس",
        "متهم",
        "مشتبه",
        "سايق",
        "فتي",
        "مراهق",
        "مهاجر",
        "لاجي",
        "قروي",
        "بدوي",
        "مشجع",
        "مويد",
        "مناصر",
        "متسلل",
        "منشق",
        "مرافق",
    }
)


def acts(chunk: Chunk) -> bool:
    """Whether people of this kind attack, seize or kill."""
    return (chunk.head.removeprefix("ال") in _ACTING_PEOPLE and chunk.count is None) or chunk.head == "مستوطن"


# Frames of what a crowd does, however many they are: اقتحم مئات المحتجين المبنى.
_BY_CROWDS = frozenset({"assault", "destroy", "besiege"})
_CROWD = frozenset({"متظاهر", "محتج", "معتصم"})


def riots(chunk: Chunk, frame: str) -> bool:
    """Whether people of a crowd storm, burn or block."""
    return frame in _BY_CROWDS and chunk.head.removeprefix("ال") in _CROWD


def can_act(group: Group) -> bool:
    head = group.head
    return (
        (head.kind in ACTORS and head.kind != "people")
        or (head.kind == "people" and head.definite and head.count is None)
        or (head.kind == "other" and head.definite)
    )


def can_act_group(chunks: list[Chunk]) -> bool:
    return bool(chunks) and chunks[0].kind in ACTORS_OR_UNKNOWN


def is_a_side(chunk: Chunk) -> bool:
    """Whether a phrase is an actor that nobody counts."""
    return chunk.kind in ("actor", "group") and chunk.count is None


def who_did(type_: str, chunks: list[Chunk]) -> list[Chunk]:
    """Without those who are only cited, where a deed of violence is told: رفع المرصد حصيلة الغارات."""
    if not chunks or type_ in _SAID_OR_SENT:
        return chunks
    return [chunk for chunk in chunks if chunk.head not in _CITED]


_CITED = with_prefix(ONLY_CITED, ARTICLE)
# What those may do whom one cites: they speak, gather, help.
_SAID_OR_SENT = frozenset({"accuse", "demand", "reject", "threaten", "talks", "agreement", "aid", "protest"})


def is_victim(group: Group) -> bool:
    head = group.head
    return head.kind in VICTIMS or head.kind in THINGS


def victims_only(chunks: list[Chunk]) -> bool:
    return all(chunk.kind in ("people", "count", "other", "place", "facility") for chunk in chunks)


def shoots(chunk: Chunk) -> bool:
    return chunk.kind in ("actor", "group", "fighters", "weapon") and not (
        chunk.kind == "fighters" and chunk.count is not None
    )


def sniper_of(scene: Scene, arms: Chunk) -> list[Chunk]:
    """برصاص قناص: the sniper, where the shots are told by him and nobody's he is."""
    at = arms.last
    if arms.kind != "weapon" or arms.first == at or scene.info(at).rest.removeprefix(ARTICLE) not in SNIPERS:
        return []
    return [replace(arms, kind="fighters", first=at, start=at, preposition="", inner=[], ids=())]
