import HTTP
import Testing

@testable import Devices

@Suite("Vzenith replies")
struct VzenithReplyTests {
  private let open = DeviceDecision(open: true, display: "欢迎")

  @Test("A live capture opens, with words for the loudspeaker")
  func opens() throws {
    let reply = Vzenith.reply(to: Capture(vendor: .vzenith), open)
    #expect(reply.contentType == "application/json; charset=utf-8")
    let response = try #require(try JSON.parse(reply.body)["Response_AlarmInfoPlate"])
    #expect(response["info"] == .string("ok"))
    #expect(response["content"] == .string("retransfer_stop"))
    #expect(response["ContinuePushOffline"] == nil)
    #expect(response.at("playserver_json_request", "voice") == .string("5qyi6L+O"))
  }

  @Test("A fee to pay is said, shown with a code, and sent to the serial display")
  func fee() throws {
    let decision = DeviceDecision(
      open: false, display: "苏E88888 请缴费7.00元", paymentCode: "https://pay.example.com/?s=1")
    let reply = Vzenith.reply(to: Capture(vendor: .vzenith), decision)
    let response = try #require(try JSON.parse(reply.body)["Response_AlarmInfoPlate"])
    #expect(response["info"] == .string("no") && response["is_pay"] == nil)
    let voice = response.at("playserver_json_request", "voice")?.text.flatMap(Base64.decode)
    #expect(voice == Array("苏E88888 请缴费7.00元".utf8))
    #expect(response["module"] == .string("AD_CONFIG_REQUESTION"))
    #expect(response["type"] == .string("ad_push_message"))
    #expect(response.at("body", "scene_name") == .string("YnVzeV9oYWxm"))
    #expect(response.at("body", "qrcode_text") == .string("https://pay.example.com/?s=1"))
    let lines = response.at("body", "custom")?.elements?.compactMap { $0.text }
    #expect(lines?.compactMap(Base64.decode) == ["苏E88888", "请缴费7.00元"].map { Array($0.utf8) })
    let serial = try #require(response["serialData"]?.elements?.first)
    let bytes = try #require(serial["data"]?.text.flatMap(Base64.decode))
    #expect(serial["serialChannel"]?.integer == 0 && serial["dataLen"]?.integer == bytes.count)
    #expect(
      DeviceText.decode(bytes) == "苏E88888\r\n请缴费7.00元\r\nhttps://pay.example.com/?s=1\r\n")
  }

  @Test("A replay gets no code and no words, whatever was decided")
  func silentReplay() {
    var capture = Capture(vendor: .vzenith)
    capture.isReplay = true
    let decision = DeviceDecision(open: false, display: "x", paymentCode: "https://a")
    #expect(!Vzenith.reply(to: capture, decision).text.contains("module"))
  }

  @Test("A refusal stays shut")
  func shut() {
    let reply = Vzenith.reply(to: Capture(vendor: .vzenith), .shut)
    #expect(
      reply.text == #"{"Response_AlarmInfoPlate":{"info":"no","content":"retransfer_stop"}}"#)
  }

  @Test("A replay never opens nor speaks, and asks for the next record")
  func replay() {
    var capture = Capture(vendor: .vzenith)
    capture.isReplay = true
    capture.recordID = 123
    #expect(
      Vzenith.reply(to: capture, open).text
        == #"{"Response_AlarmInfoPlate":{"info":"no","content":"retransfer_stop","#
        + #""ContinuePushOffline":{"plateid":123,"continue":1}}}"#)
  }

  @Test("A vehicle that turned back is not let in by a late decision")
  func turnedBack() {
    var capture = Capture(vendor: .vzenith)
    capture.isTurnedBack = true
    #expect(Vzenith.reply(to: capture, open).text.contains(#""info":"no""#))
  }

  @Test("A heartbeat's reply opens only when an opening waits")
  func heartbeat() {
    #expect(Vzenith.reply(toHeartbeat: nil).text.contains(#""info":"no""#))
    let command = DeviceCommand(commandID: "c-1", display: "请通行")
    let reply = Vzenith.reply(toHeartbeat: command)
    #expect(reply.text.contains(#""info":"ok""#))
    #expect(reply.text.contains("ps_voice_play"))
    #expect(Vzenith.replyToNotice().text.contains(#""info":"no""#))
  }

  @Test("A repeated event gets the stored bytes, a replay of it a reply that stays shut")
  func repeated() {
    var capture = Capture(vendor: .vzenith)
    let stored = Vzenith.reply(to: capture, open)
    #expect(Vzenith.reply(repeating: stored, to: capture) == stored)
    capture.isReplay = true
    let reply = Vzenith.reply(repeating: stored, to: capture)
    #expect(reply.text.contains(#""info":"no""#))
    #expect(reply.text.contains("ContinuePushOffline"))
  }
}
