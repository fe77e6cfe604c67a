"""
What people say about an incident.
"""

from fastapi import APIRouter

from app.database import Database
from app.errors import IncidentNotFound, NotAllowed, NotFound, NotLoggedIn, RefusedError
from app.models import Comment, CommentCreate, CommentOut, NotificationKind
from app.news import announce
from app.routers.incidents import find_incident
from app.sessions import LoggedIn

router = APIRouter(tags=["comments"])


@router.get("/incidents/{incident_id}/comments", responses={404: {"model": IncidentNotFound}})
def list_comments(incident_id: int, database: Database) -> list[CommentOut]:
    """
    Return an incident's comments, the oldest first.
    """
    comments = find_incident(database, incident_id).comments
    return [
        CommentOut.model_validate(comment)
        for comment in sorted(comments, key=lambda comment: comment.written_at)
    ]


@router.post(
    "/incidents/{incident_id}/comments",
    status_code=201,
    responses={401: {"model": NotLoggedIn}, 404: {"model": IncidentNotFound}},
)
def create_comment(
    incident_id: int, draft: CommentCreate, database: Database, person: LoggedIn
) -> CommentOut:
    """
    Say something about an incident.
    """
    incident = find_incident(database, incident_id)
    comment = Comment(body=draft.body, incident=incident, author=person)
    database.add(comment)
    announce(NotificationKind.commented, incident, person, draft.body)
    database.commit()
    return CommentOut.model_validate(comment)


@router.delete(
    "/comments/{comment_id}",
    status_code=204,
    responses={
        401: {"model": NotLoggedIn},
        403: {"model": NotAllowed},
        404: {"model": NotFound},
    },
)
def delete_comment(comment_id: int, database: Database, person: LoggedIn) -> None:
    """
    Take back a comment of one's own.
    """
    comment = database.get(Comment, comment_id)
    if comment is None:
        raise RefusedError(404, NotFound(detail=f"There is no comment {comment_id}."))
    if comment.author_id != person.id:
        raise RefusedError(403, NotAllowed(detail="Only its author can take a comment back."))
    database.delete(comment)
    database.commit()
