import Foundation
import Testing

@testable import Devices

@Suite("What is kept of a body")
struct KeptBodyTests {
  private static let picture =
    Data([0xFF, 0xD8, 0xFF] + (0..<900).map { UInt8(truncatingIfNeeded: $0 &* 37) })
    .base64EncodedString()

  @Test(
    "Everything but pictures, in every alphabet and however it is escaped",
    arguments: [
      ("application/json", #"{"license":"苏E88888","imageFile":""#, #"","imageFileLen":7}"#),
      ("application/json", #"{"imageFile":"data:image/jpeg;base64,"#, #""}"#),
      ("application/x-www-form-urlencoded", "type=online&picture=", "&plate_num=%E8%8B%8FE88888"),
      ("application/xml", "<a><pic>", "</pic><plate>苏E88888</plate></a>"),
    ])
  func pictures(type: String, before: String, after: String) {
    let spellings = [
      Self.picture, Self.picture.replacing("/", with: "\\/"),
      Self.picture.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "."),
      Self.picture.replacing("+", with: "%2B").replacing("/", with: "%2F"),
      Data(Array(repeating: 0x41, count: 600)).base64EncodedString(
        options: .lineLength76Characters),
    ]
    for spelling in spellings {
      let kept = KeptBody.bytes(of: Array((before + spelling + after).utf8), contentType: type)
      #expect(String(decoding: kept, as: UTF8.self) == before + after)
    }
  }

  @Test("A multipart body keeps its heads and its texts")
  func multipart() {
    let body = Variant.multipart([
      ("Content-Disposition: form-data; name=\"xml\"", Array("<plate>苏E88888</plate>".utf8)),
      ("Content-Type: image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]),
      ("Content-Disposition: form-data; name=\"noise\"", [0, 1, 2, 3, 4, 0x41]),
    ])
    let kept = KeptBody.bytes(of: body, contentType: "multipart/form-data; boundary=b")
    let expected = Variant.multipart([
      ("Content-Disposition: form-data; name=\"xml\"", Array("<plate>苏E88888</plate>".utf8)),
      ("Content-Type: image/jpeg", []), ("Content-Disposition: form-data; name=\"noise\"", []),
    ])
    #expect(kept == expected)
  }

  @Test("The samples are kept as they are, but for their heartbeat's password")
  func samples() throws {
    for name in [
      "vzenith-push.json", "vzenith-plateless.json", "huaxia-online.txt", "hikvision-anpr.xml",
      "hikvision-tcg405.xml", "dahua-tollgate.json",
    ] {
      let body = try Sample.bytes(name)
      #expect(KeptBody.bytes(of: body, contentType: nil) == body, "\(name)")
    }
    let beat = try Sample.bytes("vzenith-heartbeat.txt")
    let kept = KeptBody.bytes(of: beat, contentType: "multipart/form-data")
    #expect(!String(decoding: kept, as: UTF8.self).contains("camera-password"))
    #expect(String(decoding: kept, as: UTF8.self).contains("fe71e106-57263272"))
  }

  @Test(
    "No password is kept, wherever and however it stands",
    arguments: [
      #"{"a":1,"pass_wd":"hunter2","b":"苏E88888"}"#, #"{"pass_wd" : "hun\"hunter2"}"#,
      #"{"PASS_WD":"hunter2"}"#, #"{" pass_wd":"hunter2"}"#, #"{"x":{"passwd":["hunter2"]}}"#,
      #"{"password":hunter2}"#, #"{"pass_wd":"hunter2"#, #"{"p\u0061ss_wd":"hunter2"}"#,
      "a=1&pass_wd=hunter2&b=2", "passwd=hunter2", "pass%5Fwd=hunter2", "a=1&PASSWD=hunter2",
      "<a><password>hunter2</password></a>", "<a password=\"hunter2\"/>",
      "--b\r\nContent-Disposition: form-data; name=\" pass_wd\"\r\n\r\nhunter2\r\n--b--",
      "--b\nContent-Disposition: form-data; name=pass_wd\n\nhunter2\n--b--",
      "Content-Disposition: form-data; name=\"pass_wd\"\r\n\r\nhunter2\r\n",
      #"{"pass_wd":{"value":"hunter2"}}"#,
    ])
  func passwords(body: String) {
    for type in ["application/json", "application/x-www-form-urlencoded", "multipart/x", nil] {
      let kept = KeptBody.bytes(of: Array(body.utf8), contentType: type)
      #expect(!String(decoding: kept, as: UTF8.self).contains("hunter2"), "\(type ?? "")")
    }
  }

  @Test("What stands beside a password is kept")
  func neighbours() {
    let body = #"{"a":1,"pass_wd":"hunter2","b":"苏E88888"}"#
    let kept = KeptBody.bytes(of: Array(body.utf8), contentType: nil)
    #expect(String(decoding: kept, as: UTF8.self) == #"{"a":1,"pass_wd":"","b":"苏E88888"}"#)
    let form = KeptBody.bytes(of: Array("a=1&pass_wd=x&b=2".utf8), contentType: nil)
    #expect(String(decoding: form, as: UTF8.self) == "a=1&pass_wd=&b=2")
  }

  @Test("At most 64 KiB are kept, in time linear in the body")
  func large() {
    let texts = ["pass_wd ", "\"pass_wd\":\"", "pass", "a,", "\\", "--b\r\n", "\u{1}"]
    for text in texts {
      let body = Array(String(repeating: text, count: 1_000_000 / text.utf8.count).utf8)
      let took = ContinuousClock().measure {
        #expect(KeptBody.bytes(of: body, contentType: "multipart/x").count <= KeptBody.limit)
      }
      #expect(took < .seconds(20), "\(text)")
    }
  }

  @Test("Damaged bodies end in something")
  func damaged() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("kept: seed \(seed)")
    var source = SeededSource(seed: seed)
    let samples = try ["vzenith-push.json", "vzenith-heartbeat.txt", "huaxia-online.txt"]
      .map(Sample.bytes)
    for round in 0..<2000 {
      var body = samples[round % samples.count]
      for _ in 0..<4 { ByteMutation.apply(to: &body, &source) }
      #expect(KeptBody.bytes(of: body, contentType: nil).count <= body.count, "seed \(seed)")
    }
  }
}
