"""
Why a server may refuse what TypeScript has let pass: the reasons that no type can express.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Error: TypeAlias = Mapping[str, Any]

INEXPRESSIBLE = {
    "greater_than": "a range",
    "greater_than_equal": "a range",
    "less_than": "a range",
    "less_than_equal": "a range",
    "multiple_of": "a range",
    "decimal_max_digits": "a range",
    "decimal_max_places": "a range",
    "decimal_whole_digits": "a range",
    "date_past": "a range",
    "time_delta_parsing": "the format of a string",
    "too_short": "a length",
    "too_long": "a length",
    "string_too_short": "a length",
    "string_too_long": "a length",
    "string_pattern_mismatch": "a pattern",
    "int_from_float": "a `number` may have a fraction",
    "date_from_datetime_inexact": "a number of seconds that is no midnight",
    "date_from_datetime_parsing": "the format of a string",
    "date_parsing": "the format of a string",
    "datetime_parsing": "the format of a string",
    "datetime_from_date_parsing": "the format of a string",
    "time_parsing": "the format of a string",
    "timezone_aware": "the format of a string",
    "timezone_naive": "the format of a string",
    "uuid_parsing": "the format of a string",
    "uuid_version": "the format of a string",
    "decimal_parsing": "the format of a string",
    "complex_str_parsing": "the format of a string",
    "fraction_parsing": "the format of a string",
    "url_parsing": "the format of a string",
    "url_scheme": "the format of a string",
    "ip_v4_address": "the format of a string",
    "ip_v6_address": "the format of a string",
    "ip_v4_interface": "the format of a string",
    "ip_v6_network": "the format of a string",
    "ip_any_address": "the format of a string",
    "byte_size": "the format of a string",
    "pattern_regex": "the format of a string",
    "base64_decode": "the format of a string",
    "json_invalid": "the format of a string",
    "default_factory_not_called": "follows another refusal",
    "value_error": "a validator of the user's",
    "assertion_error": "a validator of the user's",
}
"""By pydantic's type of error."""

OF_KEYS = {"int_parsing", "float_parsing", "bool_parsing", "decimal_parsing", "enum"}
"""Also these, where it is the text of a dict's key that is refused: TypeScript has no such keys."""


def unexplained(errors: Sequence[Error], value: Any) -> list[Error]:
    """
    Return those errors that are a lie of the type's.

    Of a union pydantic names the errors of every member: one that is explained explains the
    others at the same place.
    """
    explained = [_place(error, value) for error in errors if _is_explained(error, value)]
    return [
        error
        for error in errors
        if not _is_explained(error, value)
        and not any(_are_alternatives(_place(error, value), place) for place in explained)
    ]


Place: TypeAlias = tuple[tuple[Any, ...], tuple[Any, ...]]
"""Where in the value an error is; and where the first member of a union on the way stands."""


def _is_explained(error: Error, value: Any) -> bool:
    kind, given = error["type"], error["input"]
    if kind in INEXPRESSIBLE or ("[key]" in error["loc"] and kind in OF_KEYS):
        return True
    match kind:
        case "int_type":
            return isinstance(given, float)  # strict: no `1.5`, and no `1.0` either
        case "complex_type":
            return isinstance(given, str)  # the format of a string
        case "enum":
            return isinstance(given, int | float) and _is_flag(error)
        case _:
            return isinstance(_at(error, value), str) and not isinstance(given, str)  # in Json[…]


def _is_flag(error: Error) -> bool:
    """
    Tell whether an enum is a flag, whose members together are any number.
    """
    return "combination of" in error["msg"] or "flag" in error["msg"]


def _at(error: Error, value: Any) -> Any:
    for part in error["loc"][1:]:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int) and part < len(value):
                value = value[part]
            case str():
                return value
            case _:
                continue  # the name of a member of a union
    return value


def _place(error: Error, value: Any) -> tuple[tuple[Any, ...], bool]:
    """
    Return the path to the first member of a union on the way, and whether there is one.
    """
    path: list[Any] = []
    for part in error["loc"][1:]:
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
        elif error["type"] == "missing" and part == error["loc"][-1]:
            break
        else:
            return tuple(path), True
        path.append(part)
    return tuple(path), False


def _are_alternatives(one: tuple[tuple[Any, ...], bool], other: tuple[tuple[Any, ...], bool]) -> bool:
    return one[1] and other[1] and one[0] == other[0]
