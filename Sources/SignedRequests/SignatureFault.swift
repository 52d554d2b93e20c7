/// Why a request has no signature that could be checked.
package enum SignatureFault: Error, Sendable, Equatable {
  /// A parameter or header of the signature is missing or malformed; its name.
  case missing(String)
  /// It cannot be signed as it is.
  case signature
}
