public import HTTP

/// The envelope of an answer with `code` 0.
public struct CallAnswer: Sendable {
  /// `data`; null where there is none.
  public let data: JSON

  /// Reads an envelope.
  ///
  /// - Throws: `unreadable`, or `refused` for another `code`.
  init(_ body: [UInt8]) throws(CallError) {
    let envelope: JSON
    do {
      envelope = try JSON.parse(body)
    } catch {
      throw .unreadable("\(error)")
    }
    guard let code = envelope["code"]?.integer else { throw .unreadable("it has no code") }
    guard code == 0 else {
      throw .refused(code: code, message: envelope["message"]?.string ?? "")
    }
    data = envelope["data"] ?? .null
  }
}
