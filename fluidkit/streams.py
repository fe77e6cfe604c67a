"""
The mark that says what an endpoint streams, where FluidKit can't see it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias, TypeVar

F = TypeVar("F", bound=Callable[..., Any])

StreamKind: TypeAlias = Literal["events", "json_lines", "text", "file"]

ATTRIBUTE: Final = "__fluidkit_streams__"
"""Where `streams` leaves its `StreamMark` on the function."""


class _Unsaid:
    """
    The type of `UNSAID`: `None` is an annotation and can't stand for "nothing was said".
    """

    def __repr__(self) -> str:
        return "UNSAID"


UNSAID: Final = _Unsaid()


class StreamMark(NamedTuple):
    """
    What `streams` was told.
    """

    item: Any
    """Annotation of the item, or of the data of unnamed events; `UNSAID`: there is none."""
    events: tuple[tuple[str, Any], ...]
    """Named events and the annotations of their data."""
    kind: StreamKind | None
    endless: bool | None


def streams(
    item: Any = UNSAID,
    /,
    *,
    kind: StreamKind | None = None,
    endless: bool | None = None,
    **events: Any,
) -> Callable[[F], F]:
    """
    Say what an endpoint streams. It overrules whatever FluidKit finds by itself.

    Named server-sent events are keywords, and the data's types are their values:

        @app.get("/notifications")
        @fluidkit.streams(notification=Notification, alert=Alert)
        async def stream_notifications(user_id: int): ...

    Names that are no Python identifiers, or that are called `kind` or `endless`, come in a dict:

        @fluidkit.streams({"user.created": User, "kind": Kind})

    The item of any other stream, and the data of events without a name, stand first. Both may be
    given; then other events than the named ones have that data:

        @fluidkit.streams(AnalyticsRecord)
        @fluidkit.streams(Message, done=Summary)

    `kind` is needed only where the response doesn't tell: "events", "json_lines", "text", "file".
    `endless=True` says that the generator never ends by itself, so that a client comes back after
    the server was restarted; `endless=False`, that nothing is to run twice.

    A type of `None` says that the data is text and not JSON.

    The decorator only leaves an attribute on the function, which it returns: it may stand above or
    below `@app.get`, and costs nothing when FluidKit is off.
    """
    named = dict(item) if isinstance(item, Mapping) else {}
    unnamed = UNSAID if isinstance(item, Mapping) else item
    mark = StreamMark(unnamed, (*named.items(), *events.items()), kind, endless)
    _check(mark)

    def leave(endpoint: F) -> F:
        # A bound method takes no attributes; its function does.
        setattr(getattr(endpoint, "__func__", endpoint), ATTRIBUTE, mark)
        return endpoint

    return leave


def _check(mark: StreamMark) -> None:
    if mark.kind not in (None, "events", "json_lines", "text", "file"):
        msg = f"The kind of a stream is events, json_lines, text or file, not {mark.kind!r}."
        raise ValueError(msg)
    if mark.events and mark.kind not in (None, "events"):
        msg = f"Only server-sent events have names: leave out {mark.events[0][0]!r} or the kind."
        raise ValueError(msg)
    if mark.item is UNSAID and not mark.events and mark.kind is None and mark.endless is None:
        msg = "Say what the endpoint streams: @fluidkit.streams(Item) or (event_name=Item)."
        raise TypeError(msg)
