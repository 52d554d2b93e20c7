import Foundation

/// Certificates of their own for a test: one for hosts of the demo, in a directory that is new.
struct Certificates {
  let certificate: String
  let key: String

  /// Makes a self-signed certificate as `scripts/certificate` does.
  init(hosts: [String]) throws {
    let directory =
      FileManager.default.temporaryDirectory.path
      + "/gatehouse-tls-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    certificate = "\(directory)/certificate.pem"
    key = "\(directory)/key.pem"
    let names = hosts.map { "DNS:\($0)" }.joined(separator: ",")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-nodes", "-days", "2", "-subj", "/CN=test", "-addext", "subjectAltName=\(names)",
      "-addext", "basicConstraints=critical,CA:FALSE", "-addext", "extendedKeyUsage=serverAuth",
      "-keyout", key, "-out", certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
  }
}
