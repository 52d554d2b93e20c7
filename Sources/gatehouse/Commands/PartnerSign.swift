import ArgumentParser
import Foundation
import ParkingStore
import Signing

/// `gatehouse partner sign`
struct PartnerSign: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Shows what a partner has to sign, and the signature.",
    discussion: """
      For a partner's developer, to compare with: parameters as NAME=VALUE, or a JSON body by \
      --body. The key's secret comes from GATEHOUSE_PARTNER_SECRET, else from the database. It is \
      not printed.

      Examples:
        gatehouse partner sign cjj-test park_sn=DEMO001 car_plate_no=苏E88888 'dates=[…]'
        gatehouse partner sign cjj-test --body order.json --path /api/SynLeaseOrder
      """)

  @OptionGroup var database: DatabaseOptions
  @OptionGroup var moment: SigningMoment

  @Argument(help: "The partner (app_id).")
  var id: String

  @Argument(help: "Parameters, NAME=VALUE.")
  var parameters: [String] = []

  @Option(help: "HMAC-SHA256 or MD5, for parameters.", transform: Self.method)
  var signType = SignatureMethod.hmacSHA256

  @Option(help: "A file with a JSON body, to be signed by headers; - for standard input.")
  var body: String?

  @Option(help: "The path of a request that is signed by headers.")
  var path = "/api/SynLeaseOrder"

  @Option(help: "Its query, as it is sent.")
  var query = ""

  @Option(help: "Its method.")
  var method = "POST"

  func run() throws {
    let key = try key()
    if let body { return try signHeaders(body, key) }
    let pairs = try parameters.map(Self.pair)
    let signed = ParameterSignature.signed(
      pairs, with: key, method: signType, timestamp: moment.seconds, nonce: moment.text)
    print("string to sign (append &key= and the secret):")
    print(ParameterSignature.stringToSign(signed))
    print("\nparameters to send:")
    for parameter in signed { print("\(parameter.name)=\(parameter.value)") }
  }

  private func signHeaders(_ file: String, _ key: SigningKey) throws {
    guard parameters.isEmpty else {
      throw ValidationError("parameters and --body are two ways to sign; use one")
    }
    let subject = HeaderSignature.Subject(
      method: method, path: path, query: query, appID: key.appID, keyID: key.keyID,
      timestamp: String(moment.seconds), nonce: moment.text,
      body: try TextFile.read(file))
    print("string to sign:")
    print(HeaderSignature.stringToSign(subject))
    print("\nheaders to send:")
    for header in HeaderSignature.headers(of: subject, secret: key.secret) {
      print("\(header.name): \(header.value)")
    }
  }

  private func key() throws -> SigningKey {
    let environment = ProcessInfo.processInfo.environment
    if let secret = environment["GATEHOUSE_PARTNER_SECRET"], !secret.isEmpty {
      return SigningKey(appID: id, keyID: moment.keyID ?? "k1", secret: secret)
    }
    guard let key = try database.connect().newestKey(ofPartner: id) else {
      throw Failure("partner \(id) has no live key")
    }
    return SigningKey(appID: id, keyID: key.keyID, secret: key.secret)
  }

  private static func method(_ text: String) throws -> SignatureMethod {
    guard let method = SignatureMethod(rawValue: text) else {
      throw ValidationError("--sign-type is HMAC-SHA256 or MD5")
    }
    return method
  }

  private static func pair(_ text: String) throws -> ParameterSignature.Parameter {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError("“\(text)” is no parameter; write NAME=VALUE")
    }
    return (name: String(text[..<equals]), value: String(text[equals...].dropFirst()))
  }
}

/// What makes two signatures of the same request differ.
struct SigningMoment: ParsableArguments {
  @Option(help: "Unix seconds. (default: now)")
  var timestamp: Int64?

  @Option(help: "8 to 64 letters, digits, _ or -. (default: by chance)")
  var nonce: String?

  @Option(help: "The key's name, where the secret comes from the environment. (default: k1)")
  var keyID: String?

  var seconds: Int64 { timestamp ?? Int64(Date().timeIntervalSince1970) }
  var text: String { nonce ?? Nonce.random() }

  func validate() throws {
    if let nonce, !Nonce.isValid(nonce) {
      throw ValidationError("a nonce is 8 to 64 letters, digits, _ or -")
    }
  }
}
