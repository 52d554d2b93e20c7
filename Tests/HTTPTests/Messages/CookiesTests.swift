import HTTP
import Testing

@Suite("Cookies")
struct CookiesTests {
  @Test(
    "A cookie is found by its name",
    arguments: [
      ("s=abc", "abc"), ("a=1; s=abc; b=2", "abc"), ("a=1;s=abc", "abc"), (" s = abc ", "abc"),
      ("s=a=b", "a=b"), ("s=", ""), ("x; s=abc; =y", "abc"), ("s=1; s=1", "1"),
      ("s=\"q\"", "\"q\""),
    ])
  func finds(header: String, value: String) {
    #expect(Cookies(header)["s"] == value)
  }

  @Test(
    "Nothing is found where nothing is sure",
    arguments: [
      nil, "", ";", "s", "S=abc", "xs=1", "s=1; s=2", "a=s=1",
    ])
  func findsNothing(header: String?) {
    #expect(Cookies(header)["s"] == nil)
  }

  @Test("A name that only compares alike is another")
  func comparesBytes() {
    #expect(Cookies("\u{212A}=1")["K"] == nil)
  }

  @Test("A request has its cookies in its header")
  func readsRequests() {
    #expect(Cookies(Request(headers: ["cookie": "gatehouse=x"]))["gatehouse"] == "x")
    #expect(Cookies(Request())["gatehouse"] == nil)
  }
}
