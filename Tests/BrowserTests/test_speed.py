"""How fast the console opens, and how much it fetches."""


def test_it_opens_fast_and_is_small(browser):
    best, size = 10_000, 0
    for _ in range(5):
        browser.devtools("Network.enable")
        browser.devtools("Network.clearBrowserCache")
        browser.open("/console/")
        browser.find(".sign-in")
        paint, size = browser.run("""
            const all = [...performance.getEntriesByType('resource'), performance.getEntriesByType('navigation')[0]];
            return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 10000,
              all.reduce((sum, one) => sum + one.transferSize, 0)]""")
        best = min(best, paint)
    print(f"first paint {best:.0f} ms, {size / 1000:.1f} kB transferred")
    assert best < 300
    assert size < 100_000
