import Foundation
import PostgreSQL

/// A park of a scenario's own.
struct TestPark {
  let parkSN: String
  let installation: Installation
  let transport: any Transport
  /// What the database says about it.
  let books: Books

  /// A park that nobody took yet.
  init(_ kind: Site.Kind, _ installation: Installation, _ transport: any Transport) throws {
    self.init(try installation.parks.take(kind), installation, transport)
  }

  /// A park that is known already.
  init(_ parkSN: String, _ installation: Installation, _ transport: any Transport) {
    self.parkSN = parkSN
    self.installation = installation
    self.transport = transport
    books = Books(parkSN: parkSN, installation)
  }

  var host: String { Site.host(parkSN) }
  var entry: Booth { Booth(id: "\(parkSN)-in-1", park: self) }
  var otherEntry: Booth { Booth(id: "\(parkSN)-in-2", park: self) }
  var exit: Booth { Booth(id: "\(parkSN)-out-1", park: self) }
  var otherExit: Booth { Booth(id: "\(parkSN)-out-2", park: self) }

  /// Sends a request to the park's host.
  func send(_ call: Call) throws -> Reply { try transport.send(call) }

  /// Asks a URL of the booths with parameters in the query.
  func ask(_ url: String, _ parameters: [(name: String, value: String)] = []) throws -> Envelope {
    try send(call(url, parameters)).envelope()
  }

  /// A GET of a URL of the booths.
  func call(_ url: String, _ parameters: [(name: String, value: String)] = []) -> Call {
    let query = parameters.isEmpty ? "" : "?\(parameters.formEncoded)"
    return Call("/park/v1/sentrybox/\(url)\(query)", host: host)
  }

  /// `park-info-query`
  func figures() throws -> Envelope { try ask("park-info-query") }
}
