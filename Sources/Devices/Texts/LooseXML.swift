import HTTP

/// Reads XML from devices into the shape of JSON: an element is a member of its parent by its local
/// name, with its text, or with an object if it has children. Attributes are left out.
///
/// Wrong nesting and a cut end lose nothing but themselves. A document type is refused, since
/// entities come by it: nothing outside the bytes is ever read. It takes time in proportion to the
/// bytes, 64 levels of nesting and so many tags.
struct LooseXML {
  private static let maximumDepth = 64
  private static let maximumTags = 20_000

  private struct Element {
    var name: String
    var text: [UInt8] = []
    var members: [JSON.Member] = []

    var json: JSON {
      members.isEmpty ? .string(DeviceText.decode(text).trimmed) : .object(members)
    }
  }

  let bytes: [UInt8]
  private var index = 0
  private var count = 0
  private var open = [Element(name: "")]

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The document, an object with the root element; nil when the bytes hold no element.
  ///
  /// - Throws: `DeviceError.malformedBody` when there is a document type.
  static func parse(_ bytes: [UInt8]) throws(DeviceError) -> JSON? {
    var parser = LooseXML(bytes)
    return try parser.document()
  }

  private mutating func document() throws(DeviceError) -> JSON? {
    while index < bytes.count {
      let tag = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      open[open.count - 1].text += XMLText.unescaped(bytes[index..<tag])
      index = tag
      if index < bytes.count { try markup() }
    }
    while open.count > 1 { close() }
    guard !open[0].members.isEmpty else { return nil }
    return .object(open[0].members)
  }

  private mutating func markup() throws(DeviceError) {
    count += 1
    guard count <= Self.maximumTags else {
      index = bytes.count
      return
    }
    if stands("<?") {
      _ = take(to: "?>")
    } else if stands("<!--") {
      _ = take(to: "-->")
    } else if stands("<![CDATA[") {
      open[open.count - 1].text += take(to: "]]>").dropFirst(9)
    } else if stands("<!") {
      throw .malformedBody("XML（不接受 DTD）")
    } else if stands("</") {
      let name = localName(take(to: ">").dropFirst(2))
      guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
      while open.count > place { close() }
    } else {
      begin(take(to: ">").dropFirst(1))
    }
  }

  private mutating func begin(_ tag: ArraySlice<UInt8>) {
    let name = localName(tag)
    guard open.count <= Self.maximumDepth, !name.isEmpty else { return }
    open.append(Element(name: name))
    if tag.last == UInt8(ascii: "/") { close() }
  }

  private mutating func close() {
    let element = open.removeLast()
    open[open.count - 1].members.append(JSON.Member(element.name, element.json))
  }

  private func stands(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
  }

  /// Everything up to `end`, which is skipped, or up to the end of the bytes.
  private mutating func take(to end: String) -> ArraySlice<UInt8> {
    let start = index
    guard let found = bytes.range(of: Array(end.utf8), from: start) else {
      index = bytes.count
      return bytes[start...]
    }
    index = found.upperBound
    return bytes[start..<found.lowerBound]
  }

  private func localName(_ tag: ArraySlice<UInt8>) -> String {
    let name = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? name
    return String(decoding: local, as: UTF8.self)
  }
}
