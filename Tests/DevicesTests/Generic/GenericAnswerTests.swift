import HTTP
import Parking
import Testing

@testable import Devices

@Suite("Answers to generic devices")
struct GenericAnswerTests {
  private let open = DeviceDecision(open: true, stayID: "7", category: .monthly, display: "欢迎")

  @Test("The answer says what was decided")
  func decided() {
    #expect(
      text(GenericAnswer(to: Capture(vendor: .generic), open))
        == #"{"open":true,"stay_id":"7","category":1,"display":"欢迎"}"#)
    #expect(
      text(GenericAnswer(to: Capture(vendor: .generic), .shut))
        == #"{"open":false,"stay_id":"","category":0,"display":""}"#)
  }

  @Test("A replay and a turn-back open nothing, whatever was decided")
  func neverOpens() {
    var replay = Capture(vendor: .generic)
    replay.isReplay = true
    var turnBack = Capture(vendor: .generic)
    turnBack.isTurnedBack = true
    for capture in [replay, turnBack] {
      #expect(text(GenericAnswer(to: capture, open)).hasPrefix(#"{"open":false,"#))
    }
  }

  @Test("A poll hands over the opening, or says that none waits")
  func poll() {
    let command = DeviceCommand(commandID: "c-1", display: "请通行")
    #expect(
      text(GenericPollAnswer(command))
        == #"{"open":true,"command_id":"c-1","display":"请通行"}"#)
    #expect(text(GenericPollAnswer(nil)) == #"{"open":false}"#)
  }

  private func text(_ value: some JSONEncodable) -> String {
    var writer = JSONWriter()
    value.encode(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
