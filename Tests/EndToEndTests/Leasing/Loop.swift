import Foundation
import HTTP
import PostgreSQL

/// Both systems of the lease document, with relays, nginx and TLS, and the network between them.
final class Loop: Sendable {
  /// The one of this test process.
  static var shared: Loop { get throws { try start.get() } }
  private static let start = Result { try Loop() }

  let installation: Installation
  /// From our relay to the leasing app.
  let toApp: Link
  /// From the leasing app's relay to us.
  let toCloud: Link

  private init() throws {
    installation = try Installation(
      "loop", database: nil, site: LoopSite.text,
      settings: [
        "GATEHOUSE_LEASING_APP": "1", "GATEHOUSE_RECONCILE_SECONDS": "2",
        // A call that takes longer is made again, and a busy machine takes some seconds.
        "GATEHOUSE_CALL_SECONDS": "10", "GATEHOUSE_WORKERS": "2",
      ])
    toApp = try Link(to: installation.securePort)
    toCloud = try Link(to: installation.securePort)
    try cloud().execute(
      "update parking.partner set base_url = \("https://chejiajia.localhost:\(toApp.port)/")")
    let app = try app()
    try app.execute(
      "update leasing_app.partner set base_url = \("https://localhost:\(toCloud.port)/")")
    // Tests sell dates of these days, whichever they are.
    try app.execute(
      """
      insert into leasing_app.calendar_year
      select distinct extract(year from day)::integer
      from generate_series(now() - interval '9 days', now() + interval '9 days', '1 day') day
      on conflict do nothing
      """)
    try app.execute(
      """
      insert into leasing_app.calendar_day
      select make_date(year, 1, 1), year, '元旦', true from leasing_app.calendar_year
      on conflict do nothing
      """)
    // What the app was pushed, in the order in which it took it.
    try app.execute(
      """
      create table leasing_app.offer_log (log_id bigint generated always as identity, park_sn text,
        price bigint)
      """)
    try app.execute(
      """
      create function leasing_app.log_offer() returns trigger language plpgsql security definer as
      'begin
         if session_user = ''leasing_app_worker'' then
           insert into leasing_app.offer_log (park_sn, price) values (new.park_sn, new.price);
         end if;
         return null;
       end'
      """)
    try app.execute(
      """
      create trigger log_offer after update on leasing_app.offer
      for each row execute function leasing_app.log_offer()
      """)
  }

  /// The superuser at the parking system's database.
  func cloud() throws -> Connection { try installation.connect() }

  /// The superuser at the leasing app's database.
  func app() throws -> Connection {
    try Connection(
      "host=\(installation.state)/database dbname=leasing_app user=postgres", settings: .patient)
  }

  /// A park, with its booths.
  func park(_ number: Int) -> TestPark {
    TestPark("LOOP\(number)", installation, WireTransport(port: installation.port))
  }

  /// Asks a URL of the leasing app as a driver does, over TLS.
  func drive(_ url: String, _ body: String) throws -> JSON {
    let output = try Shell.run([
      "curl", "-sS", "-m", "120", "--cacert", "\(installation.state)/tls/certificate.pem",
      "-H", "Content-Type: application/json", "-d", body,
      "https://chejiajia.localhost:\(installation.securePort)/\(url)",
    ])
    return try JSON.parse(Array(output.utf8))
  }

  /// The process ids of the relays of both sides.
  func relays() -> [pid_t] {
    let program = "\(installation.state)/bin/gatehouse-relay"
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap(pid_t.init).filter {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/exe")) == program
    }
  }

  /// Kills the relays of both sides; their supervisors start them again.
  ///
  /// - Returns: how many were there.
  func killRelays() -> Int {
    relays().count { kill($0, SIGKILL) == 0 }
  }

  /// Starts another relay of the parking system; its process id.
  func startRelay() throws -> pid_t {
    let state = installation.state
    let output = try Shell.run(
      [
        "sh", "-c",
        "setsid \(state)/bin/gatehouse-relay >>\(state)/logs/more-relays.log 2>&1 & echo $!",
      ],
      environment: [
        "GATEHOUSE_DATABASE": "host=\(state)/database dbname=gatehouse user=gatehouse_relay",
        "GATEHOUSE_TRUST": "\(state)/tls/certificate.pem", "GATEHOUSE_CALL_SECONDS": "10",
        "GATEHOUSE_RECONCILE_SECONDS": "2",
      ])
    guard let process = pid_t(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Overdue(description: "no relay: \(output)")
    }
    return process
  }
}
