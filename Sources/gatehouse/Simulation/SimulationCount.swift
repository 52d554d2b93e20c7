/// What happened so far, on one line.
struct SimulationCount: CustomStringConvertible {
  /// Vehicles that were let in.
  var entered = 0
  /// Vehicles that were let out.
  var left = 0
  /// Payments.
  var payments = 0
  /// Their sum in fen.
  var paid = 0
  /// Requests without the answer that they should have had.
  var errors = 0
  /// What the last of them said.
  var lastError = ""

  /// `in 12 · out 9 · inside 3 · paid 35.00 (5) · errors 0`
  var description: String {
    let fen = String(paid % 100)
    let yuan = "\(paid / 100).\(fen.utf8.count < 2 ? "0" : "")\(fen)"
    let counts =
      "in \(entered) · out \(left) · inside \(entered - left) · "
      + "paid \(yuan) yuan (\(payments)) · errors \(errors)"
    return lastError.isEmpty ? counts : "\(counts) (last: \(lastError))"
  }
}
