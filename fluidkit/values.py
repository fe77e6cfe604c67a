"""
Values: dataclasses that nobody changes once they are made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses
    from collections.abc import Callable

    def dataclass(*, frozen: bool = False, **options: Any) -> Callable[[type], type]:
        """
        Make a dataclass; a frozen one is that to type checkers, and at run time only hashable.

        To refuse changes there as well, an object takes three times as long to make: a twelfth of
        a generation, which makes hundreds of them for each route.
        """

        def made(cls: type) -> type:
            has_hash = frozen and "__hash__" not in vars(cls)
            return dataclasses.dataclass(**options, unsafe_hash=has_hash)(cls)

        return made


__all__ = ["dataclass"]
