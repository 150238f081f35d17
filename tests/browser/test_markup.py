"""The HTML is valid: the Nu checker has no error and no warning."""

from tests.browser.checks import invalid


def test_markup_is_valid(site):
    assert invalid(site) == []
