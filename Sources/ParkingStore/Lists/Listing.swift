internal import PostgreSQL

/// A list as the database gave it, decoded when somebody wants to read it.
///
/// A booth asks for its lists every two seconds, and they change a few times a minute: whoever
/// keeps the image of the last list sees that this one says the same.
public struct Listing<Record> {
  private let rows: Rows
  private let decode: (inout RowDecoder) throws -> Record

  init(_ rows: Rows, decode: @escaping (inout RowDecoder) throws -> Record) {
    self.rows = rows
    self.decode = decode
  }

  /// The bytes of all its values.
  public var image: [UInt8] { rows.image }

  /// Whether its values are those of an image.
  public func hasImage(_ image: [UInt8]) -> Bool { rows.hasImage(image) }

  /// Its lines, in order.
  public func records() throws -> [Record] {
    try rows.map { row in
      var columns = row.columns
      return try decode(&columns)
    }
  }
}
