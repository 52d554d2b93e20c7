internal import FastCGI
internal import Foundation
internal import HTTP
internal import Logging
internal import ParkingAPI
internal import ParkingStore

// The FastCGI responder: one thread, one request after the other, one database connection.
// Its listening socket is descriptor 0, made by spawn-fcgi, multiwatch or systemd.

LoggingSystem.bootstrap(JSONLogHandler.init)
let environment = ProcessInfo.processInfo.environment
let log = Logger(label: "gatehouse.worker")
do {
  let store = ParkingStore(
    conninfo: environment["GATEHOUSE_DATABASE"] ?? "dbname=gatehouse user=gatehouse_worker",
    pictures: environment["GATEHOUSE_PICTURES"] ?? "/var/lib/gatehouse/pictures")
  let application = try Application(store: store)
  let loop = AcceptLoop(listener: try Listener(descriptor: 0), bodyLimit: 17 * 1024 * 1024)
  try loop.run(refuse: { refusal, _ in application.refuse(refusal.code) }) {
    application.answer($0)
  }
} catch {
  log.critical("cannot serve", metadata: ["error": "\(error)"])
  exit(1)
}
