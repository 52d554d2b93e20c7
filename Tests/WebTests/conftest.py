"""The applications that the tests share, and one line at the end."""

import pytest
from application import Application


@pytest.fixture(scope="session")
def usual():
    """The demo as `make run` starts it: loopback is trusted."""
    with Application("web") as application:
        yield application


@pytest.fixture(scope="session")
def public(tmp_path_factory):
    """A server as the world sees it: 127.0.0.1 is anybody, and only 127.0.0.5 is trusted."""
    with Application(
            "public", GATEHOUSE_TRUSTED_NETWORKS="127.0.0.5/32", GATEHOUSE_HSTS="max-age=63072000",
            GATEHOUSE_METRICS_NETWORKS="127.0.0.6/32") as application:
        yield application


def pytest_terminal_summary(terminalreporter):
    passed, failed, errors = (
        len(terminalreporter.stats.get(name, [])) for name in ("passed", "failed", "error"))
    terminalreporter.write_line(f"web: {passed} passed, {failed + errors} failed")
