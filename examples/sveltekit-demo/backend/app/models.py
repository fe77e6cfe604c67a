"""
What the board knows: tables first, then what the API sends and receives.

A docstring below a field travels: it is the field's description in the OpenAPI document and the
comment that an editor shows in the front end.
"""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints, computed_field, model_validator
from pydantic_core import PydanticCustomError
from sqlalchemy import DateTime, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlmodel import Field, Relationship, SQLModel


class Severity(StrEnum):
    """
    How bad it is for the people who use the product.
    """

    critical = "critical"
    major = "major"
    minor = "minor"


class Status(StrEnum):
    """
    How far the team has come.
    """

    investigating = "investigating"
    identified = "identified"
    monitoring = "monitoring"
    resolved = "resolved"


class Role(StrEnum):
    """
    What somebody does on call.
    """

    engineer = "engineer"
    manager = "manager"
    support = "support"


class NotificationKind(StrEnum):
    """
    What happened.
    """

    reported = "reported"
    moved = "moved"
    commented = "commented"
    attached = "attached"


class UtcDateTime(TypeDecorator[datetime]):
    """
    A moment with its time zone: SQLite forgets the zone, so it is put back on the way out.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def now() -> datetime:
    """
    Return this moment, in UTC.
    """
    return datetime.now(UTC)


# --- Tables -----------------------------------------------------------------------------------


class Person(SQLModel, table=True):
    """
    Somebody who can log in, report and be assigned.
    """

    id: int | None = Field(default=None, primary_key=True)
    handle: str = Field(unique=True, index=True)
    name: str
    role: Role
    password_hash: str


class Service(SQLModel, table=True):
    """
    A part of the product that can break.
    """

    id: int | None = Field(default=None, primary_key=True)
    slug: str = Field(unique=True, index=True)
    name: str
    description: str
    owner_id: int = Field(foreign_key="person.id")

    owner: Person = Relationship()
    incidents: list["Incident"] = Relationship(back_populates="service")


class Incident(SQLModel, table=True):
    """
    Something that is broken.
    """

    id: int | None = Field(default=None, primary_key=True)
    title: str
    summary: str
    severity: Severity = Field(index=True)
    status: Status = Field(default=Status.investigating, index=True)
    opened_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    resolved_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    service_id: int = Field(foreign_key="service.id", index=True)
    reporter_id: int = Field(foreign_key="person.id")
    assignee_id: int | None = Field(default=None, foreign_key="person.id", index=True)

    service: Service = Relationship(back_populates="incidents")
    reporter: Person = Relationship(sa_relationship_kwargs={"foreign_keys": "Incident.reporter_id"})
    assignee: Person | None = Relationship(
        sa_relationship_kwargs={"foreign_keys": "Incident.assignee_id"}
    )
    comments: list["Comment"] = Relationship(back_populates="incident")
    attachments: list["Attachment"] = Relationship(back_populates="incident")
    changes: list["Change"] = Relationship(back_populates="incident")


class Comment(SQLModel, table=True):
    """
    What somebody said about an incident.
    """

    id: int | None = Field(default=None, primary_key=True)
    body: str
    written_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    incident_id: int = Field(foreign_key="incident.id", index=True)
    author_id: int = Field(foreign_key="person.id")

    incident: Incident = Relationship(back_populates="comments")
    author: Person = Relationship()


class Attachment(SQLModel, table=True):
    """
    A file that belongs to an incident; its bytes lie beside the database.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str
    media_type: str
    size: int
    caption: str
    uploaded_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    incident_id: int = Field(foreign_key="incident.id", index=True)
    author_id: int = Field(foreign_key="person.id")

    incident: Incident = Relationship(back_populates="attachments")
    author: Person = Relationship()


class Change(SQLModel, table=True):
    """
    A step of an incident from one status to another.
    """

    id: int | None = Field(default=None, primary_key=True)
    before: Status | None = None
    after: Status
    note: str = ""
    changed_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    incident_id: int = Field(foreign_key="incident.id", index=True)
    author_id: int = Field(foreign_key="person.id")

    incident: Incident = Relationship(back_populates="changes")
    author: Person = Relationship()


class Notification(SQLModel, table=True):
    """
    Something that has happened on the board; the numbers grow, so that readers can go on from one.
    """

    id: int | None = Field(default=None, primary_key=True)
    kind: NotificationKind
    text: str = ""
    happened_at: datetime = Field(default_factory=now, sa_type=UtcDateTime)
    incident_id: int = Field(foreign_key="incident.id")
    author_id: int = Field(foreign_key="person.id")

    incident: Incident = Relationship()
    author: Person = Relationship()


# --- What the API sends -----------------------------------------------------------------------


class Schema(SQLModel):
    """
    What every schema has in common: it reads from tables, and field docstrings count.
    """

    model_config = ConfigDict(from_attributes=True, use_attribute_docstrings=True)  # type: ignore[assignment]


class PersonOut(Schema):
    """
    Somebody on the team.
    """

    id: int
    handle: str
    """Name to log in with."""
    name: str
    role: Role


class ServiceRef(Schema):
    """
    A service, by its names.
    """

    slug: str
    """Short name that stands in addresses."""
    name: str


class ServiceOut(ServiceRef):
    """
    A service and how it is doing.
    """

    description: str
    owner: PersonOut
    """Who is asked first."""
    open_incidents: int
    """How many incidents are not resolved."""
    worst: Severity | None
    """The gravest severity among the open incidents; null when all is well."""


class IncidentSummary(Schema):
    """
    An incident as a card on the board.
    """

    id: int
    title: str
    severity: Severity
    status: Status
    opened_at: datetime
    resolved_at: datetime | None
    """When it was resolved; null while it is open."""
    service: ServiceRef
    assignee: PersonOut | None
    """Who works on it; null while nobody does."""
    comment_count: int = 0

    @computed_field  # type: ignore[prop-decorator]
    @property
    def minutes(self) -> int:
        """
        How long it has lasted, or did last, in minutes.
        """
        return int(((self.resolved_at or now()) - self.opened_at).total_seconds() // 60)


class IncidentOut(IncidentSummary):
    """
    An incident with everything that a page about it shows.
    """

    summary: str
    """What is seen from outside, in a few sentences."""
    reporter: PersonOut
    next: list[Status]
    """The statuses that it can go to from here."""


class CommentOut(Schema):
    """
    What somebody said about an incident.
    """

    id: int
    body: str
    written_at: datetime
    author: PersonOut


class AttachmentOut(Schema):
    """
    A file that belongs to an incident; `download_attachment` has its bytes.
    """

    id: int
    name: str
    """The file's own name."""
    media_type: str
    size: int
    """In bytes."""
    caption: str
    uploaded_at: datetime
    author: PersonOut


class Opened(Schema):
    """
    The incident was reported.
    """

    kind: Literal["opened"] = "opened"
    at: datetime
    by: PersonOut


class StatusChanged(Schema):
    """
    The incident went from one status to another.
    """

    kind: Literal["status"] = "status"
    at: datetime
    by: PersonOut
    before: Status
    after: Status
    note: str
    """Why, in the author's words; may be empty."""


class Commented(Schema):
    """
    Somebody said something.
    """

    kind: Literal["comment"] = "comment"
    at: datetime
    by: PersonOut
    comment_id: int
    body: str


class Attached(Schema):
    """
    Somebody added a file.
    """

    kind: Literal["attachment"] = "attachment"
    at: datetime
    by: PersonOut
    attachment: AttachmentOut


TimelineEntry = Annotated[
    Opened | StatusChanged | Commented | Attached, Field(discriminator="kind")
]
"""One line of an incident's history; `kind` says which."""


class Overview(Schema):
    """
    The board in numbers.
    """

    open: int
    """Incidents that are not resolved."""
    by_severity: dict[Severity, int]
    """Open incidents by severity; a severity without any is absent."""
    resolved_this_week: int
    median_minutes: float | None
    """Median time to resolve over the last thirty days; null when nothing was resolved."""


class NotificationOut(Schema):
    """
    Something that has happened on the board.
    """

    id: int
    """Grows with time; also the event's id."""
    kind: NotificationKind
    text: str
    """What was said, the status that the incident went to, or the file's name; may be empty."""
    happened_at: datetime
    author: PersonOut
    incident_id: int
    title: str
    """The incident's."""


class Measurement(Schema):
    """
    How a service did for a while.
    """

    at: datetime
    requests: int
    """Per minute."""
    errors: int
    """How many of the requests failed."""
    milliseconds: int
    """The time within which 95 % of the requests were answered."""


class Token(Schema):
    """
    A piece of an answer, to be put behind those before it.
    """

    text: str


class Source(Schema):
    """
    An incident that an answer speaks of.
    """

    incident_id: int
    title: str


# --- What the API receives --------------------------------------------------------------------

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=8, max_length=120)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=20, max_length=4000)]


class IncidentCreate(Schema):
    """
    A new incident.
    """

    title: Title
    """What is broken, in one line."""
    summary: Prose
    """What is seen from outside, in a few sentences."""
    severity: Severity = Severity.minor
    service: Annotated[str, StringConstraints(min_length=1)]
    """Slug of the service that is broken."""
    assignee: str | None = None
    """Handle of who shall work on it."""

    @model_validator(mode="after")
    def critical_has_an_assignee(self) -> "IncidentCreate":
        """
        Refuse a critical incident that nobody looks after.
        """
        if self.severity is Severity.critical and not self.assignee:
            raise PydanticCustomError(
                "nobody_assigned", "A critical incident needs somebody to work on it."
            )
        return self


class IncidentUpdate(Schema):
    """
    Changes to an incident: what is left out stays as it is.
    """

    title: Title | None = None
    severity: Severity | None = None
    assignee: str | None = None
    """Handle of who shall work on it; null takes it from whoever does."""


class StatusChange(Schema):
    """
    A step forward, or back.
    """

    status: Status
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    """Why; it stands in the timeline."""


class CommentCreate(Schema):
    """
    Something to say about an incident.
    """

    body: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]


class Question(Schema):
    """
    Something to ask about the board.
    """

    prompt: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class Credentials(Schema):
    """
    What somebody logs in with.
    """

    handle: Annotated[str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=1)]
    password: Annotated[str, StringConstraints(min_length=8)]
