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

  @Test(
    "holds the addresses whose first bits are its own",
    arguments: [
      ("10.1.0.0/16", "10.1.255.3", true), ("10.1.0.0/16", "10.2.0.0", false),
      ("10.1.2.128/25", "10.1.2.128", true), ("10.1.2.128/25", "10.1.2.127", false),
      ("10.1.2.3/32", "10.1.2.3", true), ("10.1.2.3/32", "10.1.2.2", false),
      ("0.0.0.0/0", "203.0.113.9", true), ("::/0", "203.0.113.9", false),
      ("0.0.0.0/0", "2001:db8::1", false), ("::/0", "2001:db8::1", true),
      ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
      ("::1/128", "::1", true), ("::1/128", "0.0.0.1", false),
      ("10.1.0.0/16", "::ffff:10.1.0.1", true), ("10.1.0.0/16", "::ffff:10.2.0.1", false),
      ("10.1.0.0/16", "::10.1.0.1", false), ("::ffff:0.0.0.0/96", "::ffff:10.1.0.1", true),
      ("127.0.0.0/8", "unix:", false), ("127.0.0.0/8", "", false),
    ])
  func contains(network: String, address: String, isInside: Bool) throws {
    #expect(try Network(network).contains(address: address) == isInside)
  }
}
