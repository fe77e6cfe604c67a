"""
The incident board: a small FastAPI app with a SvelteKit front end.

    uvicorn app.main:app --reload --app-dir examples/sveltekit-demo/backend
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

import fluidkit
from app.database import prepare
from app.errors import install_handlers
from app.routers import (
    assistant,
    attachments,
    auth,
    comments,
    incidents,
    notifications,
    people,
    reports,
    services,
    telemetry,
)


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    """
    Create and seed the database before the first request.
    """
    prepare()
    yield


app = FastAPI(title="Incident board", version="1.0.0", lifespan=lifespan)
install_handlers(app)

for module in (
    *(auth, incidents, comments, attachments, services, people),
    *(notifications, telemetry, reports, assistant),
):
    app.include_router(module.router)

fluidkit.include_pages(app)
fluidkit.integrate(app)
