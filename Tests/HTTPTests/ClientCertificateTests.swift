import HTTP
import Testing

@Suite("The certificate that a client showed")
struct ClientCertificateTests {
  @Test("Its bytes come out of nginx's escaped PEM")
  func good() {
    let text = "-----BEGIN%20CERTIFICATE-----%0AMAMC%0AAQU%3D%0A-----END%20CERTIFICATE-----%0A"
    #expect(ClientCertificate.der(escapedPEM: text) == [0x30, 3, 2, 1, 5])
  }

  @Test(
    "Anything else is no certificate",
    arguments: [
      "", "MAMC", "%zz", "-----BEGIN%20CERTIFICATE-----%0A",
      "-----BEGIN%20CERTIFICATE-----%0A-----END%20CERTIFICATE-----%0A",
      "-----BEGIN%20CERTIFICATE-----%0AM*MC%0A-----END%20CERTIFICATE-----%0A",
      "-----BEGIN%20PRIVATE%20KEY-----%0AMAMC%0A-----END%20PRIVATE%20KEY-----%0A",
    ])
  func bad(text: String) {
    #expect(ClientCertificate.der(escapedPEM: text) == nil)
  }
}
