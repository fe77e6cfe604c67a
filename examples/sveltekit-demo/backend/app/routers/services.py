"""
The parts of the product, and how they are doing.
"""

from fastapi import APIRouter
from sqlmodel import Session, col, select

from app.database import Database
from app.errors import NotFound, RefusedError
from app.models import PersonOut, Service, ServiceOut, Severity, Status

router = APIRouter(prefix="/services", tags=["services"])


@router.get("")
def list_services(database: Database) -> list[ServiceOut]:
    """
    Return all services, by name, each with its open incidents.
    """
    services = database.exec(select(Service).order_by(col(Service.name)))
    return [describe(service) for service in services]


@router.get("/{slug}", responses={404: {"model": NotFound}})
def get_service(slug: str, database: Database) -> ServiceOut:
    """
    Return one service.
    """
    return describe(find_service(database, slug))


def find_service(database: Session, slug: str) -> Service:
    """
    Return a service, or refuse the request.
    """
    service = database.exec(select(Service).where(Service.slug == slug)).first()
    if service is None:
        raise RefusedError(404, NotFound(detail=f"There is no service “{slug}”."))
    return service


def describe(service: Service) -> ServiceOut:
    """
    Return `service` as the API sends it.
    """
    severities = [i.severity for i in service.incidents if i.status is not Status.resolved]
    return ServiceOut(
        slug=service.slug,
        name=service.name,
        description=service.description,
        owner=PersonOut.model_validate(service.owner),
        open_incidents=len(severities),
        worst=min(severities, key=list(Severity).index, default=None),
    )
