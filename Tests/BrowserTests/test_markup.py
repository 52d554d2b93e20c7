"""Text is text: markup in every field that a camera, a person or a site file fills, on every page."""

import time

import pytest
from browser import Console
from cameras import plate
from database import sql

#: Each is a field of its own, so that one that is not shown is missed.
MARKUP = "<img src=x onerror=\"parent.ran=1\"><script>ran=1</script>'\"&lt;"
NAMES = {"park": "park_name", "booth": "booth_name", "account": "display_name",
         "partner": "partner_name"}


def marked(name: str) -> str:
    return f"{name}{MARKUP}"


@pytest.fixture
def markup_in_names():
    """Markup in the names of a site file, taken back afterwards."""
    for table, column in NAMES.items():
        sql(f"create table if not exists public.kept_{table} as select * from parking.{table};"
            f"update parking.{table} set {column} = '{table}' || $m${MARKUP}$m$"
            + (" where park_sn = 'DEMO002'" if table in ("park", "booth") else ""))
    time.sleep(1.1)  # Settings are at most a second old.
    yield
    keys = {"park": "park_sn", "booth": "park_sn, booth_id", "account": "account_id",
            "partner": "app_id"}
    for table, column in NAMES.items():
        sql(f"update parking.{table} set {column} = k.{column} from public.kept_{table} k where "
            + " and ".join(f"{table}.{key} = k.{key}" for key in keys[table].split(", "))
            + f"; drop table public.kept_{table}")
    time.sleep(1.1)


def check(browser, *names: str):
    """The markup of those fields stands there as it was written, and none of it is an element."""
    for name in names:
        browser.until(lambda: marked(name) in browser.run(
            "return document.body.textContent + [...document.querySelectorAll('textarea')].map(one => one.value)"),
            f"the markup of {name} is not shown")
    made = browser.run("""
        return [...document.querySelectorAll('[onerror], img[src="x"], #page script, dialog script')]
          .map(one => one.outerHTML)""")
    assert made == []
    assert browser.run("return window.ran") is None


def test_markup_on_every_page_is_text(markup_in_names, open_browser, camera):
    console = Console(open_browser("demo2.localhost"))
    browser = console.browser
    console.sign_in("demo-operator")
    browser.find(".lobby")
    check(browser, "park", "account", "booth")
    browser.click(".booth-card.enter")
    browser.until(lambda: browser.all(".desk") or browser.all(".taken"), "no desk")
    if browser.all(".taken"):
        check(browser, "account")
        browser.click(".taken button")
    browser.find(".desk")
    check(browser, "booth", "park")
    read = f"<img src=x onerror=ran=1>{plate()[2:]}"
    camera("demo2-in-1").read(read)
    console.shown(read)
    check(browser)
    # At the exit: a reason, a correction's history, a note.
    browser.click(".where button")
    browser.click(".booth-card.exit")
    browser.until(lambda: browser.all(".desk") or browser.all(".taken"), "no desk")
    if browser.all(".taken"):
        browser.click(".taken button")
    license = plate()
    camera("demo2-out-1").read(license)
    console.shown(license)
    browser.keys("k")
    browser.find(".candidates")
    check(browser)
    browser.click("dialog .square")
    browser.keys("m")
    browser.fill("#reason-note", marked("reason"))
    browser.click("dialog .danger")
    console.notice("已手动放行")
    browser.keys("2")
    line = browser.find(f".review-line:has([data-plate='{license}'])")
    line.find_element("tag name", "button").click()
    browser.fill("#review-note", marked("review"))
    browser.click("dialog .primary")
    browser.gone("dialog")
    browser.run("const s = document.querySelector('#review-state'); s.value = 'resolved'; s.dispatchEvent(new Event('change'))")
    check(browser, "review", "account")
    browser.keys("3")
    browser.click("button", "交班")
    browser.fill("#counted", "0")
    browser.fill("#note", marked("note"))
    browser.click("dialog .primary")
    browser.find(".slip")
    check(browser, "park", "booth", "account", "note")
    browser.click("dialog .primary")
    # The operator's pages.
    browser.resize(1366, 900)
    console.sign_in("demo-operator", page="/admin/")
    browser.find(".office")
    browser.run("const s = document.querySelector('#park'); s.value = 'DEMO002'; s.dispatchEvent(new Event('change'))")
    browser.find(".tiles", "共 20 个车位")
    check(browser, "park", "account")

    def section(name):
        browser.click(f".office-nav a[href='#/{name}']")
    section("shifts")
    check(browser, "park", "booth", "account", "note")
    section("reviews")
    browser.find("#review-state")
    browser.run("const s = document.querySelector('#review-state'); s.value = 'resolved'; s.dispatchEvent(new Event('change'))")
    check(browser, "review", "account")
    section("vehicles")
    browser.click("button", "登记车辆")
    browser.fill("#new-plate", plate())
    browser.run("document.querySelector('#new-category').value = '2'")
    browser.fill("#new-note", marked("owner"))
    browser.click("dialog .primary")
    check(browser, "owner")
    section("tariffs")
    browser.find("#rules")
    browser.run("""
        const field = document.querySelector('#rules'); const rules = JSON.parse(field.value);
        rules.name = {zh: arguments[0], en: arguments[0]};
        rules.caps[0].name = {zh: arguments[1], en: arguments[1]};
        field.value = JSON.stringify(rules);
        const leave = document.querySelector('#try-leave');
        leave.value = leave.value.replace('T11:07', 'T23:59')""", marked("tariff"), marked("cap"))
    browser.click("button", "计算")
    browser.find(".trial-sum")
    check(browser, "cap")
    browser.click("button", "发布新版本")
    # Thousands of stays are tried first.
    browser.until(lambda: browser.text("#notices").count("已发布新版本"), "not published", patience=300)
    browser.find("tbody td", marked("tariff"))
    check(browser, "tariff")
    section("offers")
    check(browser, "partner")
    section("devices")
    check(browser, "booth")
    section("audit")
    check(browser, "reason", "booth", "account")
    assert browser.complaints() == []
