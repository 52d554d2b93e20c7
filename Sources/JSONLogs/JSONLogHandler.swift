internal import Foundation
public import Logging

/// One JSON object a line on standard error: time, level, label, message, metadata.
public struct JSONLogHandler: LogHandler {
  /// What every line carries.
  public var metadata = Logger.Metadata()
  /// Lines below it are left out.
  public var logLevel = Logger.Level.info
  private let label: String

  /// A handler for a logger of that name.
  public init(label: String) {
    self.label = label
  }

  /// One of the things that every line carries.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a line.
  public func log(event: LogEvent) {
    var line: [String: String] = [
      "time": Date().formatted(.iso8601), "level": event.level.rawValue, "label": label,
      "message": "\(event.message)",
    ]
    for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
      line[key] = "\(value)"
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(line) else { return }
    FileHandle.standardError.write(data + Data("\n".utf8))
  }
}
