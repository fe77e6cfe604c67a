"""
Changes on disk, as watchfiles notices them.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

_LOOK = 500
"""Milliseconds between two batches at most."""

_POLLING = 1000
"""Milliseconds between two looks at every file."""

_NO_UTF8 = "Unable to decode path"
"""What watchfiles says of a name that is no UTF-8, in place of all that has changed."""

_NO_MORE = (
    "The system notices changes of no more files, so that each is looked at once a second (on"
    " Linux raise fs.inotify.max_user_watches and fs.inotify.max_user_instances)"
)


class Notices:
    """
    What changes, until *stop*; where the system has no more watches to give, by polling.
    """

    def __init__(self, stop: threading.Event, warn: Callable[[str], None]) -> None:
        self._stop = stop
        self._warn = warn
        self._polls = False
        self._ignores = False
        """Whether what may not be read is ignored, and with it every other error of watchfiles."""

    def of(
        self, *folders: str | Path, step: int, longest: int = 1600, recursive: bool = False
    ) -> Iterator[frozenset[str]]:
        """
        Yield the paths that have changed in *folders*, in batches; twice a second an empty one.

        A batch ends with *step* milliseconds of silence, or *longest* after its beginning. Raise
        `OSError` where a folder has gone, or where another call does it in another way. A folder
        whose name is no UTF-8 is left out, as Python could not import from there.
        """
        from watchfiles import watch  # a server that starts need not wait for it

        ignores = self._polls or self._ignores
        try:
            for changes in watch(
                *(folder for folder in folders if not _is_closed(folder) and _is_utf8(folder)),
                watch_filter=None,
                debounce=longest,
                step=step,
                stop_event=self._stop,
                rust_timeout=_LOOK,
                yield_on_timeout=True,
                raise_interrupt=False,
                force_polling=True if self._polls else None,
                poll_delay_ms=_POLLING if self._polls else 300,
                recursive=recursive,
                ignore_permission_denied=ignores,
            ):
                yield frozenset(path for _, path in changes)
        except FileNotFoundError:
            raise
        except PermissionError:
            self._ignores = True
            raise
        except (OSError, RuntimeError) as error:  # the second one: too many open files, too
            if not self._polls and _NO_UTF8 not in str(error):
                self._polls = True
                self._warn(_NO_MORE)
            raise OSError(str(error)) from error


def _is_utf8(folder: str | Path) -> bool:
    try:
        os.fspath(folder).encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_closed(folder: str | Path) -> bool:
    return Path(folder).exists() and not os.access(folder, os.R_OK)
