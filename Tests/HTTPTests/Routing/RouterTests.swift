import HTTP
import Testing

@Suite("Finding what answers a path")
struct RouterTests {
  private func router(_ patterns: String...) throws(RouterError) -> Router<String> {
    try Router(routes: patterns.map { Route($0, $0) })
  }

  @Test(
    "A path finds its route and its arguments",
    arguments: [
      ("/", "/", [:]), ("/records/enter", "/records/enter", [:]),
      ("/records/enter/", "/records/enter", [:]), ("/records/%65nter", "/records/enter", [:]),
      (
        "/device/v1/vzenith/t-1", "/device/v1/{vendor}/{token}",
        ["vendor": "vzenith", "token": "t-1"]
      ),
      ("/device/v1/generic/a%2Fb/poll/", "/device/v1/generic/{token}/poll", ["token": "a/b"]),
      ("/device/v1/x/%E8%8B%8F+", "/device/v1/{vendor}/{token}", ["vendor": "x", "token": "苏+"]),
    ] as [(String, String, [String: String])])
  func finds(path: String, pattern: String, arguments: [String: String]) throws {
    let router = try router(
      "/", "/records/enter", "/records/exit", "/device/v1/{vendor}/{token}",
      "/device/v1/generic/{token}/poll")
    let match = try #require(router.match(path: path))
    #expect(router.routes[match.index].pattern == pattern)
    #expect(match.arguments == arguments)
  }

  @Test(
    "Other paths find nothing",
    arguments: [
      "", "records/enter", "//records/enter", "/records//enter", "/records/enter//", "/records",
      "/records/Enter", "/records/enter/x", "/records/%6", "/records/%zz", "/d/", "/d//", "/d/%00",
      "/d/%FF", "/d/a/b", "/records/./enter", "*", "/re%63ords/enter%00", "/\u{212A}",
    ])
  func findsNothing(path: String) throws {
    #expect(try router("/records/enter", "/d/{x}", "/K").match(path: path) == nil)
  }

  @Test(
    "Two patterns that match one path stop the start",
    arguments: [
      ("/a/b", "/a/b"), ("/a/{x}", "/a/{y}"), ("/a/{x}", "/a/b"), ("/{x}/b", "/a/{y}"),
      ("/a/b", "/a/b/"),
    ])
  func clashes(first: String, second: String) {
    #expect(throws: RouterError.clash(first, second)) { try router("/c", first, second) }
  }

  @Test("Patterns that no path matches both are fine")
  func separates() throws {
    let router = try router("/a/{x}/c", "/a/b/d", "/a", "/{x}/y/z")
    #expect(router.match(path: "/a/b/d")?.index == 1)
    #expect(router.match(path: "/a/b/c")?.index == 0)
    #expect(router.routes.map(\.pattern) == ["/a/{x}/c", "/a/b/d", "/a", "/{x}/y/z"])
  }

  @Test(
    "A malformed pattern stops the start",
    arguments: [
      "", "a", "/a//b", "/{", "/}", "/{}", "/{a", "/a}", "/{a}b", "/a{b}", "/{a}/{a}", "/{{a}}",
    ])
  func refusesPatterns(pattern: String) {
    #expect(throws: RouterError.malformedPattern(pattern)) { try router(pattern) }
  }
}
