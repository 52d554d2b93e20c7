"""For people: keyboard alone, contrast and labels, two languages, small screens, markup as text."""

import time

import pytest
from axe_core_python.selenium import Axe
from browser import Console
from cameras import plate
from database import sql
from selenium.webdriver.common.keys import Keys

#: WCAG 2.2 AA and what came before it.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def violations(browser):
    found = Axe().run(browser.driver, options=RULES)["violations"]
    return [(one["id"], [node["html"][:120] + node["failureSummary"] for node in one["nodes"][:3]])
            for one in found]


@pytest.fixture(params=["light zh", "dark en"])
def look(request, browser, second):
    """A colour scheme and a language."""
    scheme, language = request.param.split()
    for one in (browser, second.browser):
        one.devtools("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"}])
        one.open("/console/")
        one.find(".sign-in")
        if language == "en":
            one.click("button", "English")
            one.find("button", "Sign in")
    return language


def test_axe_finds_nothing_at_an_entry(look, second, camera):
    browser = second.browser
    lane = camera("demo2-in-1")
    assert violations(browser) == []
    browser.fill("#login", "demo")
    browser.fill("#password", "wrong")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.text(".problem"), "no problem")
    assert violations(browser) == []
    browser.fill("#password", "demo-gatehouse")
    browser.keys(Keys.ENTER)
    browser.find(".lobby")
    assert violations(browser) == []
    second.take("入口")
    for license in ("苏E10001", "苏E10002", "苏E10003", plate()):
        lane.read(license, picture=True)
    second.shown(license)
    assert violations(browser) == []
    for key in ("n", "e", "?"):
        browser.keys(key)
        browser.find("dialog")
        assert violations(browser) == [], key
        browser.keys(Keys.ESCAPE)
        browser.gone("dialog")
    with browser.offline():
        browser.find(".lost")
        assert violations(browser) == []
    browser.gone(".lost")
    lane.read("")
    browser.until(lambda: not browser.find(".focus .plate.large").get_attribute("data-plate"), "it does not wait")
    time.sleep(0.45)
    browser.keys(Keys.ENTER)
    browser.click("dialog .dialog-actions button")
    browser.find(".ticket-number")
    assert violations(browser) == []


def test_axe_finds_nothing_at_an_exit(look, console, camera):
    browser = console.browser
    browser.fill("#login", "demo-operator")
    browser.fill("#password", "demo-gatehouse")
    browser.keys(Keys.ENTER)
    console.take("东门出口")
    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    camera("demo-out-1").read(license)
    console.shown(license)
    browser.keys("q")
    browser.until(lambda: browser.text(".amount") == "5.00", "no coupon")
    assert violations(browser) == []
    for key in ("m", "t", "f"):
        browser.keys(key)
        browser.find("dialog")
        assert violations(browser) == [], key
        browser.keys(Keys.ESCAPE)
        browser.gone("dialog")
    # One whose entry nobody knows, with its candidates.
    unknown = plate()
    camera("demo-out-1").read(unknown)
    console.shown(unknown)
    assert violations(browser) == []
    browser.keys("k")
    browser.until(lambda: browser.all(".candidates > *"), "no answer")
    assert violations(browser) == []
    browser.keys(Keys.ESCAPE)
    browser.gone("dialog")
    browser.keys("m")
    browser.click("dialog .danger")
    browser.gone("dialog")
    browser.keys("2")
    browser.find(".review-line")
    assert violations(browser) == []
    browser.click(".review-line button")
    assert violations(browser) == []
    browser.keys(Keys.ESCAPE)
    browser.gone("dialog")
    browser.keys("3")
    assert violations(browser) == []
    browser.click(".shift .primary")
    browser.click("summary")
    assert violations(browser) == []
    browser.fill("#counted", "0")
    browser.click("dialog .dialog-actions .primary")
    browser.find(".slip")
    assert violations(browser) == []


def test_everything_goes_by_keyboard_alone(open_browser, camera):
    console = Console(open_browser("demo2.localhost"))
    browser = console.browser
    browser.open("/console/")
    browser.find("#login")
    browser.keys("demo", Keys.TAB, "demo-gatehouse", Keys.ENTER)
    browser.find(".booth-card")
    browser.keys(Keys.ENTER)
    browser.until(lambda: browser.all(".desk") or browser.all(".taken"), "no desk")
    if browser.all(".taken"):
        browser.keys(Keys.ENTER)
    browser.find(".desk")
    browser.keys("n")
    license = plate()
    browser.find("#plate")
    browser.fill("#plate", license)
    browser.keys(Keys.ENTER)
    console.notice(f"{license} 已放行")
    browser.gone("dialog")
    browser.keys("?")
    browser.find("dialog[data-name=help]")
    browser.keys(Keys.ESCAPE)
    browser.gone("dialog")
    browser.keys("3")
    browser.find(".shift")
    # Every control is reached by Tab, and the focus is seen on it.
    reached = set()
    for _ in range(40):
        browser.keys(Keys.TAB)
        name, outline = browser.run("""
            const one = document.activeElement; const style = getComputedStyle(one);
            return [(one.getAttribute('aria-label') ?? one.textContent).trim(), style.outlineStyle]""")
        if name and outline == "solid":
            reached.add(name)
    assert {"换岗亭", "道闸", "班次", "快捷键", "退出登录", "交班"} <= reached, reached


def test_single_keys_can_be_switched_off(second):
    second.sign_in()
    second.take("入口")
    browser = second.browser
    browser.keys("?")
    browser.click("#letters")
    browser.keys(Keys.ESCAPE)
    browser.gone("dialog")
    browser.keys("n")
    assert not browser.all("dialog")


def test_english_by_choice(second, camera):
    browser = second.browser
    browser.open("/console/")
    browser.click("button", "English")
    browser.find("button", "Sign in")
    browser.fill("#login", "demo")
    browser.fill("#password", "wrong")
    browser.click("button", "Sign in")
    browser.find(".problem", "Not signed in")
    browser.fill("#password", "demo-gatehouse")
    browser.click("button", "Sign in")
    second.take("入口")
    license = plate()
    camera("demo2-in-1").read(license)
    second.shown(license)
    assert "Waiting for you" in browser.text(".vehicle-state")
    assert browser.run("return document.documentElement.lang") == "en"


LONG_NAMES = {"park_name": "苏州工业园区金鸡湖国际会议中心地下二层停车场",
              "booth_name": "东门出入口（大型车辆与访客专用通道）"}


@pytest.fixture
def long_names():
    """Names as long as they are in a real city, taken back afterwards."""
    sql(f"update parking.park set park_name = '{LONG_NAMES['park_name']}' where park_sn = 'DEMO001';"
        f"update parking.booth set booth_name = booth_name || '{LONG_NAMES['booth_name']}' where park_sn = 'DEMO001'")
    time.sleep(1.1)
    yield
    sql("update parking.park set park_name = '示范停车场' where park_sn = 'DEMO001';"
        "update parking.booth set booth_name = left(booth_name, 4) where park_sn = 'DEMO001'")
    time.sleep(1.1)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_fits(open_browser, camera, long_names, language):
    """On every screen the whole booth is seen, and the buttons are reached without scrolling."""
    console = Console(open_browser())
    browser = console.browser
    browser.open("/console/")
    browser.find(".sign-in")
    browser.run("localStorage.setItem('gatehouse.language', arguments[0]); location.reload()", language)
    browser.find("button", "登录" if language == "zh" else "Sign in")
    browser.fill("#login", "demo")
    browser.fill("#password", "demo-gatehouse")
    browser.keys(Keys.ENTER)
    for booth, main in (("东门入口", ".actions button"), ("东门出口", ".minor button, .pay, .coupon, .methods label")):
        console.take(booth)
        if booth == "东门出口":
            license = plate()
            camera("demo-in-1").read(license, minutes_ago=67)
            camera("demo-out-1").read(license)
            console.shown(license)
        for width, height in ((1024, 768), (1366, 768), (1920, 1080), (768, 1024)):
            browser.resize(width, height)
            time.sleep(0.2)
            wide, tall, small, cut = browser.run("""
                const visible = [...document.querySelectorAll('button, label, a')].filter(one => one.offsetParent);
                const place = one => one.getBoundingClientRect();
                return [document.documentElement.scrollWidth, document.documentElement.scrollHeight,
                  visible.filter(one => place(one).height < 24).map(one => one.textContent),
                  [...document.querySelectorAll(arguments[0]), ...document.querySelectorAll('.tools button')]
                    .filter(one => place(one).right > innerWidth || place(one).bottom > innerHeight || one.scrollWidth > one.clientWidth + 1)
                    .map(one => one.textContent)]""", main)
            assert wide <= width and small == [] and cut == [], (booth, width, cut)
            if width > 960:
                assert tall <= height
        browser.resize(1024, 768)
        browser.click(".where button")


def test_a_waiting_vehicle_is_heard_unless_it_is_silenced(second, camera):
    second.sign_in()
    second.take("入口")
    browser = second.browser
    browser.click(".focus")
    browser.run("""
        window.tones = 0; const real = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () { window.tones += 1; return real.call(this); }""")
    license = plate()
    camera("demo2-in-1").read(license)
    second.shown(license)
    browser.until(lambda: browser.run("return window.tones") == 2, "nothing was heard")
    assert browser.find(".count-badge, .vehicle[data-tone=wait]")
    browser.keys("s")
    browser.find("[aria-label='声音已关']")
    license = plate()
    camera("demo2-in-1").read(license)
    second.shown(license)
    assert browser.run("return window.tones") == 2


def test_markup_in_a_plate_is_text(second, camera):
    """A camera may read anything; no field of the page takes it for markup."""
    second.sign_in()
    second.take("入口")
    browser = second.browser
    camera("demo2-in-1").read("<b>1</b>")
    second.shown("<b>1</b>")
    assert browser.run("return document.querySelectorAll('.records b, .focus b').length") == 0
    assert browser.run("return document.querySelector('.focus .plate').textContent") == "<b>1</b>"


def test_the_page_runs_no_script_but_its_own(console):
    console.sign_in()
    console.take("东门入口")
    browser = console.browser
    assert browser.run("""
        const script = document.createElement('script'); window.ran = false;
        try { script.text = 'window.ran = true'; document.head.append(script) } catch {}
        return window.ran""") is False
    policy = browser.run("return fetch('/console/').then(a => a.headers.get('Content-Security-Policy'))")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    addresses = browser.run("return performance.getEntriesByType('resource').map(one => one.name)")
    assert addresses and all(one.startswith(browser.base) for one in addresses)
    # Nothing else was complained of but the two refusals above.
    browser.driver.get_log("browser")
