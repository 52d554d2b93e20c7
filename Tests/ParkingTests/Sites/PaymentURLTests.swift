import Parking
import Testing

@Suite("The address of a payment code")
struct PaymentURLTests {
  @Test("Its places are filled in, percent-encoded")
  func filled() throws {
    let url = try #require(
      PaymentURL("https://pay.example.com/{park_sn}?stay={stay_id}&p={plate}&fen={amount}"))
    #expect(
      url.url(parkSN: "P1", stayID: 7, plate: "苏E88888", due: Money(fen: 700))
        == "https://pay.example.com/P1?stay=7&p=%E8%8B%8FE88888&fen=700")
  }

  @Test(
    "Anything else is none",
    arguments: [
      "", "https://", "http://pay.example.com", "https://a/{stay}", "https://a/{", "https://a/}",
      "https://a b", "https://支付.cn/", "https://a/\u{0}", "javascript:{stay_id}",
      "https://a/" + String(repeating: "x", count: 300),
    ])
  func refused(text: String) {
    #expect(PaymentURL(text) == nil)
  }
}
