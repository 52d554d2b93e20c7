internal import Devices
internal import Foundation
internal import HTTP
internal import Parking

/// Whose decoder is tried: `GATEHOUSE_FUZZ_VENDOR`.
private let vendor = ProcessInfo.processInfo.environment["GATEHOUSE_FUZZ_VENDOR"]
  .flatMap(DeviceVendor.init(rawValue:))

private let types: [String?] = [
  nil, "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
  "application/xml",
]

/// What libFuzzer calls with each input: reads it as a request's body, answers it, and keeps it.
///
/// A crash is a bug, and so is what the checks stop at. Nothing else is decided about an input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vendor else { preconditionFailure("GATEHOUSE_FUZZ_VENDOR names no vendor") }
  let body = Array(UnsafeBufferPointer(start: start, count: count))
  let type = types[count % types.count]
  let kept = KeptBody.bytes(of: body, contentType: type)
  precondition(kept.count <= KeptBody.limit)
  guard let capture = capture(body, type, vendor) else { return 0 }
  for text in [capture.plateRaw, capture.eventID] {
    precondition(text?.unicodeScalars.contains("\0") != true)
    precondition((text?.unicodeScalars.count ?? 0) <= Capture.maximumPlateLength)
  }
  precondition((0...1000).contains(capture.confidence ?? 0))
  precondition((capture.plate.key?.unicodeScalars.count ?? 0) <= 16)
  precondition(capture.pictures.reduce(0) { $0 + $1.bytes.count } <= count)
  if let camera = vendor.camera {
    let decision = DeviceDecision(open: true, display: "欢迎光临", paymentCode: "https://a")
    precondition(camera.reply(to: capture, decision).body.count < 4096)
  }
  return 0
}

private func capture(_ body: [UInt8], _ type: String?, _ vendor: DeviceVendor) -> Capture? {
  if let camera = vendor.camera {
    let message = try? camera.message(body: body, contentType: type, utcOffset: 28_800)
    guard case .capture(let capture) = message else { return nil }
    return capture
  }
  let request = Request(method: .post, contentType: type, body: body)
  return (try? Parameters(request)).flatMap { try? GenericDevice.capture($0) }
}
