internal import FastCGI
internal import ParkingAPI

extension FastCGI.Refusal {
  /// The code of the answer to a request that never reached a handler.
  var code: ResultCode {
    switch self {
    case .tooLarge: .tooLarge
    case .invalidUTF8, .incompleteBody: .badRequest
    case .unsafeHeader: .failed
    }
  }
}
