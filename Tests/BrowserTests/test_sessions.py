"""Signing in, the shift, the handover."""

import base64

from browser import Console
from cameras import plate


def test_a_wrong_password_is_told_and_the_right_one_opens(console):
    console.sign_in(password="wrong")
    browser = console.browser
    browser.find(".problem", "用户名或密码错误")
    console.enter("demo")
    browser.find(".lobby", "选择后即开始当班")
    browser.click("button", "退出登录")
    browser.find(".sign-in")
    browser.open("/console/")
    browser.find(".sign-in")


def test_a_name_that_fails_too_often_is_locked_with_a_message(console):
    browser = console.browser
    browser.open("/console/")
    for _ in range(5):
        console.enter("guessed", "wrong")
        browser.until(lambda: browser.find("button.primary").is_enabled(), "busy")
    console.enter("guessed", "wrong")
    browser.find(".problem", "登录失败次数过多，请稍后再试")


def test_the_session_is_in_no_place_that_a_script_reads(console):
    console.sign_in()
    browser = console.browser
    browser.find(".lobby")
    assert browser.run("return document.cookie") == ""
    kept = browser.run("return JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")
    cookie = next(one for one in browser.driver.get_cookies() if one["name"] == "__Host-gatehouse")
    assert cookie["value"] not in kept
    assert cookie["httpOnly"] and cookie["secure"] and cookie["sameSite"] == "Strict"


def test_cash_is_counted_before_its_sum_is_shown(console, open_browser, camera):
    console.sign_in()
    console.take("东门出口")
    browser = console.browser
    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    camera("demo-out-1").read(license)
    console.shown(license)
    browser.click(".fee > .pay")
    console.notice("已收 7.00 元")
    browser.keys("3")
    browser.find(".shift-figures", "示范岗亭员")
    assert "7.00" not in browser.text(".shift .card")
    browser.click("button", "交班")
    browser.fill("#counted", "many")
    browser.click("dialog .primary")
    browser.find(".problem", "请输入金额")
    browser.click("summary")
    browser.fill("#note-500", "1")
    browser.fill("#note-50", "2")
    assert browser.find("#counted").get_attribute("value") == "6.00"
    browser.fill("#note", "<img src=x onerror=alert(1)>")
    browser.click("dialog .primary")
    slip = browser.find(".slip")
    assert "<img src=x onerror=alert(1)>" in slip.text
    # Other tests of this run may have taken money in the same shift.
    expected = float(slip.text.split("系统现金\n")[1].split("\n")[0].replace(",", ""))
    assert expected >= 7 and f"{expected - 6:.2f}　短缺" in slip.text
    # On paper there is the slip alone, as wide as a till's roll, on one page.
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    shown = browser.run("""
        return [...document.querySelectorAll('.head, .dialog-head, .dialog-actions, .shift, .slip')]
          .filter(one => one.getBoundingClientRect().height > 0).map(one => one.className)""")
    assert shown == ["slip"]
    assert browser.find(".slip").size["width"] <= 273
    paper = base64.b64decode(browser.devtools("Page.printToPDF")["data"])
    assert paper.count(b"/Type /Page\n") == 1
    browser.devtools("Emulation.setEmulatedMedia", media="")
    browser.click("dialog .primary", "下一位登录")
    browser.find(".sign-in", "已交班，请下一位登录")
    # The next attendant comes to the same booth.
    console.enter("demo-operator")
    browser.find(".desk", "东门出口")
    browser.keys("3")
    browser.find("tbody", "示范岗亭员")
    third = Console(open_browser())
    third.sign_in("demo")
    third.browser.click(".booth-card", "东门出口")
    third.browser.find(".taken", "示范管理员")
    third.browser.click(".taken button")
    third.browser.find(".desk")


def test_a_session_that_ended_leads_back_to_the_door(console):
    console.sign_in()
    console.take("东门入口")
    browser = console.browser
    browser.driver.delete_all_cookies()
    browser.driver.add_cookie({
        "name": "__Host-gatehouse", "value": "ended", "secure": True, "httpOnly": True, "path": "/"})
    browser.find(".sign-in", "登录已失效，请重新登录")


def test_who_is_displaced_at_a_booth_is_told(console, open_browser):
    console.sign_in()
    console.take("东门入口")
    other = Console(open_browser())
    other.sign_in("demo-operator")
    other.take("东门入口")
    console.browser.find(".taken", "示范管理员")
