"""What the tests of the render room share: the house, a page with every kind of block, and its files."""

from __future__ import annotations

import pytest

from planforge.render.build import render_page
from planforge.render.errors import FontError
from planforge.render.fonts import FontSet, find_fonts
from planforge.render.house import House, PageProfile
from planforge.render.houses import find_house, find_profile
from planforge.render.page import Page
from tests.unit.render import sample


@pytest.fixture(scope="session")
def house() -> House:
    """Return the house format that ships."""
    return find_house("panzhengban")


@pytest.fixture(scope="session")
def profile(house: House) -> PageProfile:
    """Return its default page set-up."""
    return find_profile(house)


@pytest.fixture(scope="session")
def page(house: House) -> Page:
    """Return a page with every kind of block."""
    return render_page(sample.context(), house)


@pytest.fixture(scope="session")
def fonts(house: House) -> FontSet:
    """Return the fonts of this machine; skips when the set-up (`make setup`) could not bring any."""
    pytest.importorskip("weasyprint", reason="the extra planforge[pdf] is not installed", exc_type=ImportError)
    try:
        found = find_fonts(house)
    except FontError as error:
        pytest.skip(str(error))
    if found.faces["body"][0].path.name != "FandolFang-Regular.otf":
        pytest.skip("measured with the Fandol fonts, which are not here")
    return found
