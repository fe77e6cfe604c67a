"""
The SQLite file, and sessions on it.

`BOARD_DATABASE` says where it lies; else it is `board.sqlite` beside `main.py`.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from fastapi import Depends
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, create_engine, select

from app.models import Person
from app.seed import seed

DATABASE = Path(
    os.environ.get("BOARD_DATABASE") or Path(__file__).resolve().parent.parent / "board.sqlite"
)
FILES = DATABASE.with_suffix(".files")
"""Folder of the attachments' bytes; a file is named after its attachment's number."""

engine: Engine = create_engine(
    f"sqlite:///{DATABASE}", connect_args={"check_same_thread": False, "timeout": 15}
)


def prepare() -> None:
    """
    Create the tables and, in an empty database, a team with a past.

    Whichever of several workers comes first does so, in one transaction that the others wait for.
    """
    DATABASE.parent.mkdir(parents=True, exist_ok=True)
    FILES.mkdir(exist_ok=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # Readers don't wait for writers then, nor writers for readers: https://sqlite.org/wal.html
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
        # Python's own begins a transaction at the first change: too late, after the question.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        SQLModel.metadata.create_all(connection)
        with Session(connection) as session:
            if session.exec(select(Person)).first() is None:
                seed(session, FILES)
        connection.exec_driver_sql("COMMIT")


def open_session() -> Iterator[Session]:
    """
    Open a session for the length of a request.
    """
    with Session(engine) as session:
        yield session


Database = Annotated[Session, Depends(open_session)]
