"""
The month as a file.
"""

import asyncio
import csv
import io
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import quote

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import StreamingResponse
from sqlmodel import Session, col, select

from app.database import engine
from app.models import Service, now
from app.telemetry import measure, moments, watch

router = APIRouter(prefix="/reports", tags=["reports"])

DAYS = 30
TIMES = 8
"""How many lines a day has."""
PIECE = 2048


class Language(StrEnum):
    """
    What a report is written in.
    """

    english = "en"
    german = "de"


_NAMES = {Language.english: "availability", Language.german: "Verfügbarkeit"}

_COLUMNS = {
    Language.english: [
        "service",
        "at",
        "requests per minute",
        "errors",
        "milliseconds",
        "incident",
    ],
    Language.german: ["Dienst", "Zeit", "Anfragen je Minute", "Fehler", "Millisekunden", "Störung"],
}


@router.get("/{language}")
async def download_report(language: Language):
    """
    Return how every service did over the last thirty days, every three hours, as a file of CSV.
    """
    today = now().replace(hour=0, minute=0, second=0, microsecond=0)
    content = await run_in_threadpool(write_report, language, today)

    async def pieces():
        for start in range(0, len(content), PIECE):
            yield content[start : start + PIECE]
            await asyncio.sleep(0.1)  # as slow as a bad connection

    # https://www.rfc-editor.org/rfc/rfc6266#section-4.3
    name = f"{_NAMES[language]}-{today:%Y-%m-%d}.csv"
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "Content-Length": str(len(content)),
    }
    return StreamingResponse(pieces(), media_type="text/csv", headers=headers)


def write_report(language: Language, end: datetime) -> bytes:
    """
    Return the report of the thirty days before `end`.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_COLUMNS[language])
    with Session(engine) as session:
        services = [watch(service) for service in session.exec(_BY_NAME)]
    for service in services:
        for moment in moments(end, timedelta(days=DAYS), DAYS * TIMES):
            found = measure(service, moment)
            trouble = service.worst(moment)
            title = trouble.title if trouble else ""
            numbers = [found.requests, found.errors, found.milliseconds]
            writer.writerow([service.name, moment.isoformat(), *numbers, title])
    return text.getvalue().encode()


_BY_NAME = select(Service).order_by(col(Service.name))
