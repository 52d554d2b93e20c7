internal import Crypto
internal import Parking

extension SiteFile.Secret {
  /// The SHA-256 of a token; what the decoder took for a digest has 64 hexadecimal digits.
  var tokenDigest: [UInt8] {
    switch self {
    case .plain(let text): return Array(SHA256.hash(data: Array(text.utf8)))
    case .hashed(let text):
      let digits = Array(text.utf8).map(Self.value)
      return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
  }

  /// A token of which the database keeps this digest.
  init(tokenDigest: [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    let text = tokenDigest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    self = .hashed(String(decoding: text, as: UTF8.self))
  }

  private static func value(_ digit: UInt8) -> UInt8 {
    digit < 0x3A ? digit - 0x30 : digit - 0x57
  }
}

extension SiteFile.Tariff {
  /// The SHA-256 of the rules' canonical text.
  var digest: [UInt8] { Array(SHA256.hash(data: Array(rules.jsonText.utf8))) }
}
