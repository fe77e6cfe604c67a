"""
Somebody to ask about the board: it knows little, but it answers word by word.
"""

import asyncio
import re

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.sse import EventSourceResponse, ServerSentEvent
from sqlmodel import Session, col, select

from app.database import engine
from app.models import Incident, IncidentSummary, Question, Severity, Source, Status, Token

router = APIRouter(prefix="/assistant", tags=["assistant"])


@router.post("", response_class=EventSourceResponse)
async def ask(question: Question):
    """
    Answer a question about the board, word by word, and then name the incidents that it is about.
    """
    incidents = await find_incidents(question.prompt)
    for word in re.findall(r"\S+\s*", compose(incidents)):
        yield ServerSentEvent(event="token", data=Token(text=word))
        await asyncio.sleep(0.05)
    for incident in incidents:
        yield ServerSentEvent(
            event="source", data=Source(incident_id=incident.id, title=incident.title)
        )


async def find_incidents(prompt: str) -> list[IncidentSummary]:
    """
    Return the open incidents that a question is about, or else all of them, the gravest first.
    """
    return await run_in_threadpool(_find_incidents, prompt)


def _find_incidents(prompt: str) -> list[IncidentSummary]:
    words = [word for word in re.findall(r"\w{4,}", prompt.lower()) if word not in _FILLERS]
    with Session(engine) as session:
        unresolved = select(Incident).where(col(Incident.status) != Status.resolved)
        found = sorted(session.exec(unresolved), key=lambda i: list(Severity).index(i.severity))
        fitting = [i for i in found if any(word in _searched(i) for word in words)]
        return [IncidentSummary.model_validate(incident) for incident in fitting or found]


_FILLERS = {"about", "anybody", "broken", "does", "open", "there", "what", "when", "which", "with"}


def _searched(incident: Incident) -> str:
    return f"{incident.title} {incident.summary} {incident.service.name}".lower()


def compose(incidents: list[IncidentSummary]) -> str:
    """
    Return what there is to say about these.
    """
    if not incidents:
        return "Nothing is broken. Enjoy it while it lasts."
    count = f"{len(incidents)} open incident{'s' if len(incidents) > 1 else ''}"
    return f"I found {count}. " + " ".join(_sentence(incident) for incident in incidents)


def _sentence(incident: IncidentSummary) -> str:
    who = f"{incident.assignee.name} works on it" if incident.assignee else "nobody works on it yet"
    return (
        f"“{incident.title}” is a {incident.severity.value} one in {incident.service.name}: the "
        f"team is {_STEPS[incident.status]}, and {who}."
    )


_STEPS = {
    Status.investigating: "still looking for the cause",
    Status.identified: "mending what it has found",
    Status.monitoring: "watching whether the repair holds",
    Status.resolved: "done",
}
