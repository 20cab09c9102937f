"""The schema goes up and down, and the migrations make what the tables say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from marsad.errors import InputError
from marsad.store import Filter, newest, open_store
from marsad.store import schema as schema_of
from marsad.store.engine import engine_of, reading, sqlite_engine, writing
from marsad.store.schema import NEWEST, ensure, migrate, version
from marsad.store.tables import metadata
from tests.store.samples import AGENCY, add, arrival, claim, entry


def is_own(thing: Any, name: str | None, kind: str, reflected: bool, compared: object) -> bool:
    """Not the tables of full-text search, which SQLAlchemy does not know."""
    return not (
        kind == "table" and name is not None and name.startswith(("report_words", "claim_words", "event_words"))
    )


def test_the_migrations_make_the_tables(address: str) -> None:
    engine = engine_of(address, create=True)
    ensure(engine)
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"include_object": is_own})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_a_new_file_is_made_as_the_migrations_make_it() -> None:
    assert newest.SCRIPT.read_text("utf-8") == newest.migrated(), "write it anew: make docs"


def test_every_step_goes_up_and_down(address: str) -> None:
    engine = engine_of(address, create=True)
    for _ in range(2):
        migrate(engine, NEWEST)
        with reading(engine) as connection:
            assert version(connection) == NEWEST
        migrate(engine, "base")
        with reading(engine) as connection:
            assert [name for name in inspect(connection).get_table_names() if name != "alembic_version"] == []
    engine.dispose()
    with open_store(address, create=True) as store:
        add(store, entry(arrival("a", AGENCY)))
        assert list(store.verify()) == []


def test_what_is_kept_lives_through_every_step(address: str) -> None:
    with open_store(address, create=True) as store:
        add(store, entry(arrival("a", AGENCY)))
        migrate(store.engine, "0001")
        migrate(store.engine, NEWEST)
        assert list(store.verify()) == []
        wanted = (Filter(place="sn-tall", verdict="none"), Filter(text="السنديان"), Filter(report="a"))
        assert [store.count(each) for each in wanted] == [1, 1, 1]
        assert [hit.report.id for hit in store.search("والقصف")] == ["a"]
        copied = arrival("b", f"عاجل من تل السنديان. {AGENCY}", outlet="الراصد")
        assert add(store, entry(copied, claim("c2", AGENCY)))[0].copy_of == "a"


def test_the_newest_step_is_the_last_of_the_migrations() -> None:
    folder = Path(schema_of.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [NEWEST]


def test_a_store_of_a_newer_marsad_is_refused(address: str) -> None:
    engine = engine_of(address, create=True)
    ensure(engine)
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(InputError, match="install a newer Marsad"):
        ensure(engine)
    engine.dispose()


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    engine = sqlite_engine(tmp_path / "other.sqlite")
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE letters (id INTEGER)"))
    with pytest.raises(InputError, match="expected a store or an empty database"):
        ensure(engine)
    engine.dispose()


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite"
    path.write_text("ليس قاعدة بيانات" * 100, "utf-8")
    with pytest.raises(InputError, match="damaged or another file"):
        open_store(str(path))


@pytest.mark.parametrize("address", ["mysql://host/x", "nonsense://"])
def test_another_kind_of_address_is_refused(address: str) -> None:
    with pytest.raises(Exception, match="expected a file or postgresql"):
        open_store(address)
