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
