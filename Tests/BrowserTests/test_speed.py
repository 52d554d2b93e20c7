"""How fast the console opens, how much it fetches, and what an idle one costs."""

import pytest

FIRST_PAINT = "return performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@pytest.mark.parametrize("page, files", [("/console/", "console"), ("/admin/", "admin")])
def test_it_opens_fast_and_is_small(browser, page, files):
    best, plain, size = 10_000, 10_000, 0
    for _ in range(5):
        # What this machine takes for a line of text.
        browser.open("/healthz")
        plain = min(plain, browser.until(lambda: browser.run(FIRST_PAINT), "no paint"))
        browser.devtools("Network.enable")
        browser.devtools("Network.clearBrowserCache")
        browser.open(page)
        browser.find(".sign-in")
        paint, size, count = browser.run("""
            const all = [...performance.getEntriesByType('resource'), performance.getEntriesByType('navigation')[0]];
            return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 10000,
              all.reduce((sum, one) => sum + one.transferSize, 0), all.length]""")
        best = min(best, paint)
    print(f"\n{files}: first paint {best:.0f} ms, of plain text {plain:.0f} ms, {size / 1000:.1f} kB transferred in {count} requests")
    # On a slower machine it takes no more, as a multiple of the least.
    assert best < max(300, 5 * plain)
    assert size < 100_000


def test_all_of_a_desk_is_small(console):
    """From the door to the desk, with all that it asked for, but for pictures."""
    browser = console.browser
    browser.devtools("Network.enable")
    browser.devtools("Network.clearBrowserCache")
    console.sign_in()
    console.take("东门出口")
    size = browser.run("""
        return [...performance.getEntriesByType('resource'), performance.getEntriesByType('navigation')[0]]
          .filter(one => !one.name.includes('/picture/')).reduce((sum, one) => sum + one.transferSize, 0)""")
    print(f"\nthe desk: {size / 1000:.1f} kB transferred without pictures")
    assert size < 100_000


def test_an_idle_console_costs_one_304_every_two_seconds(console):
    console.sign_in()
    console.take("东门入口")
    browser = console.browser
    browser.run("""
        const real = window.fetch; window.answers = [];
        window.fetch = async (...all) => {
          const answer = await real(...all);
          window.answers.push([performance.now(), answer.status, String(all[0]).includes('/poll')]);
          return answer;
        }""")
    # The first may still have something to tell.
    browser.until(lambda: len(browser.run("return window.answers")) >= 7, "it does not poll")
    answers = browser.run("return window.answers")[2:]
    gaps = [b[0] - a[0] for a, b in zip(answers, answers[1:])]
    print(f"\nidle: {len(answers)} requests, {min(gaps):.0f} to {max(gaps):.0f} ms apart")
    assert all(poll and status == 304 for _, status, poll in answers), answers
    # A late one is followed by one that is less than two seconds later.
    assert sum(gaps) / len(gaps) > 1800, gaps
