"""A browser, and what people see and do in it."""

import random
import socket
import time
from contextlib import contextmanager

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By

#: A wait that ends well costs nothing, and a busy machine takes its time.
PATIENCE = 90


def free_port() -> int:
    """Below the ports of outgoing connections, which might take one that Selenium chooses."""
    while True:
        port = random.randrange(20000, 32000)
        try:
            socket.create_server(("127.0.0.1", port)).close()
            return port
        except OSError:
            continue


class Browser:
    """Chromium without a window."""

    def __init__(self, base: str, width: int = 1024, height: int = 768):
        self.base = base
        options = webdriver.ChromeOptions()
        # Chromium's sandbox does not start as root, and the machine's shared memory may be small.
        for word in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                     "--hide-scrollbars", "--force-color-profile=srgb", "--lang=zh-CN",
                     "--autoplay-policy=no-user-gesture-required",
                     f"--window-size={width},{height}"):
            options.add_argument(word)
        options.accept_insecure_certs = True
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = self.started(options)
        self.resize(width, height)

    @staticmethod
    def started(options) -> webdriver.Chrome:
        """A browser; with another port when somebody took the first."""
        for attempt in range(5):
            try:
                service = webdriver.ChromeService("/usr/bin/chromedriver", free_port())
                return webdriver.Chrome(options=options, service=service)
            except WebDriverException:
                if attempt == 4:
                    raise

    def close(self):
        self.driver.quit()

    def resize(self, width: int, height: int):
        self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=height,
                      deviceScaleFactor=1, mobile=False)

    def devtools(self, command: str, **arguments):
        return self.driver.execute_cdp_cmd(command, arguments)

    def open(self, path: str):
        self.driver.get(f"{self.base}{path}")

    def run(self, script: str, *arguments):
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def find(self, selector: str, text: str | None = None):
        """The visible element that a selector and a text in it name; waits for it."""
        def found():
            for element in self.all(selector):
                if element.is_displayed() and (text is None or text in element.text):
                    return element
            return None
        return self.until(found, f"{selector} {text or ''} is not shown")

    def gone(self, selector: str):
        self.until(lambda: not any(one.is_displayed() for one in self.all(selector)),
                   f"{selector} is still shown")

    def until(self, condition, complaint: str, patience: float = PATIENCE):
        deadline = time.monotonic() + patience
        while True:
            try:
                value = condition()
            except StaleElementReferenceException:
                value = None
            if value:
                return value
            assert time.monotonic() < deadline, f"{complaint}; the page says: {self.text()[:600]}"
            time.sleep(0.05)

    def text(self, selector: str = "body") -> str:
        elements = self.all(selector)
        return elements[0].text if elements else ""

    def click(self, selector: str, text: str | None = None):
        element = self.find(selector, text)
        self.until(element.is_enabled, f"{selector} {text or ''} cannot be pressed")
        element.click()

    def fill(self, selector: str, text: str):
        field = self.find(selector)
        field.clear()
        field.send_keys(text)

    def keys(self, *keys: str):
        """Presses keys wherever the focus is."""
        actions = ActionChains(self.driver)
        for key in keys:
            actions.send_keys(key)
        actions.perform()

    @contextmanager
    def offline(self):
        """The network is cut, as by pulling the cable."""
        self.devtools("Network.enable")
        cut = {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0}
        self.devtools("Network.emulateNetworkConditions", **cut)
        try:
            yield
        finally:
            self.devtools("Network.emulateNetworkConditions", **cut | {
                "offline": False, "downloadThroughput": -1, "uploadThroughput": -1})

    def complaints(self) -> list[str]:
        """What the browser's console says that is an error, but for refused requests."""
        return [line["message"] for line in self.driver.get_log("browser")
                if line["level"] == "SEVERE" and "Failed to load resource" not in line["message"]]

    def shoot(self, path: str):
        self.driver.save_screenshot(path)


class Console:
    """The booth console in a browser."""

    def __init__(self, browser: Browser):
        self.browser = browser

    def sign_in(self, login: str = "demo", password: str = "demo-gatehouse", page: str = "/console/"):
        self.browser.open(page)
        self.enter(login, password)

    def enter(self, login: str, password: str = "demo-gatehouse"):
        self.browser.fill("#login", login)
        self.browser.fill("#password", password)
        self.browser.click("button", "登录")

    def take(self, booth: str):
        """Goes on duty at a booth, whoever is there."""
        self.browser.click(".booth-card", booth)
        self.browser.until(lambda: self.browser.all(".desk") or self.browser.all(".taken"), "no desk")
        if self.browser.all(".taken"):
            self.browser.click(".taken button")
        self.browser.find(".desk")
        self.browser.until(lambda: "/" in self.browser.text(".figures"), "nothing was polled")

    def notice(self, text: str):
        return self.browser.find(".notice", text)

    def shown(self, license: str):
        """Waits until a vehicle stands large."""
        plate = self.browser.find(".focus .plate.large")
        self.browser.until(lambda: plate.get_attribute("data-plate") == license, f"{license} is not shown")
        # A press in the first moment after a change is not taken.
        time.sleep(0.45)

    def type_plate(self, license: str):
        self.browser.fill("#plate", license)
        self.browser.click("dialog[data-name=plate] .dialog-actions .primary")
        self.browser.gone("dialog")

    def line(self, license: str):
        """The list's line of a plate."""
        return self.browser.find(f".record:has([data-plate='{license}'])")
