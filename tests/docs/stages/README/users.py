from fastapi import APIRouter
from pydantic import BaseModel

router = APIRouter()


class User(BaseModel):
    id: int
    name: str


@router.get("/users/{user_id}")
def get_user(user_id: int) -> User:
    return User(id=user_id, name="Ada")
