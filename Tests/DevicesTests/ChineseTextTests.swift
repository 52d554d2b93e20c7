import Foundation
import Testing

@testable import Devices

@Suite("Plates in GB18030")
struct ChineseTextTests {
  private static let chinese = String.Encoding(rawValue: 0x8000_0632)
  private static let plates =
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".map {
      "\($0)A12345"
    } + ["苏E1234挂", "鲁A1234学", "豫A1234警", "粤Z1234港", "粤Z1234澳", "014578使", "民航12345"]

  @Test("Every province is read from every camera that sends GB18030", arguments: plates)
  func provinces(plate: String) throws {
    let data = try #require(plate.data(using: Self.chinese))
    let json = Array(#"{"AlarmInfoPlate":{"result":{"PlateResult":{"license":""#.utf8)
    let tollgate = Array(#"{"Picture":{"Plate":{"PlateNumber":""#.utf8)
    let escaped = data.map { String(format: "%%%02X", $0) }.joined()
    let bodies: [(DeviceVendor, [UInt8])] = [
      (.vzenith, json + data + Array(#""}}}}"#.utf8)),
      (.dahua, tollgate + data + Array(#""}}}"#.utf8)),
      (.huaxia, Array("type=online&plate_num=\(escaped)".utf8)),
      (.huaxia, Array("type=online&plate_num=".utf8) + data),
      (.hikvision, Array("<E><licensePlate>".utf8) + data + Array("</licensePlate></E>".utf8)),
    ]
    for (vendor, body) in bodies {
      let camera = try #require(vendor.camera)
      let message = try camera.message(body: body, contentType: nil, utcOffset: 0)
      #expect(message.capture?.plateRaw == plate, "\(vendor)")
    }
  }

  @Test(
    "A text in UTF-8 stays as it is",
    arguments: ["苏E·88888", "苏E8888", "³A1234", "Ж123ЖЖ", "무12가3456", "豫A1234"])
  func untouched(text: String) {
    #expect(DeviceText.plate(text) == text)
  }
}
