"""
What a user can set: keyword of `integrate` > `FLUIDKIT_*` > `[tool.fluidkit]` > default.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import ValidationError, field_validator
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    PyprojectTomlConfigSettingsSource,
    SettingsConfigDict,
)

from .errors import SettingsError
from .layout import Project

PREFIX = "FLUIDKIT_"
_TABLE = SettingsConfigDict(pyproject_toml_table_header=("tool", "fluidkit"))


def url_variable(proxy: str | Literal[False]) -> str:
    """
    Return the variable that says where the app behind a proxy route is, as the runtime derives it.
    """
    return f"{PREFIX}URL{re.sub(r'[^A-Za-z0-9_]+', '_', proxy or '').upper()}"


class PageSettings(BaseSettings):
    """
    Where Python lies beside pages: all that an app in production asks for.
    """

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    pages_pattern: Annotated[tuple[str, ...], NoDecode] = ("*.api.py",)
    """Globs on the names of Python files that stand beside a page and have routes."""
    pages_directory: Path | None = None
    """The SvelteKit app, the folder with `src`; None: the one that is found."""

    @field_validator("pages_pattern", mode="before")
    @classmethod
    def _split_pattern(cls, value: object) -> object:
        return _listed(value)

    @field_validator("pages_pattern")
    @classmethod
    def _files(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value or any("/" in each or not each.endswith(".py") for each in value):
            raise ValueError
        return value


class Settings(PageSettings):
    """
    How the client is to be. A relative path is relative to where it is written: to the file that
    calls `integrate`, to the pyproject.toml; in an environment variable to the project root.
    """

    model_config = SettingsConfigDict(extra="forbid")

    output: Path | None = None
    """Folder to write to; None: `src/lib/api` of the SvelteKit tree."""
    root: Path | None = None
    """What client paths are relative to; None: the folder of the file that calls `integrate`."""
    case: Literal["snake", "camel"] = "snake"
    """How functions and parameters are spelled."""
    proxy: str | Literal[False] = "/api"
    """Path of the proxy route; False: there is none."""
    proxy_all: bool = False
    """The proxy forwards everything, not just generated operations."""
    backend_url: str = "http://127.0.0.1:8000"
    """Where the front end's server reaches FastAPI, unless `FLUIDKIT_URL` says so at run time."""
    stream_url: str | None = None
    """Where the browser reaches FastAPI for streams in development; None: through the proxy."""
    include: Annotated[tuple[str, ...], NoDecode] = ()
    """Globs on route paths; empty: all."""
    exclude: Annotated[tuple[str, ...], NoDecode] = ()
    """Globs on route paths."""
    maps: bool = True
    """Declaration maps into the Python source."""

    @field_validator("include", "exclude", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return _listed(value)

    @field_validator("proxy", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        off = isinstance(value, str) and value.lower() in {"0", "false", "no", "off"}
        return False if off else value

    @field_validator("proxy")
    @classmethod
    def _path(cls, value: str | Literal[False]) -> str | Literal[False]:
        if value is False:
            return value
        path = value.rstrip("/")
        if not path.startswith("/") or path.startswith("//") or set(path) & set("?#[]\\ "):
            raise ValueError
        return path

    @field_validator("backend_url", "stream_url")
    @classmethod
    def _origin(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ValueError
        return value.rstrip("/")


def _listed(value: object) -> object:
    """
    Return the parts of a text with commas, as a variable has it; anything else as it is.
    """
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


_EXPECTED = {
    "output": "a folder inside the project",
    "root": "a folder",
    "case": '"snake" or "camel"',
    "proxy": 'a path such as "/api", or false',
    "proxy_all": "true or false",
    "backend_url": 'a URL such as "http://127.0.0.1:8000"',
    "stream_url": 'a URL such as "http://localhost:8000"',
    "include": "globs on route paths",
    "exclude": "globs on route paths",
    "maps": "true or false",
    "pages_pattern": 'globs on file names such as "*.api.py"',
    "pages_directory": "a folder",
}


def read_settings(project: Project, keywords: Mapping[str, object]) -> Settings:
    """
    Read the settings of *project*; *keywords* are the arguments that `integrate` was given.
    """
    return Settings.model_construct(**_read(Settings, project, keywords))


def read_page_settings(project: Project, keywords: Mapping[str, object]) -> PageSettings:
    """
    Read what `include_pages` asks for; whatever is wrong with the other settings does not matter.

    *keywords* are those of its arguments that were given, under the names of the settings.
    """
    return PageSettings.model_construct(**_read(PageSettings, project, keywords))


def _read(
    model: type[PageSettings], project: Project, keywords: Mapping[str, object]
) -> dict[str, Any]:
    class Sourced(model):  # type: ignore[misc, valid-type]
        model_config = _TABLE if project.pyproject else SettingsConfigDict()

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            given = InitSettingsSource(settings_cls, _based(keywords, project.anchor.parent))
            env = InitSettingsSource(settings_cls, _based(env_settings(), project.root))
            if project.pyproject is None:
                return given, env
            return given, env, _Table(settings_cls, project.pyproject)

    try:
        sourced = Sourced()
    except ValidationError as error:
        raise SettingsError(_sentence(error, project, keywords)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"{_shown(project)} is not valid TOML: {error}"
        raise SettingsError(msg) from error
    except AttributeError as error:  # pydantic-settings does not look whether it got a table
        msg = f"[tool.fluidkit] in {_shown(project)} must be a table"
        raise SettingsError(msg) from error
    return dict(sourced.__dict__)


class _Table(PyprojectTomlConfigSettingsSource):
    """
    `[tool.fluidkit]` of one pyproject.toml, its paths relative to that file.
    """

    def __init__(self, settings: type[BaseSettings], path: Path) -> None:
        super().__init__(settings, path)
        self._folder = path.parent

    def __call__(self) -> dict[str, Any]:
        table: object = super().__call__()
        if not isinstance(table, dict):  # older versions hand on whatever stands there
            raise AttributeError  # noqa: TRY004 - as newer ones do
        return _based(table, self._folder)


def _based(values: Mapping[str, object], folder: Path) -> dict[str, Any]:
    """
    Return *values* with each relative path made absolute by *folder*.
    """
    based = dict(values)
    for name in ("output", "root", "pages_directory"):
        path = based.get(name)
        if isinstance(path, (str, os.PathLike)):
            based[name] = folder / os.fspath(path)
    return based


def _sentence(error: ValidationError, project: Project, keywords: Mapping[str, object]) -> str:
    fault = error.errors()[0]
    name = str(fault["loc"][0])
    source = _source(name, project, keywords)
    if name not in Settings.model_fields:
        near = get_close_matches(name, Settings.model_fields, n=1)
        advice = f"did you mean {near[0]!r}?" if near else f"there are {_names()}"
        return f"There is no setting {name!r} ({source}): {advice}"
    return f"The setting {name!r} ({source}) must be {_EXPECTED[name]}, not {_given(fault)}"


def _given(fault: Any) -> str:
    value = fault["input"]
    return repr(os.fspath(value)) if isinstance(value, os.PathLike) else repr(value)


def _names() -> str:
    of_pages = PageSettings.model_fields
    return ", ".join([*(name for name in Settings.model_fields if name not in of_pages), *of_pages])


def _source(name: str, project: Project, keywords: Mapping[str, object]) -> str:
    if name in keywords:
        function = "include_pages" if name in PageSettings.model_fields else "integrate"
        return f"argument of {function}()"
    variable = PREFIX + name.upper()
    if any(key.upper() == variable for key in os.environ):
        return f"environment variable {variable}"
    return f"[tool.fluidkit] in {_shown(project)}"


def _shown(project: Project) -> str:
    return project.relative(project.pyproject) if project.pyproject else "pyproject.toml"
