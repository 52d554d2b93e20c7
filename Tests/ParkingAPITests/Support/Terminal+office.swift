import Foundation
import HTTP
import PostgreSQL

@testable import ParkingAPI

extension Terminal {
  /// A request to a URL of the operator's pages, as a person signed in at DEMO001's host sends it.
  ///
  /// - Parameter park: what `park_sn` says; nil leaves it out.
  func office(
    _ path: String, _ fields: [String: String] = [:], as login: String? = "demo-operator",
    at park: String? = "DEMO001"
  ) throws -> Reply {
    try Reply(officeResponse(path, fields, as: login, at: park))
  }

  /// The same, before its body is read.
  func officeResponse(
    _ path: String, _ fields: [String: String] = [:], as login: String? = "demo-operator",
    at park: String? = "DEMO001"
  ) throws -> Response {
    let all = park.map { fields.merging(["park_sn": $0]) { $1 } } ?? fields
    let form = all.map { name, value in
      let escaped = value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      return "\(name)=\(escaped)"
    }.joined(separator: "&")
    var request = Request(
      method: .post, path: "/park/v1/office/\(path)",
      contentType: "application/x-www-form-urlencoded", body: Array(form.utf8), park: "DEMO001")
    request.headers["cookie"] = login.map { "\(Paths.sessionCookie)=\($0)-session" }
    return application.answer(request)
  }
}
