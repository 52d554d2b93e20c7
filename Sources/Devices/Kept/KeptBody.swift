/// What is kept of a device's request so that it can be looked at and sent again: the bytes as they
/// came, without pictures and without passwords.
///
/// Nothing is decoded and written anew, so a strange character set stays as strange as it was.
/// Whether a password is gone is checked by decoding the result; where one is left, nothing is kept.
public enum KeptBody {
  /// The most that is kept, in bytes; more is cut.
  public static let limit = 65_536

  /// The bytes to keep, at most `limit`.
  public static func bytes(of body: [UInt8], contentType: String?) -> [UInt8] {
    let kept = parts(of: body, contentType: contentType) ?? text(body[...])
    let cut = Array(kept.prefix(limit))
    return Secrets.remain(in: cut, contentType: contentType) ? [] : cut
  }

  /// A multipart body with the content of pictures and passwords left out; nil for another body.
  private static func parts(of body: [UInt8], contentType: String?) -> [UInt8]? {
    guard let first = body.first(where: { $0 > 0x20 }), first != UInt8(ascii: "{"),
      contentType?.lowercased().hasPrefix("multipart/") == true || body.starts(with: "--".utf8)
    else { return nil }
    let parts = Multipart.parts(of: body, contentType: contentType)
    guard !parts.isEmpty else { return nil }
    var kept: [UInt8] = []
    var end = 0
    for part in parts where kept.count < limit {
      kept += text(body[end..<part.bytes.startIndex])
      if !Secrets.isName(part.name ?? "") { kept += text(part.bytes) }
      end = part.bytes.endIndex
    }
    return kept + text(body[end...])
  }

  /// A text without long runs in an alphabet of base64 and without passwords; nothing of what is no
  /// text.
  private static func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    isBinary(bytes) ? [] : Secrets.blanked(withoutPictures(bytes))
  }

  private static func isBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
    let isPicture =
      bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    let controls = bytes.reduce(0) { $0 + ($1 < 0x20 && !(9...13).contains($1) ? 1 : 0) }
    return isPicture || controls > bytes.count / 20
  }

  /// A run that is longer than any other field is a picture's.
  private static let shortestPicture = 256

  private static func withoutPictures(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(min(bytes.count, limit))
    var index = bytes.startIndex
    while index < bytes.endIndex, kept.count < limit {
      var end = index
      while end < bytes.endIndex, isOfPicture[Int(bytes[end])] { end += 1 }
      if end - index < shortestPicture {
        kept += bytes[index..<end]
      } else {
        while end < bytes.endIndex, bytes[end] == UInt8(ascii: "=") || bytes[end] == 0x2E {
          end += 1
        }
      }
      if end < bytes.endIndex { kept.append(bytes[end]) }
      index = end + 1
    }
    return kept
  }

  /// What stands in base64: the letters of every alphabet, escapes of JSON and forms, line ends.
  private static let isOfPicture: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_%\\\r\n"
    for byte in alphabet.utf8 { table[Int(byte)] = true }
    return table
  }()
}
