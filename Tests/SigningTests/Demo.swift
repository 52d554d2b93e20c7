import Signing

/// The vectors of the partners' documentation.
enum Demo {
  static let secret = "8f3c1e0a5b7d49c2a6e1d0f4b3c2a190"

  /// In the order in which a partner might send them.
  static func parameters(_ method: SignatureMethod) -> [ParameterSignature.Parameter] {
    [
      (name: "park_sn", value: "P001"), (name: "car_plate_no", value: "苏 E88888"),
      (
        name: "dates",
        value: #"[{"date":"2018-01-02","start_time":"19:00","end_time":"06:30"}]"#
      ),
      (name: "app_id", value: "cjj-test"), (name: "timestamp", value: "1700000000"),
      (name: "nonce", value: "5f0c7a1e9b3d4c28"), (name: "sign_type", value: method.rawValue),
    ]
  }

  static let subject = HeaderSignature.Subject(
    method: "POST", path: "/api/SynLeaseOrder", appID: "cjj-test", keyID: "k1",
    timestamp: "1700000000", nonce: "5f0c7a1e9b3d4c28",
    body: Array(
      """
      {"park_sn":"P001","car_plate_no":"苏 E88888","dates":[{"date":"2018-01-02",\
      "start_time":"19:00","end_time":"06:30"}]}
      """.utf8))
}
