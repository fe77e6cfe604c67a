"""
What the services say about themselves: made up, but always the same for the same moment.

A service that has an incident is slower and fails more often while that is open.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from app.models import Incident, Measurement, Service, Severity, now

_SLOWER = {Severity.critical: 5.0, Severity.major: 2.6, Severity.minor: 1.4}

_PATHS = ["/", "/items", "/items/48151", "/sessions", "/health", "/search?q=boots", "/orders"]


@dataclass(frozen=True)
class Trouble:
    """
    A time in which a service was not well.
    """

    title: str
    severity: Severity
    start: datetime
    end: datetime | None
    """None while it lasts."""


@dataclass(frozen=True)
class Watched:
    """
    A service, and when it was not well.
    """

    slug: str
    name: str
    troubles: tuple[Trouble, ...]

    def worst(self, moment: datetime) -> Trouble | None:
        """
        Return the gravest trouble at a moment, if there was any.
        """
        at_work = [t for t in self.troubles if t.start <= moment and (not t.end or moment < t.end)]
        return min(at_work, key=lambda t: list(Severity).index(t.severity), default=None)


def watch(service: Service) -> Watched:
    """
    Return what telemetry has to know of `service`.
    """
    return Watched(service.slug, service.name, tuple(map(_trouble, service.incidents)))


def _trouble(incident: Incident) -> Trouble:
    return Trouble(incident.title, incident.severity, incident.opened_at, incident.resolved_at)


def measure(service: Watched, moment: datetime) -> Measurement:
    """
    Return how `service` did at a moment.
    """
    dice = Random(f"{service.slug} {moment:%Y-%m-%d %H:%M}")
    trouble = service.worst(moment)
    slower = _SLOWER[trouble.severity] if trouble else 1
    requests = round((500 - 300 * abs(moment.hour - 14) / 14) * dice.uniform(0.9, 1.1))
    return Measurement(
        at=moment,
        requests=requests,
        errors=round(requests * dice.uniform(0.5, 1) * (slower - 1) / 20),
        milliseconds=round((70 + requests / 8) * slower * dice.uniform(0.85, 1.15)),
    )


def write_line(service: Watched, moment: datetime) -> str:
    """
    Return the line that `service` logs at a moment.
    """
    dice = Random(f"{service.slug} {moment.timestamp():.1f}")
    trouble = service.worst(moment)
    slower = _SLOWER[trouble.severity] if trouble else 1
    status = 503 if dice.random() < (slower - 1) / 10 else 200
    level = "ERROR" if status == 503 else "INFO "
    took = round(dice.uniform(20, 140) * slower)
    path = dice.choice(_PATHS)
    return f"{moment:%H:%M:%S} {level} {service.slug}  GET {path} → {status} in {took} ms"


def moments(end: datetime, span: timedelta, count: int) -> Iterator[datetime]:
    """
    Return moments at equal distances, the last of them at `end`.
    """
    return (end - span * (count - 1 - number) / count for number in range(count))


def this_minute() -> datetime:
    """
    Return the moment at which this minute began.
    """
    return now().replace(second=0, microsecond=0)
