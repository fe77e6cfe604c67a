"""
Files that belong to an incident: screenshots, logs, graphs.
"""

from pathlib import PurePath
from typing import Annotated

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import FileResponse

from app.database import FILES, Database
from app.errors import IncidentNotFound, NotFound, NotLoggedIn, RefusedError, TooLarge
from app.models import Attachment, AttachmentOut, NotificationKind
from app.news import announce
from app.routers.incidents import find_incident
from app.sessions import LoggedIn

router = APIRouter(tags=["attachments"])

LIMIT = 2 * 1024 * 1024
"""How large a file may be, in bytes."""


@router.get("/incidents/{incident_id}/attachments", responses={404: {"model": IncidentNotFound}})
def list_attachments(incident_id: int, database: Database) -> list[AttachmentOut]:
    """
    Return an incident's files, the oldest first.
    """
    attachments = find_incident(database, incident_id).attachments
    return [
        AttachmentOut.model_validate(attachment)
        for attachment in sorted(attachments, key=lambda attachment: attachment.uploaded_at)
    ]


@router.post(
    "/incidents/{incident_id}/attachments",
    status_code=201,
    responses={
        401: {"model": NotLoggedIn},
        404: {"model": IncidentNotFound},
        413: {"model": TooLarge},
    },
)
def upload_attachment(
    incident_id: int,
    file: UploadFile,
    database: Database,
    person: LoggedIn,
    caption: Annotated[str, Form(max_length=200, description="What is to be seen.")] = "",
) -> AttachmentOut:
    """
    Add a file to an incident, 2 MiB at most.
    """
    incident = find_incident(database, incident_id)
    content = file.file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise RefusedError(413, TooLarge(detail="A file may have 2 MiB at most.", limit=LIMIT))
    attachment = Attachment(
        name=PurePath(file.filename or "").name or "file",
        media_type=file.content_type or "application/octet-stream",
        size=len(content),
        caption=caption,
        incident=incident,
        author=person,
    )
    database.add(attachment)
    announce(NotificationKind.attached, incident, person, attachment.name)
    database.flush()
    (FILES / str(attachment.id)).write_bytes(content)
    database.commit()
    return AttachmentOut.model_validate(attachment)


@router.get(
    "/attachments/{attachment_id}",
    response_class=FileResponse,
    responses={404: {"model": NotFound}},
)
def download_attachment(attachment_id: int, database: Database) -> FileResponse:
    """
    Return a file's bytes, to be saved under the file's own name.
    """
    attachment = database.get(Attachment, attachment_id)
    if attachment is None:
        raise RefusedError(404, NotFound(detail=f"There is no file {attachment_id}."))
    return FileResponse(
        FILES / str(attachment.id), media_type=attachment.media_type, filename=attachment.name
    )
