"""
A shop's backend, as introspection would tell of it: one of everything that people really write.
"""

from __future__ import annotations

from fluidkit.model import (
    Api,
    Array,
    Direction,
    Doc,
    EmptyResult,
    ErrorResponse,
    EventStream,
    FileResult,
    Format,
    JsonResult,
    JsonStream,
    LiteralValue,
    Map,
    Module,
    Object,
    Place,
    RawResult,
    Reference,
    Scalar,
    StreamEvent,
    TextResult,
    TextStream,
    Tuple,
    TypeParameter,
    Union,
)

from .values import (
    BOOLEAN,
    INVALID,
    NULL,
    NUMBER,
    STRING,
    at,
    body,
    declare,
    enum,
    field,
    model,
    operation,
    parameter,
)

USERS = "shop/routers/users.py"
MODELS = "shop/models.py"
USER = Reference("shop.models:User")
ROLE = Reference("shop.models:Role")
NOTIFICATION = Reference("shop.models:Notification")
DATE_TIME = Format("DateTime")
T = TypeParameter("T")
USER_ID = parameter("id", Place.PATH, NUMBER, origin=at(f"{USERS}:12:13"))

MODULES = (
    Module(name="fastapi_users.schemas", path=None, source=None),
    Module(name="shop.models", path="models.py", source=MODELS),
    Module(
        name="shop.routers.admin.users",
        path="routers/admin/users.py",
        source="shop/routers/admin/users.py",
    ),
    Module(name="shop.routers.files", path="routers/files.py", source="shop/routers/files.py"),
    Module(name="shop.routers.live", path="routers/live.py", source="shop/routers/live.py"),
    Module(name="shop.routers.users", path="routers/users.py", source=USERS),
)

ADMIN = (
    operation(
        "GET /admin/users/{id}",
        "get_user",
        parameter("id", Place.PATH, Format("UUID")),
        result=JsonResult(Tuple((USER, Reference("shop.routers.admin.users:User")))),
        module="shop.routers.admin.users",
        security=("bearer",),
        errors=(INVALID,),
    ),
    operation(
        "PATCH /admin/users/{id}",
        "update_user",
        parameter("id", Place.PATH, Format("UUID")),
        body(Reference("fastapi_users.schemas:BaseUserUpdate"), "changes"),
        parameter("x_reason", Place.HEADER, wire_name="x-reason", doc=Doc(text="For the log.")),
        parameter("session", Place.COOKIE, required=False),
        parameter("timeout", Place.QUERY, NUMBER, required=False),
        result=EmptyResult(),
        module="shop.routers.admin.users",
        doc=Doc(text="Change a user.\n\nWhat is left out stays.", deprecated=True),
    ),
)

FILES = (
    operation(
        "GET /files/{path}",
        "download_file",
        parameter("path", Place.PATH_REST),
        result=FileResult(),
        module="shop.routers.files",
    ),
    operation(
        "PUT /files/{path}",
        "put_file",
        parameter("path", Place.PATH_REST),
        parameter("content", Place.RAW_BODY, Scalar.BLOB),
        result=RawResult(),
        module="shop.routers.files",
        body_media_type="application/octet-stream",
    ),
    operation(
        "POST /files",
        "upload_files",
        parameter("files", Place.FORM_FIELD, Array(Scalar.BLOB)),
        parameter("title", Place.FORM_FIELD, required=False),
        result=TextResult(),
        module="shop.routers.files",
        body_media_type="multipart/form-data",
    ),
)

LIVE = (
    operation(
        "GET /users/{user_id}/notifications",
        "stream_notifications",
        parameter("user_id", Place.PATH, NUMBER),
        parameter("on", Place.QUERY, BOOLEAN, required=False),
        result=EventStream(
            (StreamEvent("notification", NOTIFICATION), StreamEvent(None, None)), endless=True
        ),
        module="shop.routers.live",
    ),
    operation("GET /events", "watch", result=EventStream(()), module="shop.routers.live"),
    operation(
        "GET /analytics",
        "stream_analytics_data",
        result=JsonStream(Map(NUMBER), endless=False),
        module="shop.routers.live",
    ),
    operation("GET /logs", "stream_logs", result=TextStream(), module="shop.routers.live"),
    operation(
        "POST /chat",
        "chat",
        body(Object((field("prompt"),)), "input"),
        result=JsonResult(NOTIFICATION),
        stream=EventStream((StreamEvent("token", Object((field("text"),))),), endless=False),
        module="shop.routers.live",
    ),
)

USERS_API = (
    operation(
        "GET /users/{id}",
        "get_user",
        USER_ID,
        result=JsonResult(USER),
        module="shop.routers.users",
        errors=(ErrorResponse(404, Reference("shop.models:NotFound")), INVALID),
        doc=Doc(text="Return one user."),
        origin=at(f"{USERS}:12:4"),
    ),
    operation(
        "GET /users",
        "list_users",
        parameter("q", Place.QUERY, origin=at(f"{USERS}:17:4")),
        parameter(
            "page",
            Place.QUERY,
            NUMBER,
            required=False,
            doc=Doc(notes=("Default: 1",)),
            origin=at(f"{USERS}:18:4"),
        ),
        parameter("tag", Place.QUERY, Array(STRING), required=False, origin=at(f"{USERS}:19:4")),
        result=JsonResult(Reference("shop.models:Page", (USER,))),
        module="shop.routers.users",
        errors=(INVALID,),
        origin=at(f"{USERS}:16:4"),
    ),
    operation(
        "POST /users",
        "create_user",
        body(Reference("shop.models:User#input"), "user"),
        result=JsonResult(USER),
        module="shop.routers.users",
        errors=(INVALID,),
    ),
    operation(
        "DELETE /users/{id}",
        "delete",
        USER_ID,
        result=EmptyResult(),
        module="shop.routers.users",
        origin=at(f"{USERS}:30:4"),
    ),
    operation(
        "POST /users/{id}/avatar",
        "set_avatar",
        USER_ID,
        parameter("avatar", Place.FORM_FIELD, Scalar.BLOB),
        parameter("caption", Place.FORM_FIELD, required=False),
        result=JsonResult(USER),
        module="shop.routers.users",
        body_media_type="multipart/form-data",
    ),
    operation(
        "GET /users/search",
        "search_users",
        parameter("filter", Place.QUERY_MODEL, Reference("shop.models:Filter")),
        result=JsonResult(Array(USER)),
        module="shop.routers.users",
    ),
    operation(
        "POST /users/search",
        "search_users",
        body(Reference("shop.models:Filter")),
        result=JsonResult(Array(USER)),
        module="shop.routers.users",
    ),
)

DECLARATIONS = (
    model(
        "fastapi_users.schemas:BaseUserUpdate",
        field("email", Union((Format("Email"), NULL)), required=False),
        field("password", Format("Secret"), required=False),
    ),
    model(
        "shop.models:Filter",
        field("role", ROLE, required=False),
        field("since", DATE_TIME, required=False, wire_name="created-since"),
    ),
    declare(
        "shop.models:Json",
        Union(
            (
                STRING,
                NUMBER,
                BOOLEAN,
                NULL,
                Array(Reference("shop.models:Json")),
                Map(Reference("shop.models:Json")),
            )
        ),
    ),
    model("shop.models:NotFound", field("detail", Object((field("missing", NUMBER),)))),
    model(
        "shop.models:Notification",
        field("kind", LiteralValue("notification")),
        field("message"),
        field("level", Reference("shop.models:Priority")),
        field("payload", Reference("shop.models:Json")),
    ),
    model(
        "shop.models:Page",
        field("items", Array(T)),
        field("total", NUMBER, doc=Doc(text="How many there are in all.", notes=("At least 0",))),
        parameters=(T,),
        doc=Doc(text="One page of a list."),
    ),
    enum("shop.models:Priority", {"LOW": -1, "HIGH": 1}, doc=Doc(text="How loud.")),
    enum("shop.models:Role", {"admin": "admin", "guest": "guest"}, origin=at(f"{MODELS}:5:6")),
    declare(
        "shop.models:Shape",
        Union(
            (
                Object((field("type", LiteralValue("circle")), field("radius", NUMBER))),
                Object(
                    (
                        field("type", LiteralValue("path")),
                        field("points", Array(Tuple((NUMBER, NUMBER), optional=1))),
                    )
                ),
            )
        ),
    ),
    model(
        "shop.models:Tree",
        field("children", Array(Reference("shop.models:Tree"))),
        field("marks", Tuple((STRING,), rest=Union((NUMBER, NULL)))),
        extra=Scalar.NUMBER,
    ),
    model(
        "shop.models:User",
        field("id", NUMBER, origin=at(f"{MODELS}:12:4")),
        field("name", STRING, origin=at(f"{MODELS}:13:4"), doc=Doc(text="As people see it.")),
        field("role", ROLE, origin=at(f"{MODELS}:14:4")),
        field("created_at", DATE_TIME, wire_name="createdAt", origin=at(f"{MODELS}:15:4")),
        field("balance", Format("Decimal")),
        field("quota", Union((NULL, NUMBER))),
        field("rights", Map(BOOLEAN, ROLE)),
        field("avatar", Union((Reference("shop.models:Shape"), NULL))),
        field("tree", Reference("shop.models:Tree")),
        field("label", read_only=True, doc=Doc(text="Name and role.")),
        direction=Direction.OUTPUT,
        origin=at(f"{MODELS}:11:6"),
        doc=Doc(text="Somebody who may log in."),
    ),
    model(
        "shop.models:User#input",
        field("name", STRING, origin=at(f"{MODELS}:13:4"), doc=Doc(text="As people see it.")),
        field(
            "role",
            ROLE,
            required=False,
            origin=at(f"{MODELS}:14:4"),
            doc=Doc(notes=("Default: Role.guest",)),
        ),
        field("balance", Union((Format("Decimal"), Format("Decimal", Scalar.NUMBER)))),
        direction=Direction.INPUT,
        origin=at(f"{MODELS}:11:6"),
        doc=Doc(text="Somebody who may log in."),
    ),
    model("shop.routers.admin.users:User", field("email", Format("Email"))),
)

SHOP = Api(
    modules=MODULES, operations=(*ADMIN, *FILES, *LIVE, *USERS_API), declarations=DECLARATIONS
)
