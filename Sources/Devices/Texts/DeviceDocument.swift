import HTTP

/// A body that is JSON or XML, whatever its type says.
enum DeviceDocument {
  /// The document; nil when the bytes begin as neither.
  ///
  /// - Throws: `DeviceError.malformedBody` when XML has a document type.
  static func parse(_ bytes: [UInt8]) throws(DeviceError) -> JSON? {
    if let json = LooseJSON.parse(bytes) { return json }
    return try LooseXML.parse(bytes)
  }
}
