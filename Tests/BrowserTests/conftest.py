"""The running application, browsers, and one line at the end."""

import os

import pytest
from browser import Browser, Console
from cameras import Camera

DEMO2 = "demo2.localhost"


@pytest.fixture(scope="session")
def http() -> str:
    return os.environ["GATEHOUSE_HTTP"]


@pytest.fixture(scope="session")
def https() -> str:
    return os.environ["GATEHOUSE_HTTPS"]


@pytest.fixture
def camera(http):
    """A lane's camera by the booth's id."""
    def make(booth: str) -> Camera:
        port = http.rsplit(":", 1)[1]
        return Camera(http, booth, f"{DEMO2}:{port}" if booth.startswith("demo2") else None)
    return make


@pytest.fixture
def open_browser(https):
    """Opens browsers at the demo's first park, or at another host; they close with the test."""
    opened = []

    def make(host: str = "localhost", width: int = 1024, height: int = 768) -> Browser:
        browser = Browser(https.replace("localhost", host), width, height)
        opened.append(browser)
        return browser

    yield make
    try:
        for browser in opened:
            assert browser.complaints() == []
    finally:
        for browser in opened:
            browser.close()


@pytest.fixture
def browser(open_browser) -> Browser:
    return open_browser()


@pytest.fixture
def console(browser) -> Console:
    return Console(browser)


@pytest.fixture
def second(open_browser) -> Console:
    """A console at the second park, where temporary vehicles wait."""
    return Console(open_browser(DEMO2))


def pytest_terminal_summary(terminalreporter):
    passed, failed, errors = (
        len(terminalreporter.stats.get(name, [])) for name in ("passed", "failed", "error"))
    terminalreporter.write_line(f"browser: {passed} passed, {failed + errors} failed")
