import Testing

@testable import Partners

@Suite("Addresses that may be called")
struct NetworkAddressTests {
  @Test(
    "Public ones",
    arguments: [
      "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
      "126.255.255.255", "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0",
      "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
      "2606:4700::1111", "2400:3200::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    ])
  func open(text: String) throws {
    #expect(try #require(NetworkAddress(text)).isPublic)
  }

  @Test(
    "Private, loopback, link-local and other special ones",
    arguments: [
      "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
      "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.255.255",
      "192.0.0.1", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255",
      "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1",
      "255.255.255.255",
      "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
      "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::808:808", "2002:7f00:1::1",
      "2002:a00:1::1", "fc00::1", "fd12:3456::1", "fe80::1", "febf::1", "fec0::1", "ff02::1",
      "100::1", "2001::1", "2001:db8::1", "3fff::1", "4000::1",
    ])
  func closed(text: String) throws {
    #expect(!(try #require(NetworkAddress(text)).isPublic))
  }

  @Test(
    "Only the usual forms are addresses",
    arguments: [
      "", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "127.0.0.1.", "127.0.0.1 ", "[::1]",
      "::1%lo", "localhost", "１２７.0.0.1",
    ])
  func unusual(text: String) {
    #expect(NetworkAddress(text) == nil)
  }

  @Test("An address prints as it is read", arguments: ["127.0.0.1", "::1", "2606:4700::1111"])
  func prints(text: String) throws {
    #expect("\(try #require(NetworkAddress(text)))" == text)
  }

  @Test("localhost and names below it are this machine, whatever a name server says")
  func localhost() async throws {
    for name in ["localhost", "chejiajia.localhost"] {
      let found = try await Resolver.addresses(of: name).map(\.description)
      #expect(found == ["127.0.0.1", "::1"])
    }
  }
}
