internal import HTTP
internal import Parking

/// A request's parameters, each of its type or a refusal that names it. An empty one is absent.
struct Fields {
  private let parameters: Parameters

  init(_ parameters: Parameters) {
    self.parameters = parameters
  }

  /// Text that must be there.
  func text(_ name: String) throws(Refused) -> String {
    guard let text = try optionalText(name) else { throw Refused(.missingParameter, name) }
    return text
  }

  /// Text, or nil when absent or empty; an array, an object or a file is no text.
  func optionalText(_ name: String, longest limit: Int = 256) throws(Refused) -> String? {
    guard let text = parameters.text(name) else {
      guard !parameters.contains(name) || parameters.value(name) == .null else {
        throw Refused(.malformedParameter, name)
      }
      return nil
    }
    guard text.utf8.count <= limit || text.unicodeScalars.count <= limit else {
      throw Refused(.malformedParameter, name)
    }
    return text.isEmpty ? nil : text
  }

  /// A whole number within bounds that must be there.
  func integer(_ name: String, _ bounds: ClosedRange<Int>) throws(Refused) -> Int {
    guard let number = try optionalInteger(name, bounds) else {
      throw Refused(.missingParameter, name)
    }
    return number
  }

  /// A whole number within bounds, in ASCII digits; nil when absent or empty.
  func optionalInteger(_ name: String, _ bounds: ClosedRange<Int>) throws(Refused) -> Int? {
    guard let text = try optionalText(name) else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      bounds.contains(number)
    else {
      throw Refused(
        .malformedParameter, "\(name) 应为 \(bounds.lowerBound) 到 \(bounds.upperBound) 的整数")
    }
    return number
  }

  /// An amount in fen; nil when absent or empty.
  func optionalMoney(_ name: String) throws(Refused) -> Money? {
    try optionalInteger(name, 0...1_000_000_000).map(Money.init(fen:))
  }

  /// An id of ours as its text; a text that none of ours has is nil, as unknown as any other.
  func number(_ name: String) throws(Refused) -> Int64? {
    let text = try text(name)
    guard text.utf8.first != UInt8(ascii: "+") else { return nil }
    return Int64(text)
  }
}
