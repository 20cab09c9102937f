"""What was kept can be proved, and what was changed is named."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from marsad.errors import InputError, SettingError
from marsad.records import PASSAGE, Issue, Judgement
from marsad.store import Filter, Store, Versions, edit
from marsad.store.chain import START, hash_of
from marsad.store.codec import canonical, digest
from marsad.store.engine import writing
from marsad.store.judgements import judged
from tests.store.samples import AGENCY, VERSIONS, add, arrival, claim, entry

OTHER = "قتل جندي في كمين قرب تل السنديان وانسحب المهاجمون."


@pytest.fixture
def filled(store: Store) -> Store:
    """Two reports, a judgement, a reading that was replaced."""
    first = entry(arrival("a", AGENCY), claim("c1", AGENCY), claim("c2", AGENCY, type="wounded"))
    add(store, first, entry(arrival("b", OTHER), claim("c3", OTHER), issues=(Issue("damaged", "…", 1, 2),)))
    store.judge(Judgement("", "accept", "c1", by="ليلى"))
    changed = replace(first.reading, claims=(claim("c1", AGENCY, status="denied"), claim("c4", AGENCY)))
    store.reread("a", changed, replace(VERSIONS, code="newer"))
    store.log_export(format="csv", claims=3, profile="redacted")
    assert list(store.verify()) == []
    return store


def change(store: Store, *statements: str) -> None:
    """Do to a store what nobody should be able to do: the guard of the log is taken away first."""
    with writing(store.engine) as connection:
        free_the_log(connection)
        for statement in statements:
            assert connection.execute(text(statement)).rowcount != 0


def free_the_log(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for act in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER log_never_{act}"))
    else:
        connection.execute(text("ALTER TABLE log DISABLE TRIGGER ALL"))


@given(st.integers(1), st.text(), st.text())
def test_the_hash_of_a_record_is_that_of_its_canonical_json(seq: int, kind: str, body: str) -> None:
    written = canonical(body)
    assert hash_of(seq, "2026-01-01T00:00:00Z", kind, written, START) == digest(
        [seq, "2026-01-01T00:00:00Z", kind, written, START]
    )


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE log SET body = replace(body, 'accept', 'reject') WHERE kind = 'judgement'", "(judgement) was changed"),
        ("UPDATE log SET at = '2001-01-01T00:00:00Z' WHERE seq = 3", "log record 3"),
        ("DELETE FROM log WHERE seq = 2", "records 2 to 2 are missing"),
        ("DELETE FROM log WHERE seq = (SELECT max(seq) FROM log)", "its end is missing"),
        ("UPDATE head SET seq = 1", "its end is missing"),
        ("UPDATE judgements SET kind = 'reject'", "(reject on claim c1) was changed"),
        ("UPDATE judgements SET \"by\" = 'خالد'", "(accept on claim c1) was changed"),
        ("DELETE FROM judgements", "is in the log and no longer in the store"),
        ("UPDATE reports SET published = '2020-01-01' WHERE id = 'a'", "report a"),
        ("UPDATE reports SET outlet = 'x' WHERE id = 'b'", "report b"),
        ("UPDATE reports SET deleted = 'now' WHERE id = 'b'", "marked as removed"),
        ("DELETE FROM reports WHERE id = 'b'", "report b: is in the log and no longer in the store"),
        ("UPDATE claims SET body = replace(body, 'killed', 'wounded') WHERE id = 'c3'", "of report b: its claims"),
        ("UPDATE claims SET type = 'wounded' WHERE id = 'c3'", "of report b: what lists show"),
        ("UPDATE claims SET verdict = NULL WHERE id = 'c1'", "of report a: what lists show"),
        ("DELETE FROM claims WHERE id = 'c3'", "of report b: its claims or issues"),
        ("DELETE FROM issues", "of report b: its claims or issues"),
        (
            "DELETE FROM postings WHERE list IN (SELECT key FROM lists WHERE kind = 'actor')",
            "lists by which its claims are found",
        ),
        ("UPDATE readings SET code = 'x', is_current = NOT is_current WHERE report = 1", "report a"),
        ("UPDATE readings SET sha256 = 'x' WHERE report = 2", "is not the one in the log"),
        ("DELETE FROM readings WHERE report = 2", "report b: has no reading"),
        ("UPDATE readings SET packed = NULL WHERE packed IS NOT NULL", "its claims are missing"),
        ("DELETE FROM blobs", "are missing"),
        ("UPDATE blobs SET size = size + 1", "were changed"),
    ],
)
def test_what_was_changed_is_named(filled: Store, statement: str, named: str) -> None:
    change(filled, statement)
    assert any(named in f"{fault.where}: {fault.what}" for fault in filled.verify())


def test_swapped_records_are_named(filled: Store) -> None:
    change(
        filled,
        "UPDATE log SET seq = -1 WHERE seq = 2",
        "UPDATE log SET seq = 2 WHERE seq = 3",
        "UPDATE log SET seq = 3 WHERE seq = -1",
    )
    assert next(filled.verify()).where == "log record 2"


def flip(packed: bytes) -> bytes:
    return packed[:-3] + bytes([packed[-3] ^ 1]) + packed[-2:]


@pytest.mark.parametrize("harm", [flip, lambda _: zlib.compress(b"another text"), lambda _: b""])
@pytest.mark.parametrize("table", ["blobs", "readings"])
def test_changed_bytes_are_named(filled: Store, harm: Callable[[bytes], bytes], table: str) -> None:
    with writing(filled.engine) as connection:
        before: Any = connection.scalar(text(f"SELECT packed FROM {table} WHERE packed IS NOT NULL"))
        connection.execute(
            text(f"UPDATE {table} SET packed = :new WHERE packed = :old"), {"new": harm(before), "old": before}
        )
    assert any("changed" in fault.what for fault in filled.verify())


def test_a_log_made_anew_does_not_hold_the_hash_that_was_noted(filled: Store) -> None:
    noted = filled.log_end()
    filled.log_export(format="csv", claims=1, profile="full")
    assert list(filled.verify(noted)) == []
    assert [fault.where for fault in filled.verify("f" * 64)] == ["log"]


def test_the_database_itself_refuses_to_change_the_log(filled: Store) -> None:
    with pytest.raises(Exception, match="append only"), writing(filled.engine) as connection:
        connection.execute(text("DELETE FROM log"))


def test_the_log_says_what_was_done(filled: Store) -> None:
    kinds = [record.kind for record in filled.log()]
    assert kinds == ["created", "report", "reading", "report", "reading", "judgement", "reading", "export"]
    (record,) = filled.log(kind="judgement")
    assert (record.body["kind"], record.body["claim"], record.body["by"]) == ("accept", "c1", "ليلى")
    assert [record.seq for record in filled.log(after=7)] == [8]


def test_a_removed_report_leaves_its_hash_and_a_sound_store(filled: Store) -> None:
    before = filled.report("a")
    assert before is not None
    filled.remove("a", reason="حكم محكمة", by="ليلى")
    assert list(filled.verify()) == []
    assert [found.report for found in filled.claims()] == ["b"]
    assert filled.search("مدنيين") == []
    assert filled.text("a").raw == b""
    assert filled.claim("c1") is None
    (record,) = filled.log(kind="removed")
    assert (record.body["text"], record.body["reason"]) == (before.text_sha256, "حكم محكمة")
    assert [added.outcome for added in add(filled, entry(arrival("a", AGENCY)))] == ["known"]
    with pytest.raises(InputError, match="removed already"):
        filled.remove("a", reason="again")


def test_bytes_that_another_report_shares_stay(store: Store) -> None:
    add(store, entry(arrival("a", OTHER)), entry(arrival("b", OTHER, outlet="الراصد"), claim("c2", OTHER)))
    store.remove("a", reason="asked")
    assert store.text("b").text == OTHER
    assert list(store.verify()) == []


# Judgements


def test_a_judgement_outranks_what_was_read(filled: Store) -> None:
    filled.judge(edit("c3", "status", "denied", by="ليلى"))
    filled.judge(edit("c3", "date_from", "2017-05-06"))
    filled.judge(Judgement("", "reject", "c3", by="خالد"))
    (stored,) = filled.claims(Filter(until="2018"))
    assert (stored.claim.status, stored.as_read.status, stored.verdict, stored.is_edited) == (
        "denied", "asserted", "reject", True,
    )  # fmt: skip
    assert [found.claim.id for found in filled.claims(Filter(verdict="reject"))] == ["c3"]
    (reading,) = filled.readings(["b"])
    assert reading.reading.claims[0].status == "asserted"
    assert list(filled.verify()) == []


def test_a_judgement_can_be_taken_back(filled: Store) -> None:
    given = filled.judge(Judgement("", "reject", "c3"))
    filled.judge(Judgement("", "withdraw", "c3", other=given.id))
    stored = filled.claim("c3")
    assert stored is not None
    assert stored.verdict is None
    assert len(filled.judgements("c3")) == 2
    assert list(filled.verify()) == []


def test_bytes_are_forgotten_and_words_stay(store: Store) -> None:
    page = replace(arrival("p", "قتل خمسة في القصف"), kept=replace(arrival("p", "").kept, raw=b"page"))
    add(store, entry(page), entry(arrival("plain", OTHER), claim("c3", OTHER)))
    assert store.forget_bytes("2001-01-01T00:00:00Z") == 0
    assert store.forget_bytes("9999-01-01T00:00:00Z", by="ليلى") == 2
    assert (store.text("p").text, store.text("p").raw) == ("قتل خمسة في القصف", b"")
    assert store.text("plain").raw == OTHER.encode()  # the bytes of a plain text are its words
    assert [(record.body["report"], record.body["by"]) for record in store.log(kind="forgotten")] == [
        ("p", "ليلى"), ("plain", "ليلى"),
    ]  # fmt: skip
    assert list(store.verify()) == []
    assert [added.outcome for added in add(store, entry(page))] == ["known"]
    change(store, "UPDATE reports SET forgotten = NULL WHERE id = 'p'")
    assert len(list(store.verify())) == 2


def test_a_store_says_how_long_it_keeps_bytes(store: Store) -> None:
    page = replace(arrival("p", "قتل خمسة في القصف"), kept=replace(arrival("p", "").kept, raw=b"page"))
    add(store, entry(page))
    assert store.forget_due() is None
    store.give_setting("keep_originals_days", "30", by="ليلى")
    assert (store.settings(), store.forget_due()) == ({"keep_originals_days": "30"}, [])
    change(store, "UPDATE reports SET added = '2001-01-01T00:00:00Z'")
    assert (store.forget_due(by="x"), store.forget_due(), store.text("p").raw) == (["p"], [], b"")
    store.give_setting("keep_originals_days", None)
    assert (store.settings(), store.forget_due()) == ({}, None)
    assert [record.body["value"] for record in store.log(kind="setting")] == ["30", None]
    for name, value in (("keep_originals_days", "-1"), ("keep_originals_days", "١"), ("keep", "1")):
        with pytest.raises(SettingError):
            store.give_setting(name, value)


@pytest.mark.parametrize(
    ("harm", "where"),
    [
        ("DELETE FROM report_words", "report"),
        ("UPDATE report_words SET words = 'x'", "report"),
        ("DELETE FROM claim_words", "reading"),
        ("UPDATE claim_words SET words = 'x'", "reading"),
        ("DELETE FROM names WHERE kind = 'place'", "reading"),
        ("DELETE FROM postings WHERE list IN (SELECT key FROM lists WHERE kind = 'type')", "reading"),
        ("UPDATE claims SET type = 'x', rank = rank + 1000 WHERE id = 'c3'", "reading"),
    ],
)
def test_what_derives_is_checked_and_made_anew(filled: Store, harm: str, where: str) -> None:
    wanted = (Filter(place="تل السنديان"), Filter(text="السنديان"), Filter(type="killed"))
    before = [[one.claim.id for one in filled.claims(each)] for each in wanted]
    change(filled, harm)
    assert {fault.where.split()[0] for fault in filled.verify()} >= {where}
    assert filled.rebuild(by="ليلى") == 2
    assert list(filled.verify()) == []
    assert [[one.claim.id for one in filled.claims(each)] for each in wanted] == before
    assert [hit.report.id for hit in filled.search("القصف")] == ["a"]


def test_a_setting_that_the_log_does_not_know_is_named(store: Store) -> None:
    store.give_setting("keep_originals_days", "30")
    assert list(store.verify()) == []
    change(store, "UPDATE settings SET value = '9'")
    assert [fault.where for fault in store.verify()] == ["settings"]


def test_a_judgement_keeps_what_no_database_takes_as_a_sign(filled: Store) -> None:
    given = filled.judge(Judgement("", "comment", "c3", by="لي\x00لى", comment="كذا \ud83d وكذا\x00"))
    assert (given.by, given.comment) == ("لي\ufffdلى", "كذا \ufffd وكذا\ufffd")
    assert filled.judgements("c3")[-1] == given
    assert list(filled.verify()) == []


def test_a_pair_is_judged_from_both_ends(filled: Store) -> None:
    filled.judge(Judgement("", "same", "c1", other="c3", by="ليلى"))
    assert [(each.kind, each.other) for each in filled.judgements("c3")] == [("same", "c3")]


@pytest.mark.parametrize(
    ("judgement", "said"),
    [
        (Judgement("", "like", "c3"), "expected one of"),
        (Judgement("", "accept", "none"), "expected the id of a claim"),
        (Judgement("", "same", "c3"), "the other claim is named"),
        (Judgement("", "same", "c3", other="c3"), "another claim"),
        (Judgement("", "accept", "c3", other="c1"), "the other claim is named"),
        (Judgement("", "comment", "c3"), "the words of the comment"),
        (Judgement("", "edit", "c3", field="id", value='"x"'), "expected a field"),
        (Judgement("", "edit", "c3", field="status", value='"perhaps"'), "edit of status"),
        (Judgement("", "edit", "c3", field="places", value='["دوما"]'), "edit of places"),
        (Judgement("", "edit", "c3", field="incident", value='"x"'), "edit of incident"),
        (Judgement("", "edit", "c3", field="count", value="five"), "edit of count"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(filled: Store, judgement: Judgement, said: str) -> None:
    before = filled.log_end()
    with pytest.raises(InputError, match=said):
        filled.judge(judgement)
    assert filled.log_end() == before


def test_whose_incident_a_person_says_stands_in_no_passage_any_more() -> None:
    told = claim("c1", AGENCY, because=("rule:number", PASSAGE + "2"))
    edits = [
        Judgement("e", "edit", "c1", field="incident", value="7"),
        Judgement("f", "edit", "c1", field="status", value='"denied"'),
    ]
    assert judged(told, edits).claim.incident == 7
    assert judged(told, edits).claim.because == ("rule:number",)
    assert judged(told, edits[1:]).claim.because == told.because


# Reading again


def test_only_what_others_read_is_outdated(filled: Store) -> None:
    assert filled.outdated(VERSIONS) == ["a"]
    assert filled.outdated(Versions("other", "lexicons", "gazetteer", "ranker")) == ["a", "b"]


def test_another_reading_keeps_judgements_and_says_what_changed(filled: Store) -> None:
    (old,) = filled.readings(["a"])
    again = replace(old.reading, claims=(claim("c5", AGENCY), claim("c4", AGENCY, status="rumoured")))
    change = filled.reread("a", again, VERSIONS)
    assert [each.id for each in change.gone] == ["c1"]
    assert [each.id for each in change.new] == ["c5"]
    assert [(before.status, after.status) for before, after in change.other] == [("asserted", "rumoured")]
    assert [each.kind for each in change.judged_gone] == ["accept"]
    back = filled.reread("a", old.reading, VERSIONS)
    assert [each.id for each in back.new] == ["c1"]
    stored = filled.claim("c1")
    assert stored is not None
    assert stored.verdict == "accept"
    assert list(filled.verify()) == []


def test_the_same_reading_again_changes_nothing_but_who_read_it(filled: Store) -> None:
    (old,) = filled.readings(["b"])
    newest = replace(VERSIONS, lexicons="newer")
    change = filled.reread("b", old.reading, newest)
    assert (change.gone, change.new, change.other) == ((), (), ())
    (new,) = filled.readings(["b"])
    assert (new.reading, new.versions) == (old.reading, newest)
    assert list(filled.verify()) == []
