"""
Incidents: the board, its numbers, and what happens to one of them.
"""

from datetime import timedelta
from statistics import median
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from sqlalchemy import func
from sqlmodel import Session, col, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from app.database import Database
from app.errors import IncidentNotFound, NotLoggedIn, RefusedError, WrongStep
from app.models import (
    Attached,
    AttachmentOut,
    Change,
    Commented,
    Incident,
    IncidentCreate,
    IncidentOut,
    IncidentSummary,
    IncidentUpdate,
    NotificationKind,
    Opened,
    Overview,
    Person,
    PersonOut,
    Service,
    Severity,
    Status,
    StatusChange,
    StatusChanged,
    TimelineEntry,
    now,
)
from app.news import announce
from app.pagination import Page, Slice, WantedSlice
from app.sessions import LoggedIn

router = APIRouter(tags=["incidents"])

NEXT: dict[Status, list[Status]] = {
    Status.investigating: [Status.identified, Status.monitoring, Status.resolved],
    Status.identified: [Status.investigating, Status.monitoring, Status.resolved],
    Status.monitoring: [Status.identified, Status.resolved],
    Status.resolved: [Status.investigating],
}
"""Where an incident can go from each status."""


@router.get("/incidents")
def list_incidents(
    database: Database,
    wanted: WantedSlice,
    q: Annotated[str, Query(description="Words that the title or summary has.")] = "",
    status: Annotated[list[Status], Query(description="Any of these; none: all.")] = [],  # noqa: B006
    severity: Annotated[list[Severity], Query(description="Any of these; none: all.")] = [],  # noqa: B006
    service: Annotated[str | None, Query(description="Slug of a service.")] = None,
) -> Page[IncidentSummary]:
    """
    Return the incidents that meet every condition, the newest first.
    """
    found = select(Incident)
    for word in q.split():
        found = found.where(
            or_(col(Incident.title).icontains(word), col(Incident.summary).icontains(word))
        )
    if status:
        found = found.where(col(Incident.status).in_(status))
    if severity:
        found = found.where(col(Incident.severity).in_(severity))
    if service is not None:
        found = found.join(Service).where(Service.slug == service)
    return page_of(database, found, wanted)


@router.get("/incidents/mine", responses={401: {"model": NotLoggedIn}})
def list_my_incidents(
    database: Database, wanted: WantedSlice, person: LoggedIn
) -> Page[IncidentSummary]:
    """
    Return the incidents that whoever is logged in works on or has reported, the newest first.
    """
    found = select(Incident).where(
        or_(Incident.assignee_id == person.id, Incident.reporter_id == person.id)
    )
    return page_of(database, found, wanted)


@router.get("/incidents/overview")
def get_overview(database: Database) -> Overview:
    """
    Return the board in numbers.
    """
    return count_incidents(database)


@router.post("/incidents", status_code=201, responses={401: {"model": NotLoggedIn}})
def create_incident(draft: IncidentCreate, database: Database, person: LoggedIn) -> IncidentOut:
    """
    Report an incident.
    """
    service = database.exec(select(Service).where(Service.slug == draft.service)).first()
    if service is None:
        raise invalid_field("service", "There is no such service.", draft.service)
    incident = Incident(
        title=draft.title,
        summary=draft.summary,
        severity=draft.severity,
        service=service,
        reporter=person,
        assignee=find_assignee(database, draft.assignee),
    )
    incident.changes.append(Change(after=Status.investigating, author=person))
    database.add(incident)
    announce(NotificationKind.reported, incident, person)
    database.commit()
    return describe(incident)


@router.get("/incidents/{incident_id}", responses={404: {"model": IncidentNotFound}})
def get_incident(incident_id: int, database: Database) -> IncidentOut:
    """
    Return one incident.
    """
    return describe(find_incident(database, incident_id))


@router.patch(
    "/incidents/{incident_id}",
    responses={401: {"model": NotLoggedIn}, 404: {"model": IncidentNotFound}},
)
def update_incident(
    incident_id: int, changes: IncidentUpdate, database: Database, person: LoggedIn
) -> IncidentOut:
    """
    Change an incident's title, severity or assignee.
    """
    incident = find_incident(database, incident_id)
    if changes.title is not None:
        incident.title = changes.title
    if changes.severity is not None:
        incident.severity = changes.severity
    if "assignee" in changes.model_fields_set:
        incident.assignee = find_assignee(database, changes.assignee)
    database.commit()
    return describe(incident)


@router.put(
    "/incidents/{incident_id}/status",
    responses={
        401: {"model": NotLoggedIn},
        404: {"model": IncidentNotFound},
        409: {"model": WrongStep},
    },
)
def change_status(
    incident_id: int, change: StatusChange, database: Database, person: LoggedIn
) -> IncidentOut:
    """
    Take an incident to another status.
    """
    incident = find_incident(database, incident_id)
    allowed = NEXT[incident.status]
    if change.status not in allowed:
        detail = f"An incident can't go from “{incident.status.value}” to “{change.status.value}”."
        raise RefusedError(409, WrongStep(detail=detail, current=incident.status, allowed=allowed))
    incident.changes.append(
        Change(before=incident.status, after=change.status, note=change.note, author=person)
    )
    incident.status = change.status
    incident.resolved_at = now() if change.status is Status.resolved else None
    announce(NotificationKind.moved, incident, person, change.status.value)
    database.commit()
    return describe(incident)


@router.get("/incidents/{incident_id}/timeline", responses={404: {"model": IncidentNotFound}})
def get_timeline(incident_id: int, database: Database) -> list[TimelineEntry]:
    """
    Return all that happened to an incident, the oldest first.
    """
    incident = find_incident(database, incident_id)
    entries: list[TimelineEntry] = [
        Opened(at=incident.opened_at, by=PersonOut.model_validate(incident.reporter))
    ]
    entries += [
        StatusChanged(
            at=change.changed_at,
            by=PersonOut.model_validate(change.author),
            before=change.before,
            after=change.after,
            note=change.note,
        )
        for change in incident.changes
        if change.before is not None
    ]
    entries += [
        Commented(
            at=comment.written_at,
            by=PersonOut.model_validate(comment.author),
            comment_id=comment.id or 0,
            body=comment.body,
        )
        for comment in incident.comments
    ]
    entries += [
        Attached(
            at=attachment.uploaded_at,
            by=PersonOut.model_validate(attachment.author),
            attachment=AttachmentOut.model_validate(attachment),
        )
        for attachment in incident.attachments
    ]
    return sorted(entries, key=lambda entry: entry.at)


def count_incidents(database: Session) -> Overview:
    """
    Return the board in numbers.
    """
    incidents = database.exec(select(Incident)).all()
    severities = [i.severity for i in incidents if i.status is not Status.resolved]
    month = [i for i in incidents if i.resolved_at and i.resolved_at > now() - timedelta(days=30)]
    week = [i for i in month if i.resolved_at and i.resolved_at > now() - timedelta(days=7)]
    minutes = [(i.resolved_at - i.opened_at).total_seconds() / 60 for i in month if i.resolved_at]
    return Overview(
        open=len(severities),
        by_severity={s: severities.count(s) for s in Severity if s in severities},
        resolved_this_week=len(week),
        median_minutes=median(minutes) if minutes else None,
    )


def find_incident(database: Session, incident_id: int) -> Incident:
    """
    Return an incident, or refuse the request.
    """
    incident = database.get(Incident, incident_id)
    if incident is None:
        problem = IncidentNotFound(
            detail=f"There is no incident {incident_id}.",
            incident_id=incident_id,
            newest_id=database.exec(select(func.max(Incident.id))).one(),
        )
        raise RefusedError(404, problem)
    return incident


def find_assignee(database: Session, handle: str | None) -> Person | None:
    """
    Return who has this handle, or refuse the request as FastAPI refuses a wrong field.
    """
    if not handle:
        return None
    person = database.exec(select(Person).where(Person.handle == handle)).first()
    if person is None:
        raise invalid_field("assignee", "Nobody here has this name.", handle)
    return person


def invalid_field(name: str, message: str, value: str) -> RequestValidationError:
    """
    Return the error of one field of a body, in the form that FastAPI gives its own.
    """
    return RequestValidationError(
        [{"type": "value_error", "loc": ("body", name), "msg": message, "input": value}]
    )


def page_of(
    database: Session, found: SelectOfScalar[Incident], wanted: Slice
) -> Page[IncidentSummary]:
    """
    Return one page of the incidents that `found` selects.
    """
    total = database.exec(select(func.count()).select_from(found.subquery())).one()
    newest = found.order_by(col(Incident.opened_at).desc(), col(Incident.id).desc())
    incidents = database.exec(newest.offset(wanted.offset).limit(wanted.size))
    return Page[IncidentSummary](
        items=[summarise(incident) for incident in incidents],
        total=total,
        page=wanted.page,
        size=wanted.size,
    )


def summarise(incident: Incident) -> IncidentSummary:
    """
    Return `incident` as the board shows it.
    """
    summary = IncidentSummary.model_validate(incident)
    summary.comment_count = len(incident.comments)
    return summary


def describe(incident: Incident) -> IncidentOut:
    """
    Return `incident` as its own page shows it.
    """
    return IncidentOut.model_validate(
        incident, update={"comment_count": len(incident.comments), "next": NEXT[incident.status]}
    )
