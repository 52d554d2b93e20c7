/// A JSON document as text, bound as `jsonb`.
public struct JSONText: Hashable, Sendable {
  /// The document, as written or as PostgreSQL wrote it.
  public var text: String

  /// Wraps a document. PostgreSQL checks it: `invalid input` when it is not JSON.
  public init(_ text: String) {
    self.text = text
  }
}

extension JSONText: SQLEncodable, SQLDecodable, SQLArrayElement {
  /// `jsonb`
  public static var sqlType: SQLType { .jsonb }

  /// Writes the version of the format, then the text.
  public func encode(into writer: inout ParameterWriter) {
    writer.append(Cell.jsonbVersion)
    text.encode(into: &writer)
  }

  /// Reads `json` and `jsonb`.
  public init(cell: Cell) throws(DatabaseError) {
    guard cell.type == SQLType.jsonb.oid || cell.type == SQLType.json.oid else {
      throw cell.failure("is of type \(cell.type), not JSON")
    }
    self.init(try String(cell: cell))
  }
}

extension Cell {
  /// The only version of the binary format of `jsonb` so far.
  static let jsonbVersion: UInt8 = 1

  /// The text of a `jsonb` without the version in front.
  func jsonbText(_ bytes: UnsafeRawBufferPointer) throws(DatabaseError) -> Slice<
    UnsafeRawBufferPointer
  > {
    guard bytes.first == Self.jsonbVersion else {
      throw failure("is jsonb of an unknown version")
    }
    return bytes.dropFirst()
  }
}
