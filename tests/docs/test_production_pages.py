"""
What the pages of deployment and security show and name is there.
"""

from __future__ import annotations

import re

import pytest

from docs.pages import REPOSITORY, examples
from docs.test_reliability import missing

DEPLOYMENT = REPOSITORY / "docs" / "deployment.md"
SECURITY = REPOSITORY / "docs" / "security.md"
DEMO = REPOSITORY / "examples" / "sveltekit-demo"
FILES = {"nginx": "nginx.conf", "dockerfile": "Dockerfile", "sh": "serve.sh"}
"""Which file the blocks of a language are from."""

SECTIONS = re.split(r"^## ", SECURITY.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def shown(language: str) -> list[str]:
    """
    Return the blocks of a language in the page of deployment.
    """
    return [each.code for each in examples(DEPLOYMENT) if each.language == language]


@pytest.mark.parametrize("language", FILES)
def test_what_is_shown_is_what_is_tested(language: str) -> None:
    """
    Each line of a block stands in the file that the tests run, in the same order.
    """
    lines = iter((DEMO / FILES[language]).read_text(encoding="utf-8").splitlines())
    blocks = [block for block in shown(language) if not block.startswith("FLUIDKIT_ENABLED=0 ")]
    assert blocks
    for line in "".join(blocks).splitlines():
        assert line in lines, line


def test_nginx_is_shown_whole() -> None:
    """
    To be copied.
    """
    assert shown("nginx") == [(DEMO / "nginx.conf").read_text(encoding="utf-8")]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_every_promise_has_its_tests(section: str) -> None:
    """
    By file and name.
    """
    named = re.findall(r"^- `([^`]+?)::([^`]+)`$", section, re.MULTILINE)
    assert named
    assert [f"{path}::{name}" for path, name in named if missing(path, name)] == []


def test_links_lead_somewhere() -> None:
    """
    To files of the repository.
    """
    for page in (DEPLOYMENT, SECURITY):
        for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), link
