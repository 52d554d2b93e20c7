"""One server for all tests, which go through docs/operations.md from top to bottom."""

import pytest
from server import Server


@pytest.fixture(scope="session")
def server():
    with Server() as server:
        yield server


def pytest_terminal_summary(terminalreporter):
    passed, failed, errors = (
        len(terminalreporter.stats.get(name, [])) for name in ("passed", "failed", "error"))
    terminalreporter.write_line(f"server: {passed} passed, {failed + errors} failed")
