internal import FastCGI
internal import Foundation
internal import HTTP
internal import JSONLogs
internal import LeasingApp
internal import LeasingAppStore
internal import Logging
internal import ParkingAPI
internal import ParkingStore

// The FastCGI responder: one thread, one request after the other, one database connection.
// Its listening socket is descriptor 0, made by spawn-fcgi, multiwatch or systemd.
// GATEHOUSE_METRICS is a directory that all workers of a host share, for what /metrics tells.
// GATEHOUSE_ROUTES=leasing-app makes it serve the partner's side instead.

LoggingSystem.bootstrap(JSONLogHandler.init)
let environment = ProcessInfo.processInfo.environment
let log = Logger(label: "gatehouse.worker")

/// Serves the parking system, until SIGTERM.
func serveGatehouse() throws {
  let store = ParkingStore(
    conninfo: environment["GATEHOUSE_DATABASE"] ?? "dbname=gatehouse user=gatehouse_worker",
    pictures: environment["GATEHOUSE_PICTURES"] ?? "/var/lib/gatehouse/pictures")
  let counters = environment["GATEHOUSE_METRICS"].flatMap(Application.counters)
  if environment["GATEHOUSE_METRICS"] != nil, counters == nil {
    log.warning("GATEHOUSE_METRICS cannot be written; nothing is counted")
  }
  let application = try Application(store: store, counters: counters)
  let loop = AcceptLoop(listener: try Listener(descriptor: 0), bodyLimit: 17 * 1024 * 1024)
  try loop.run(refuse: { refusal, _ in application.refuse(refusal.code) }) {
    application.answer($0)
  }
}

/// Serves the leasing app, until SIGTERM.
func serveLeasingApp() throws {
  let store = try LeasingAppStore(
    conninfo: environment["GATEHOUSE_DATABASE"] ?? "dbname=leasing_app user=leasing_app_worker")
  let application = try LeasingApplication(store: store)
  let loop = AcceptLoop(listener: try Listener(descriptor: 0), bodyLimit: 1024 * 1024)
  try loop.run(refuse: { refusal, _ in application.refuse(isTooLarge: refusal.code == .tooLarge) })
  {
    application.answer($0)
  }
}

do {
  switch environment["GATEHOUSE_ROUTES"] {
  case nil, "gatehouse": try serveGatehouse()
  case "leasing-app": try serveLeasingApp()
  case let other?:
    log.critical("GATEHOUSE_ROUTES is neither gatehouse nor leasing-app: \(other)")
    exit(2)
  }
} catch {
  log.critical("cannot serve", metadata: ["error": "\(error)"])
  exit(1)
}
