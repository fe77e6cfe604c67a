"""
A team with a past, so that the board is not empty when it is first opened.

Everything is fixed but the dates, which are counted back from the day of seeding. Everybody's
password is `incident`.
"""

from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, select

from app.models import (
    Attachment,
    Change,
    Comment,
    Incident,
    Notification,
    NotificationKind,
    Person,
    Role,
    Service,
    Severity,
    Status,
    now,
)
from app.passwords import hash_password

PASSWORD = "incident"

_PEOPLE = [
    ("ada", "Ada Winter", Role.engineer),
    ("ben", "Ben Okafor", Role.engineer),
    ("carla", "Carla Reyes", Role.engineer),
    ("dmitri", "Dmitri Volkov", Role.engineer),
    ("emi", "Emi Tanaka", Role.manager),
    ("farid", "Farid Haddad", Role.support),
    ("greta", "Greta Lind", Role.support),
]

_SERVICES = [
    ("checkout", "Checkout", "Carts, payments and receipts.", "ada"),
    ("search", "Search", "Finding products, and the suggestions on the way.", "ben"),
    ("accounts", "Accounts", "Log-in, profiles and permissions.", "carla"),
    ("mail", "Mail", "Receipts, newsletters and password links.", "greta"),
    ("warehouse", "Warehouse", "Stock, picking and parcels.", "dmitri"),
    ("gifts", "Gift cards", "Selling them, and paying with them.", "ben"),
    ("reports", "Reports", "Dashboards and nightly exports.", "emi"),
]

_OPEN = [
    (
        "Card payments fail for about one customer in five",
        (
            "The payment provider answers with timeouts since its last release. Customers see “Try "
            "again later” and most of them do, so the queue of half-finished orders grows."
        ),
        Severity.critical,
        Status.identified,
        "checkout",
        "farid",
        "ada",
        timedelta(hours=1, minutes=42),
    ),
    (
        "Search suggestions are empty on phones",
        (
            "Typing in the search field shows no suggestions on narrow screens. Results appear as "
            "usual once Enter is pressed."
        ),
        Severity.major,
        Status.investigating,
        "search",
        "greta",
        "ben",
        timedelta(minutes=36),
    ),
    (
        "Password links arrive after more than an hour",
        (
            "The mail provider throttles us after yesterday's newsletter. Links are valid for one "
            "hour, so they are useless when they arrive."
        ),
        Severity.major,
        Status.monitoring,
        "mail",
        "farid",
        "greta",
        timedelta(hours=5, minutes=10),
    ),
    (
        "Two parcels a day get the label of another order",
        (
            "Reported by the night shift. It seems to happen when two labels are printed in the "
            "same second."
        ),
        Severity.major,
        Status.investigating,
        "warehouse",
        "dmitri",
        None,
        timedelta(hours=9),
    ),
    (
        "The nightly sales export has no column names",
        "The first line is missing since Monday. The finance team adds it by hand.",
        Severity.minor,
        Status.identified,
        "reports",
        "emi",
        "dmitri",
        timedelta(days=2, hours=3),
    ),
    (
        "Profile pictures are turned by 90 degrees",
        "Pictures taken upright with some phones lie on their side after the upload.",
        Severity.minor,
        Status.monitoring,
        "accounts",
        "greta",
        "carla",
        timedelta(days=1, hours=6),
    ),
    (
        "A discount code can be used twice within a second",
        "Two tabs, two clicks, two discounts. Found by support, not yet by customers.",
        Severity.minor,
        Status.investigating,
        "checkout",
        "farid",
        "carla",
        timedelta(hours=20),
    ),
]

_PAST = [
    ("Log-in loops after a password change", "accounts", Severity.critical, "carla", 38),
    (
        "Orders above 10,000 are shown without their last digit",
        "checkout",
        Severity.minor,
        "ada",
        95,
    ),
    ("Search returns products that are sold out", "search", Severity.major, "ben", 184),
    ("Newsletters are sent twice to some readers", "mail", Severity.minor, "greta", 61),
    ("Stock is counted twice after a return", "warehouse", Severity.major, "dmitri", 240),
    ("The dashboard stays empty in Firefox", "reports", Severity.minor, "emi", 47),
    ("Checkout answers with 502 during deployments", "checkout", Severity.critical, "ada", 22),
    ("Umlauts are lost in receipts", "mail", Severity.minor, "carla", 130),
    ("Filters forget themselves on the way back", "search", Severity.minor, "ben", 75),
    ("Permissions of a removed team stay in force", "accounts", Severity.major, "carla", 54),
    ("Pick lists are sorted by the wrong aisle", "warehouse", Severity.minor, "dmitri", 160),
    ("Receipts show the time of another zone", "checkout", Severity.minor, "ben", 88),
    ("The weekly report counts Sunday twice", "reports", Severity.minor, "emi", 210),
    ("Search is slow for words of one letter", "search", Severity.minor, "ben", 115),
    ("Mail to large providers ends up as spam", "mail", Severity.major, "greta", 320),
    ("Guests can't finish an order in Safari", "checkout", Severity.critical, "ada", 41),
]

_COMMENTS = [
    ("ada", "The provider confirms it. Their status page still says that all is well."),
    ("farid", "Forty tickets so far. I answer with the same three sentences, see the macro."),
    ("ada", "Retrying with a second connection helps: the rate is down from 22 % to 9 %."),
    ("emi", "Good. Please tell me before you switch to the other provider."),
]

_LOG = """\
12:01:07 provider timeout after 5000 ms  order=48151
12:01:09 provider timeout after 5000 ms  order=48162
12:01:12 retry succeeded on connection 2  order=48151
"""


def seed(session: Session, files: Path) -> None:
    """
    Fill an empty database, and the folder of the attachments' bytes.
    """
    people = {
        handle: Person(
            handle=handle, name=name, role=role, password_hash=hash_password(PASSWORD, handle)
        )
        for handle, name, role in _PEOPLE
    }
    services = {
        slug: Service(slug=slug, name=name, description=description, owner=people[owner])
        for slug, name, description, owner in _SERVICES
    }
    session.add_all([*people.values(), *services.values()])
    _add_past(session, people, services)
    worst = _add_open(session, people, services)
    _add_comments(session, people, worst)
    log = _add_log(session, people["ada"], worst)
    _add_notifications(session)
    session.commit()
    (files / str(log.id)).write_text(_LOG)


def _add_past(session: Session, people: dict[str, Person], services: dict[str, Service]) -> None:
    for day, (title, slug, severity, handle, minutes) in enumerate(reversed(_PAST)):
        opened = now() - timedelta(days=2 * (len(_PAST) - day), minutes=137 * day % 600)
        resolved = opened + timedelta(minutes=minutes)
        person = people[handle]
        incident = Incident(
            title=title,
            summary="Resolved, and written down so that the next one is found sooner.",
            severity=severity,
            status=Status.resolved,
            opened_at=opened,
            resolved_at=resolved,
            service=services[slug],
            reporter=people["farid"],
            assignee=person,
        )
        incident.changes = [
            Change(after=Status.investigating, author=people["farid"], changed_at=opened),
            Change(
                before=Status.investigating,
                after=Status.resolved,
                note="Fixed, deployed and seen to work.",
                author=person,
                changed_at=resolved,
            ),
        ]
        session.add(incident)
        session.flush()


def _add_open(
    session: Session, people: dict[str, Person], services: dict[str, Service]
) -> Incident:
    incidents = []
    for title, summary, severity, status, slug, reporter, assignee, age in reversed(_OPEN):
        incident = Incident(
            title=title,
            summary=summary,
            severity=severity,
            status=status,
            opened_at=now() - age,
            service=services[slug],
            reporter=people[reporter],
            assignee=people[assignee] if assignee else None,
        )
        incident.changes.append(
            Change(
                after=Status.investigating, author=people[reporter], changed_at=incident.opened_at
            )
        )
        if status is not Status.investigating:
            incident.changes.append(
                Change(
                    before=Status.investigating,
                    after=status,
                    note="Seen in the logs; the cause is known.",
                    author=people[assignee or reporter],
                    changed_at=incident.opened_at + age / 4,
                )
            )
        session.add(incident)
        session.flush()
        incidents.append(incident)
    return incidents[-1]


def _add_comments(session: Session, people: dict[str, Person], incident: Incident) -> None:
    age = now() - incident.opened_at
    for number, (handle, body) in enumerate(_COMMENTS, start=1):
        written = incident.opened_at + age * number / (len(_COMMENTS) + 2)
        session.add(
            Comment(body=body, incident=incident, author=people[handle], written_at=written)
        )


def _add_log(session: Session, person: Person, incident: Incident) -> Attachment:
    attachment = Attachment(
        name="timeouts.log",
        media_type="text/plain",
        size=len(_LOG.encode()),
        caption="Three lines of many.",
        uploaded_at=now() - (now() - incident.opened_at) / 2,
        incident=incident,
        author=person,
    )
    session.add(attachment)
    session.flush()
    return attachment


def _add_notifications(session: Session) -> None:
    """
    Write down what would have been told, had anybody been there: in the order of time.
    """
    told = [
        Notification(
            kind=NotificationKind.reported,
            happened_at=incident.opened_at,
            incident=incident,
            author=incident.reporter,
        )
        for incident in session.exec(select(Incident))
    ]
    told += [
        Notification(
            kind=NotificationKind.moved,
            text=change.after.value,
            happened_at=change.changed_at,
            incident=change.incident,
            author=change.author,
        )
        for change in session.exec(select(Change))
        if change.before is not None
    ]
    told += [
        Notification(
            kind=NotificationKind.commented,
            text=comment.body,
            happened_at=comment.written_at,
            incident=comment.incident,
            author=comment.author,
        )
        for comment in session.exec(select(Comment))
    ]
    for notification in sorted(told, key=lambda notification: notification.happened_at):
        session.add(notification)
        session.flush()
