import Partners
import Testing

@Suite("Partners' addresses")
struct PartnerURLTests {
  @Test(
    "HTTPS with a host, perhaps a port and a path",
    arguments: [
      ("https://app.example", "app.example", 443, ""),
      ("https://App.Example/", "app.example", 443, ""),
      ("https://app.example:8443/api/", "app.example", 8443, "/api"),
      ("https://app.example/a/b//", "app.example", 443, "/a/b"),
      ("https://127.0.0.1:1/", "127.0.0.1", 1, ""),
      ("https://[::1]:8443/x", "::1", 8443, "/x"),
    ])
  func valid(text: String, host: String, port: Int, path: String) throws {
    let url = try #require(PartnerURL(text))
    #expect(url.host == host)
    #expect(url.port == port)
    #expect(url.path == path)
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "http://app.example/", "https://", "https:///x", "https://user@app.example/",
      "https://app.example:0/", "https://app.example:65536/", "https://app.example:/",
      "https://app.example:+1/", "https://app.example/?q", "https://app.example/#x",
      "https://app.example/a b", "https://app example/", "https://[::1/", "https://[127.0.0.1]/",
      "https://[::1]x/", "https://例子.cn/", "HTTPS://app.example/", "https://app.example\n/",
    ])
  func invalid(text: String) {
    #expect(PartnerURL(text) == nil)
  }
}
