"""
The site in every form that is tried.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kit.sites import FORMS, Form, Site, running_site


@pytest.fixture(
    scope="session",
    params=[pytest.param(form, marks=pytest.mark.xdist_group(str(form))) for form in FORMS],
    ids=str,
)
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """
    The site, running.
    """
    form: Form = request.param
    with running_site(form, (tmp_path_factory.mktemp("kit") / "repo").resolve()) as site:
        yield site
