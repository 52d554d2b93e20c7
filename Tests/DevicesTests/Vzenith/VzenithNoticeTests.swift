import Testing

@testable import Devices

@Suite("Vzenith heartbeats and notices")
struct VzenithNoticeTests {
  @Test("A heartbeat names the camera, and its password is nowhere")
  func heartbeat() throws {
    let message = try Vzenith.message(
      body: Sample.bytes("vzenith-heartbeat.txt"),
      contentType: "multipart/form-data; boundary=--------------------------114782935826962",
      utcOffset: 0)
    let expected = Heartbeat(serialNumber: "fe71e106-57263272", deviceName: "ivs")
    #expect(message == .heartbeat(expected))
    #expect(!String(reflecting: message).contains("camera-password"))
  }

  @Test(
    "A heartbeat is one in any form",
    arguments: [
      ("device_name=ivs&serialno=a%2D1&pass_wd=x", "application/x-www-form-urlencoded"),
      (#"{"device_name":"ivs","serialno":"a-1","pass_wd":"x"}"#, "application/json"),
      ("--b\r\nContent-Disposition: form-data; name=serialno\r\n\r\na-1\r\n--b--", "text/plain"),
      ("--b\nContent-Disposition: form-data; name=\" serialno\"\n\na-1\n--b", nil),
    ] as [(String, String?)])
  func forms(body: String, type: String?) throws {
    let message = try Vzenith.message(body: Array(body.utf8), contentType: type, utcOffset: 0)
    guard case .heartbeat(let heartbeat) = message else {
      Issue.record("no heartbeat: \(body)")
      return
    }
    #expect(heartbeat.serialNumber == "a-1")
  }

  @Test(
    "Other events are notices",
    arguments: [
      (
        #"{"AlarmGioIn":{"deviceName":"d","result":{"TriggerResult":{"source":"2","value":1}}}}"#,
        .input(source: 2, value: 1)
      ),
      (
        #"{"SerialData":{"serialno":"s","serialChannel":1,"data":"aGk=","dataLen":2}}"#,
        .serial(channel: 1, bytes: [0x68, 0x69])
      ),
      (#"{"ipaddr":"1","TriggerImage":{"imageFile":"AAAA","imageFileLen":3}}"#, .snapshot(nil)),
      (
        #"{"AlarmInfoPlate":{"result":{"PlateResult":{"license":"苏E88888","triggerType":65}}}}"#,
        .stayEnded(plateRaw: "苏E88888")
      ),
      (#"{"SomethingNew":{}}"#, .other("SomethingNew")),
      ("{}", .other("")),
    ] as [(String, DeviceNotice)])
  func notices(body: String, notice: DeviceNotice) throws {
    let message = try Vzenith.message(body: Array(body.utf8), contentType: nil, utcOffset: 0)
    #expect(message == .notice(notice))
  }
}
