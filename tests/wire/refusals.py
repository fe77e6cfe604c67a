"""
Why a server may refuse what TypeScript has let pass: the reasons that no type can express.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from versions import has

Error: TypeAlias = Mapping[str, Any]
Place: TypeAlias = tuple[tuple[Any, ...], bool]
"""A path into the value; and whether it ends at a union, of whose members the error speaks."""

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
    "date_future": "a range",
    "datetime_past": "a range",
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
    "finite_number": "the format of a string",
    "complex_str_parsing": "the format of a string",
    "fraction_parsing": "the format of a string",
    "url_parsing": "the format of a string",
    "url_scheme": "the format of a string",
    "ip_v4_address": "the format of a string",
    "ip_v6_address": "the format of a string",
    "ip_v4_interface": "the format of a string",
    "ip_v6_network": "the format of a string",
    "ip_any_address": "the format of a string",
    "ip_any_network": "the format of a string",
    "ip_any_interface": "the format of a string",
    "ip_v6_interface": "the format of a string",
    "ip_v4_network": "the format of a string",
    "zoneinfo_str": "the format of a string",
    "byte_size": "the format of a string",
    "byte_size_unit": "the format of a string",
    "pattern_regex": "the format of a string",
    "base64_decode": "the format of a string",
    "import_error": "the format of a string",
    "color_error": "the format of a string",
    "country_alpha2": "the format of a string",
    "domain_format": "the format of a string",
    "domain_length": "the format of a string",
    "ISO4217": "the format of a string",
    "InvalidCurrency": "the format of a string",
    "aba_routing_number": "the format of a string",
    "domain_type": "the format of a string",
    "isbn10_invalid_characters": "the format of a string",
    "isbn13_invalid_characters": "the format of a string",
    "isbn_invalid_digit_check_isbn10": "the format of a string",
    "isbn_invalid_digit_check_isbn13": "the format of a string",
    "isbn_invalid_early_characters": "the format of a string",
    "isbn_length": "the format of a string",
    "mac_address_format": "the format of a string",
    "mac_address_len": "the format of a string",
    "payment_card_number_brand": "the format of a string",
    "payment_card_number_digits": "the format of a string",
    "payment_card_number_luhn": "the format of a string",
    "json_invalid": "the format of a string",
    "default_factory_not_called": "follows another refusal",
    "value_error": "a validator of the user's",
    "assertion_error": "a validator of the user's",
}
"""By pydantic's type of error."""

OF_KEYS = {"int_parsing", "float_parsing", "bool_parsing", "decimal_parsing"}
"""Also these, where it is the text of a dict's key that is refused: TypeScript has no such keys."""

IN_CASE = {
    **{
        (case, "enum"): "several members of a flag are a number, and not every number is"
        for case in ("of_Permission", "of_Access", "of_Rights", "of_Mask")
    },
    ("Deep", "missing"): "AliasPath: `unknown`, as a diagnostic says",
    ("NameOrAlias", "int_type"): "AliasPath: `unknown`, as a diagnostic says",
    ("NameOrAlias", "int_parsing"): "AliasPath: `unknown`, as a diagnostic says",
}
"""And these, in one case each."""


def unexplained(case: str, errors: Sequence[Error], value: Any) -> list[Error]:
    """
    Return those errors that are a lie of the type's.

    Of a union pydantic names the errors of every member: one that is explained explains the
    others at the same place.
    """
    explained = [error for error in errors if _is_explained(case, error, value)]
    unions = {path for path, is_union in (_place(each, value) for each in explained) if is_union}
    return [
        error
        for error in errors
        if error not in explained and _place(error, value)[0] not in unions
    ]


def _is_explained(case: str, error: Error, value: Any) -> bool:
    kind, given = error["type"], error["input"]
    if kind in INEXPRESSIBLE or (case, kind) in IN_CASE:
        return True
    if "[key]" in error["loc"] and kind in OF_KEYS:
        return True
    match kind:
        case "missing" if error["loc"] == ["body"] and value is None:
            return not has(fastapi="0.151")  # which took null for no body
        case "int_type" if isinstance(given, float):
            return True  # strict: no `1.5`, and no `1.0` either
        case "complex_type":
            return isinstance(given, str)  # the format of a string
        case _:
            sent = _at(error, value)
            return isinstance(sent, str) and given != sent  # what stands inside a JSON string


def _at(error: Error, value: Any) -> Any:
    """
    Return what was sent where the error is.
    """
    for part in error["loc"][1:]:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int) and part < len(value):
                value = value[part]
            case _:
                continue  # the name of a member of a union
    return value


def _place(error: Error, value: Any) -> Place:
    path: list[Any] = []
    for part in error["loc"][1:]:
        match value:
            case dict() if part in value:
                value = value[part]
            case list() if isinstance(part, int) and part < len(value):
                value = value[part]
            case _ if error["type"] == "missing" and part == error["loc"][-1]:
                return (*path, part), False
            case _:
                return tuple(path), True
        path.append(part)
    return tuple(path), False
