internal import Foundation

/// What all processes of a directory have counted, those that ended included.
public struct CounterDirectory: Sendable {
  private let path: String

  /// The directory of the files.
  public init(path: String) {
    self.path = path
  }

  /// The sum of each counter over all files, by its name.
  public func sums() -> [String: UInt64] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".counters") }.reduce(into: [:]) { sums, name in
      let file = FileManager.default.contents(atPath: "\(path)/\(name)")
      file?.withUnsafeBytes { Self.add($0, to: &sums) }
    }
  }

  private static func add(_ bytes: UnsafeRawBufferPointer, to sums: inout [String: UInt64]) {
    let stride = CounterFile.stride
    guard bytes.count >= stride else { return }
    let used = min(Int(clamping: bytes.load(as: UInt64.self)), bytes.count / stride - 1)
    for record in 0..<used {
      let start = (record + 1) * stride
      let name = bytes[(start + 16)..<(start + stride)].prefix { $0 != 0 }
      let value = bytes.load(fromByteOffset: start, as: UInt64.self)
      sums[String(decoding: name, as: UTF8.self), default: 0] &+= value
    }
  }
}
