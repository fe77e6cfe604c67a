"""
A client that is printed with what an earlier one has left is the one that is printed from nothing.
"""

from __future__ import annotations

from golden.values import STRING, api, enum, field, model, operation

from fluidkit.memory import Living, Memory, dump, load
from fluidkit.model import Api, JsonResult, Module, Reference
from fluidkit.typescript import Target, render

USERS = Module(name="app.users", path="users.py", source="app/users.py")
MODELS = Module(name="app.models", path="models.py", source="app/models.py")
TARGET = Target(output="out", kit=True)

LIST_USERS = operation("GET /users", "list_users", result=JsonResult(Reference("app.models:User")))
USER = model("app.models:User", field("name", STRING))


def printed_one_after_the_other(*apis: Api) -> None:
    """
    Print *apis*, each with the memory of the one before, and hold that it makes no difference.
    """
    memory = Memory(Living())
    memory.living.objects = {0: None}  # that of a process with forks
    for each in apis:
        memory.keep_all()
        assert render(each, TARGET, memory) == render(each, TARGET)
        memory = load(dump(memory), memory)


def test_a_type_that_is_declared_later_is_named_then() -> None:
    """
    The module that lacked it is the same.
    """
    printed_one_after_the_other(api(USERS, LIST_USERS), api(USERS, MODELS, LIST_USERS, USER))


def test_a_module_that_comes_back_is_not_what_it_was() -> None:
    """
    What was a type is a value too by now, and has not changed since.
    """
    whole = api(USERS, MODELS, LIST_USERS, USER)
    changed = enum("app.models:User", {"ADA": "ada"})
    printed_one_after_the_other(
        whole, api(USERS, MODELS, changed), api(USERS, MODELS, LIST_USERS, changed)
    )
