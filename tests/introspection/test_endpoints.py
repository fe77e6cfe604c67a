"""
What an endpoint is called, where it lives, and what is written about it.
"""

import dataclasses
import functools
from collections.abc import Callable
from typing import Any

import pytest
from apps import ugly_orders, ugly_vendor
from apps.reading import operation, read
from fastapi import Depends, FastAPI

from fluidkit.model import JsonResult, Reference, Scalar

HERE = __name__


def get_user(name: str = "x") -> str:
    """
    Return a user.

    At length.
    """
    return name


def logged(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


@dataclasses.dataclass
class Made:
    x: int


class Greeter:
    """A greeter."""

    def __call__(self, name: str = "") -> str:
        """Greet."""
        return name

    def wave(self) -> int:
        """Wave."""
        return 1


hello = Greeter()
user_of_house = functools.partial(get_user, name="house")
answer = lambda: 42  # noqa: E731 -- as people write it


@pytest.mark.parametrize(
    ("endpoint", "name", "doc"),
    [
        (get_user, "get_user", "Return a user.\n\nAt length."),
        (logged(get_user), "get_user", "Return a user.\n\nAt length."),
        (user_of_house, "user_of_house", "Return a user.\n\nAt length."),
        (functools.partial(get_user, name="x"), "get_user", "Return a user.\n\nAt length."),
        (hello, "hello", "Greet."),
        (Greeter(), "Greeter", "Greet."),
        (hello.wave, "wave", "Wave."),
        (answer, "answer", ""),
        (lambda: 1, "get_the_path", ""),
    ],
)
def test_the_innermost_function_names_the_operation(
    endpoint: Callable[..., Any], name: str, doc: str
) -> None:
    """What has no name of its own goes by its variable, and at last by its route."""
    app = FastAPI()
    app.add_api_route("/the/{path}", endpoint, response_model=None)
    found = operation(app)
    assert (found.name, found.module, found.doc.text) == (name, HERE, doc)


def test_a_wrapper_from_elsewhere_moves_nothing() -> None:
    """`functools.wraps` says where the wrapped function lives."""
    app = FastAPI()
    app.add_api_route("/x", logged(ugly_orders.list_users), response_model=None)
    assert operation(app).module == ugly_orders.__name__


def test_the_root_has_a_name_too() -> None:
    """A lambda at "/"."""
    app = FastAPI()
    app.add_api_route("/", lambda: 1, methods=["POST"])
    assert operation(app).name == "post_root"


def test_the_routes_own_name_does_not_count() -> None:
    """`name=` is for `url_for`; a client uses Python's name."""
    app = FastAPI()
    app.add_api_route("/x", get_user, name="users:get")
    assert operation(app).name == "get_user"


def test_summary_and_description_make_the_doc() -> None:
    """What is written on the route wins over the docstring."""
    app = FastAPI()
    app.add_api_route("/x", get_user, summary="A user", description="By name.", deprecated=True)
    assert operation(app).doc.text == "A user\n\nBy name."
    assert operation(app).doc.deprecated


def test_a_form_feed_ends_the_doc() -> None:
    """As in FastAPI's own documentation."""
    app = FastAPI()

    @app.get("/x")
    def endpoint() -> None:
        """Public.\f Private."""

    assert operation(app).doc.text == "Public."


def test_an_annotation_that_cannot_be_evaluated_costs_only_itself() -> None:
    """A name that only type checkers see elsewhere in the signature does no harm."""
    app = FastAPI()

    def endpoint(x: Any = Depends(lambda: 1)) -> Any: ...  # noqa: B008

    endpoint.__annotations__ = {"x": "OnlyForTypeCheckers", "return": "int"}
    app.add_api_route("/x", endpoint, response_model=None)
    assert operation(app).result == JsonResult(Scalar.NUMBER)


def test_a_class_as_an_endpoint_returns_itself() -> None:
    """FastAPI calls it, and encodes the instance."""
    app = FastAPI()
    app.add_api_route("/x", Made)
    assert operation(app).name == "Made"
    assert [each.name for each in operation(app).parameters] == ["x"]
    assert operation(app).result == JsonResult(Reference(f"{HERE}:Made"))


def test_closures_of_a_third_party_have_their_module() -> None:
    """A factory's endpoints live where the factory is written."""
    app = FastAPI()
    app.include_router(ugly_vendor.make_auth_router(lambda: None))
    assert {each.module for each in read(app).api.operations} == {ugly_vendor.__name__}
    assert [each.name for each in read(app).api.operations] == ["login", "logout", "me"]
