import Parking
import Testing

@Suite("A network")
struct NetworkTests {
  @Test(
    "is written as PostgreSQL writes a cidr",
    arguments: [
      ("127.0.0.0/8", "127.0.0.0/8"), ("0.0.0.0/0", "0.0.0.0/0"), ("10.1.2.3/32", "10.1.2.3/32"),
      ("::1/128", "::1/128"), ("2001:DB8:0:0::/32", "2001:db8::/32"), ("::/0", "::/0"),
    ])
  func canonical(text: String, expected: String) throws {
    #expect(try Network(text).description == expected)
  }

  @Test(
    "is refused when it is none",
    arguments: [
      "", "/", "10.0.0.0/", "10.0.0.0/08", "10.0.0.0/-1", "10.0.0/8", "10.0.0.0/33", "::1/129",
      "10.0.0.0/8/8", "example.com/8", " 10.0.0.0/8", "010.0.0.0/8",
    ])
  func malformed(text: String) {
    #expect(throws: Network.Fault.malformed) { try Network(text) }
  }
}
