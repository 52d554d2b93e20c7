"""The operator's pages."""

import pytest
from cameras import plate
from test_people import violations

MARKUP = "<img src=x onerror=alert(1)>'\"&"


@pytest.fixture
def office(open_browser):
    from browser import Console

    console = Console(open_browser("localhost", 1366, 900))
    console.sign_in("demo-operator", page="/admin/")
    console.browser.find(".office")
    return console.browser


@pytest.fixture
def taken(camera, http):
    """A car that left and paid, so that there is something to see."""
    import json
    import urllib.request
    from urllib.parse import urlencode

    license = plate()
    camera("demo-in-1").read(license, minutes_ago=67)
    camera("demo-out-1").read(license)
    booth = f"{http}/park/v1/sentrybox"
    due = json.load(urllib.request.urlopen(f"{booth}/unfee?_id=demo-out-1"))["data"]
    press = {"_id": "demo-out-1", "manual": 0, "car_park_records_id": due["_id"],
             "total_amount": due["total_amount"], "coupon_amount": 0}
    urllib.request.urlopen(f"{booth}/leave/permit-through?{urlencode(press)}")
    return license


def section(browser, name):
    browser.click(".office-nav a", name)
    browser.find(".section h2", name)


def test_the_day_in_figures_and_charts(taken, office):
    office.find(".tile", "收入")
    office.until(lambda: len(office.all(".chart svg")) == 4, "no charts")
    assert float(office.text(".tile strong").lstrip("¥").replace(",", "")) >= 7
    assert "共 50 个车位" in office.text(".tiles")
    assert violations(office) == []
    office.run("const s = document.querySelector('#park'); s.value = 'DEMO002'; s.dispatchEvent(new Event('change'))")
    office.find(".tiles", "共 20 个车位")


def test_a_vehicle_is_registered_found_and_removed(office):
    section(office, "车辆登记")
    license = plate()
    office.click("button", "登记车辆")
    office.fill("#new-plate", license)
    office.find(".verdict", "车牌号有效")
    office.fill("#new-note", MARKUP)
    office.click("dialog .primary")
    office.find(".notice", "已登记")
    office.fill("#search", license)
    office.until(lambda: len(office.all("tbody tr")) == 1, "not found")
    assert MARKUP in office.text("tbody")
    assert violations(office) == []
    office.click("tbody button", "移除")
    office.click("dialog .danger")
    office.find(".notice", "已移除")
    office.find(".empty", "没有找到车辆")


def test_a_sheet_is_previewed_with_its_mistakes(office, tmp_path):
    section(office, "车辆登记")
    license = plate()
    sheet = tmp_path / "vehicles.csv"
    # As spreadsheets in China save it.
    sheet.write_bytes(f"plate,category,note\nhello,free,张先生\n{license},gold,\n".encode("gb18030"))
    office.click("button", "导入表格")
    office.find("#sheet").send_keys(str(sheet))
    office.find(".sheet-verdict", "有 2 处错误")
    rows = [one.text for one in office.all(".sheet-problems tbody tr")]
    assert rows == ["2 车牌 车牌号无效", "3 类别 应为 monthly、free 或 blacklisted"]
    assert not office.find("dialog .primary").is_enabled()
    sheet = tmp_path / "mended.csv"
    sheet.write_text(f"plate,category,note\n{license},free,\n")
    office.find("#sheet").send_keys(str(sheet))
    office.find(".sheet-verdict", "将新增 1 辆")
    office.click("dialog .primary", "导入")
    office.find(".notice", "已导入：新增 1 辆")
    office.find("tbody", "表格")


def test_a_tariff_is_drawn_tried_and_published(office):
    section(office, "收费标准")
    office.find(".chart .curve")
    office.click("button", "计算")
    office.find(".trial", "5.00元")
    assert "¥7.00" in office.text(".trial")
    rules = office.find("#rules")
    text = rules.get_attribute("value")
    assert '"price": 500' in text
    wrong = text.rstrip().removesuffix("}") + ''', "examples": [{"enter": "2026-11-22 10:00", "leave": "2026-11-22 11:00", "fee": 1}]}'''
    office.run("document.querySelector('#rules').value = arguments[0]", wrong)
    office.click("button", "检查")
    office.find(".publication", "不能发布")
    office.run("const r = document.querySelector('#rules'); r.value = arguments[0].replace('4000', '4100')", text)
    office.click("button", "检查")
    office.find(".publication", "检查通过")
    office.click("button", "发布新版本")
    office.find(".notice", "已发布新版本")
    office.until(lambda: len(office.all("tbody tr")) == 2, "no new version")
    assert violations(office) == []


def test_the_audit_trail(taken, office):
    section(office, "操作记录")
    row = office.find(f"tr:has([data-plate='{taken}'])")
    assert "放行出场" in row.text and "东门出口" in row.text
    assert violations(office) == []


def test_an_attendant_has_no_business_there(console):
    console.sign_in("demo", page="/admin/")
    console.browser.find(".hint", "您的账号没有管理权限")
