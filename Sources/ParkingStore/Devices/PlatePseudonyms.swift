internal import Crypto
internal import Foundation
internal import Parking

/// Other plates in place of real ones: the same one for the same plate as long as the key is the
/// same, of the same kind and province, and never one for two.
public struct PlatePseudonyms {
  private static let attempts = 400
  private let key: SymmetricKey
  private var known: [String: String] = [:]
  private var used: Set<String> = []

  /// Pseudonyms of a run; equal keys give equal ones for plates in the same order.
  ///
  /// - Parameter key: nil for a random one, which nobody can repeat.
  public init(key: [UInt8]? = nil) {
    self.key = key.map { SymmetricKey(data: $0) } ?? SymmetricKey(size: .bits256)
  }

  /// The pseudonym of a plate as it was written; text without letters and digits stays.
  public mutating func pseudonym(of plate: String) -> String {
    if let pseudonym = known[plate] { return pseudonym }
    let real = Plate(reading: plate)
    var pseudonym = candidate(plate, 0, keepsLetters: false)
    for attempt in 0..<Self.attempts * 2 {
      let text = candidate(plate, attempt, keepsLetters: attempt >= Self.attempts)
      let other = Plate(reading: text)
      if other.kind == real.kind, other.key != real.key, !used.contains(other.key ?? text) {
        pseudonym = text
        break
      }
    }
    known[plate] = pseudonym
    used.insert(Plate(reading: pseudonym).key ?? pseudonym)
    return pseudonym
  }

  /// Digits become digits and Latin letters letters; what else stands there stays, such as the
  /// province and 挂.
  private func candidate(_ plate: String, _ attempt: Int, keepsLetters: Bool) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(attempt) \(plate)".utf8), using: key)
    var bytes = Array(code).makeIterator()
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".unicodeScalars)
    return String(
      String.UnicodeScalarView(
        plate.unicodeScalars.map { scalar in
          let byte = Int(bytes.next() ?? 0)
          switch scalar {
          case "0"..."9": return Unicode.Scalar(UInt8(0x30 + byte % 10))
          case "A"..."Z", "a"..."z": return keepsLetters ? scalar : letters[byte % letters.count]
          default: return scalar
          }
        }))
  }
}
