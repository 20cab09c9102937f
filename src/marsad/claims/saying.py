"""Whether a verb of speech says something: not a noun written like it, not "it is said that", with what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.arabic.clitics import AND, TO
from marsad.claims.beside_speakers import in_quotes
from marsad.claims.named_again import ISSUERS, QUOTES, SPEECH_REACH
from marsad.claims.scene import COMMAS, Scene
from marsad.claims.scopes import FORMULA, SPOKEN, Scope
from marsad.claims.speakers import Voices
from marsad.lexicons.grammar import Grammar
from marsad.mentions.chunks import Chunk

_BEFORE_SPEECH = QUOTES | {":"}
# Verbs of which a subject left out is not the last speaker.
OF_NOBODY = frozenset({"show", "observe", "describe", "record"})
# Verbs that are speech only with what is said behind them.
_ASKS_THAT = frozenset({"express", "answer"})
# How near a verb of speech the formula stands that names whom an agency quotes, in words.
_HANDED_ON_WITHIN = 6
# How far behind "is called" or "claims" the word for "that" stands, in words.
_CALLED_WITHIN = 6
# Who may be called by a name.
_CALLED = frozenset({"people", "fighters", "office", "other"})
# Verbs that tell a happening by its noun: أعلن X وفاة ثمانية.
_TELLS = frozenset({"announce", "confirm", "document", "record", "reveal", "report", "mention", "adopt"})


class Saying:
    """Tells verbs that say something from their like; holds words, keeps nothing of a report."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = grammar.speech_words()
        self._voices = Voices(grammar)

    def _impersonal(self, scene: Scene, at: int) -> bool:
        """يذكر أن at the head of a sentence is the report's own voice."""
        return at <= scene.line.first + 1 and scene.key(at) in self._words["impersonal"] and at not in scene.chunk_at

    def _by_nobody(self, scene: Scene, at: int) -> bool:
        """قيل إنه, طائرة يرجح أنها: where "that" follows at once and no speaker stands before it, nobody is named."""
        if not scene.info(at + 1).that:
            return False
        key = scene.key(at)
        bare = key[1:] if key[:1] in self._words["conjunction_letters"] else key
        if bare not in self._words["by_nobody"] and key not in self._words["by_nobody"]:
            return False
        before = scene.chunk_at.get(at - 1)
        return before is None or not (self._voices.is_speaker(before) or before.kind in ISSUERS)

    def _unsaid(self, scene: Scene, at: int) -> bool:
        """Whether the word is a verb of speech that says nothing: لم يذكر, رداً على, or stands after a preposition.

        So is موقع تابع للجيش: what belongs to somebody.
        """
        key = scene.key(at)
        if key in self._words["no_speech"] or scene.key(at - 1) in self._words["unsaid"]:
            return True
        if key in self._grammar.function["linking_adjectives"] and scene.info(at + 1).prefix == TO:
            return True
        if self._is_called(scene, at):
            return True
        before = scene.info(at - 1)
        if before.key in COMMAS and key.removeprefix(AND) in self._words["put_out_by"]:
            return True  # في بيان سابق، بثه التلفزيون
        return bool(before.preposition) and before.key not in self._grammar.formulas

    def _is_called(self, scene: Scene, at: int) -> bool:
        """رجلا يدعى X: "who is called", written like "claims", behind one who is told of for the first time."""
        if scene.key(at) not in self._words["called"] or scene.info(at + 1).that:
            return False
        written = scene.line.text[scene.line.words[at].end - 1]
        if written not in self._words["of_first_names"] and not self._names_a_speaker(scene, at):
            return True  # يدعى فلان, not يدعي
        chunk = scene.chunk_at.get(at - 1)
        if chunk is None or chunk.definite or chunk.kind not in _CALLED:
            return False
        return not scene.info(chunk.first - 1).speech  # قال ضابط يدعى X إن: he is the one who speaks

    def _names_a_speaker(self, scene: Scene, at: int) -> bool:
        """وقال محتج يدعى فلان إن: whether what somebody says begins behind the name that he is called by."""
        if scene.key(at + 1) in QUOTES:
            return False
        reach = range(at + 1, min(at + _CALLED_WITHIN, scene.line.last))
        return any(scene.info(to).that or scene.key(to) in _BEFORE_SPEECH for to in reach)

    def _is_quoted(self, scene: Scene, at: int, found: Sequence[Scope]) -> bool:
        """أضاف X أن Y أبلغ الصحفيين, حيث أصر Y على: whether a verb of speech is part of what another tells."""
        if not found:
            return False
        told = [one.at for one in found if one.verb and one.at < at]
        if not told or not any(info.that for info in scene.line.infos[told[-1] : at]):
            return False
        if scene.info(at - 1).relative or scene.key(at - 1) in self._words["where"]:
            return True
        return self._voices.told_of(scene, at) is not None

    def _explains(self, scene: Scene, at: int) -> str:
        """وبيّن المراسل أن: a verb that is written like a preposition."""
        if scene.key(at) not in self._words["explains"] or at > scene.line.first + 1:
            return ""
        chunk = scene.chunk_at.get(at + 1)
        if chunk is None and scene.info(at + 1).that and at == scene.line.first:
            return "explain"
        if chunk is None or chunk.first != at + 1 or not self._voices.is_speaker(chunk):
            return ""
        reach = range(chunk.last + 1, min(chunk.last + SPEECH_REACH, scene.line.last))
        return "explain" if any(scene.info(place).that for place in reach) else ""

    def _is_noun(self, scene: Scene, at: int) -> bool:
        """Whether a word is the noun that is written like the verb: عدم نشر اسمه, تم نقل الجرحى, نحو نصف مليون."""
        return scene.key(at) in self._words["noun_alike"] and scene.key(at - 1) in self._words["before_noun"]

    def _says_rather(self, scene: Scene, at: int, verb: str) -> bool:
        """اعترف الجيش بمقتل, نقلت وكالة X عن سكان أن: a verb that is a deed in other company says something here."""
        behind = scene.chunk_at.get(at + 1)
        if verb not in ("admit", "convey") or behind is None or behind.preposition:
            return False
        if verb == "admit":
            speaks = behind.kind in ISSUERS or self._voices.is_speaker(behind)
            return speaks and scene.key(at - 1) not in self._words["unsaid"]
        return self._voices.is_media(behind) and scene.info(behind.last + 1).preposition in self._words["told_by"]

    def _goes_with(self, scene: Scene, verb: str, at: int, end: int) -> bool:
        """Whether what a verb needs to be one of speech is there: أن, or whom it is from."""
        if verb in ("convey", "learn"):
            told_by = self._words["told_by" if verb == "convey" else "learnt_from"]
            reach = min(end + SPEECH_REACH, scene.line.last)
            return any(scene.info(to).preposition in told_by or scene.info(to).that for to in range(at, reach))
        reach = min(end + 4, scene.line.last)
        regarded = scene.info(at).rest in self._words["regarded"] or scene.key(at) in self._words["regarded"]
        return (verb not in _ASKS_THAT and not regarded) or any(scene.info(to).that for to in range(end, reach))

    def _may_say(self, scene: Scene, verb: str, subject: Chunk, end: int) -> bool:
        if verb in ("feature", "learn") and not self._voices.is_media(subject):
            return verb == "learn" and in_quotes(scene, subject)  # علمت «الشرق الأوسط» من مصادر
        if verb in ("observe", "record") and subject.kind in ("actor", "fighters"):
            return False  # رصدت القوات صاروخا, سجلت القوات خروقات
        if verb == "record" and not (self._voices.is_speaker(subject) or subject.kind in ("source", "office")):
            return False
        if subject.kind != "other" or self._voices.is_speaker(subject):
            return True
        if verb == "show":
            return scene.info(subject.first).rest in self._words["footage"]
        if verb in OF_NOBODY or verb == "consider":
            return False
        return self._quoted_after(scene, end) or (verb in _TELLS and self._tells(scene, end))

    def _tells(self, scene: Scene, at: int) -> bool:
        """Whether a happening named by a noun stands within the next words, no verb before it."""
        for place in range(at, min(at + 4, scene.line.last)):
            found = scene.found_at.get(place)
            if found is not None:
                return found.form.pos in ("noun", "masdar", "phrase")
            if scene.info(place).verb_like or scene.key(place) in COMMAS:
                return False
        return False

    def _trailing(self, scene: Scene, at: int) -> bool:
        """Whether the verb closes what it reports: بحسب ما أفاد, كما قال."""
        before, formulas = scene.key(at - 1), self._grammar.formulas
        if before in self._words["what"] and scene.key(at - 2) in self._words["on_what"]:
            return True
        if before in self._words["what"] or scene.info(max(scene.line.first, at - 1)).key in formulas:
            return scene.key(at - 2) in formulas or before in self._words["as"] or before in formulas
        return False

    def _closes(self, scene: Scene, at: int, end: int) -> bool:
        """«…»، قال X: whether a verb behind what it reports closes the sentence."""
        before = scene.key(at - 1)
        if before not in COMMAS and before not in QUOTES:
            return False
        if scene.info(end).rest in self._grammar.function["responsibility"]:
            return False  # هجوم قتل خمسة، أعلن التنظيم مسؤوليته عنه
        if not any(found.last < at for found in scene.found) or any(found.first >= end for found in scene.found):
            return False
        rest = range(end, scene.line.last)
        return not any(scene.info(to).that or scene.info(to).speech or scene.key(to) == ":" for to in rest)

    def _says(self, scene: Scene, at: int) -> bool:
        """Whether what follows is what was said."""
        for place in range(at, min(at + 6, scene.line.last)):
            info = scene.info(place)
            if info.that or info.key in _BEFORE_SPEECH or place in scene.found_at:
                return True
        return scene.key(at) in self._words["told_by"] or scene.key(at) in self._words["told_to"]

    def _quoted_after(self, scene: Scene, at: int) -> bool:
        """Whether أن, a colon or a quotation follows, as after a speaker whose word is told."""
        return any(
            scene.info(place).that
            or scene.key(place) in _BEFORE_SPEECH
            or (scene.info(place).preposition in self._words["told_by"] and place <= at + 1)
            for place in range(at, min(at + 20, scene.line.last))
        )

    def _stand_behind(self, scene: Scene, found: list[Scope], scope: Scope) -> Scope:
        """قال X إن …، وفقاً لوكالة Y; قالت Y نقلاً عن X: in a sentence with a speaker an agency stands behind him.

        Gives the scope of whoever a later verb without a subject means.
        """
        if not found or not scope.because.startswith(FORMULA):
            return scope
        spoken = [scope for scope in found if scope.because.startswith(SPOKEN) and scope.verb]
        if not spoken:
            return scope
        earlier = spoken[-1]
        if self._is_press(scene, scope.chain[-1]) and scope.chain[-1] not in earlier.chain:
            told = earlier.chain
            earlier.chain = [*told, *scope.chain]
            for goes_on in found:
                goes_on.chain = earlier.chain if goes_on.chain is told or goes_on.chain == told else goes_on.chain
            return earlier
        if self._voices.is_media(earlier.chain[-1]) and scope.at - earlier.at <= _HANDED_ON_WITHIN:
            scope.chain = [*scope.chain, *(chunk for chunk in earlier.chain if chunk not in scope.chain)]
        return scope

    def _puts_out(self, scene: Scene, at: int, found: list[Scope], scope: Scope) -> bool:
        """قال X في بيان نشرته وكالة Y إن: who put the paper out stands behind who speaks in it, if he is the press."""
        if not found or scene.key(at) not in self._words["put_out_by"] or not found[-1].because.startswith(SPOKEN):
            return False
        told = found[-1]
        if scene.info(at - 1).relative:
            return False  # أفادت الأرقام التي أوردتها X
        if at - told.at > _HANDED_ON_WITHIN or not any(
            self._voices.is_paper(scene, back) for back in range(at - 3, at)
        ):
            return False
        if any(scene.info(back).that or back in scene.found_at for back in range(told.at + 1, at)):
            return False
        if scope.chain and self._is_press(scene, scope.chain[-1]):
            told.chain = [*told.chain, *(chunk for chunk in scope.chain if chunk not in told.chain)]
        told.at = scope.at
        return True

    def _is_press(self, scene: Scene, chunk: Chunk) -> bool:
        """Whether a speaker hands on what others say: an agency, مصادر إعلامية."""
        words = range(chunk.first + 1, chunk.last + 1)
        return self._voices.is_media(chunk) or any(scene.key(at) in self._words["of_the_press"] for at in words)
