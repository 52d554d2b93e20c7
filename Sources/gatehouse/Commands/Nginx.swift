import ArgumentParser
import ParkingStore

/// `gatehouse nginx`
struct Nginx: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes nginx's map from host names to parks.",
    discussion: """
      One line for each host, to be included in a map block. The file is replaced as a whole. \
      With --reload a changed map is tried by `nginx -t` first, and nginx then reads it without \
      losing a request; a map that nginx refuses is taken back.

      Examples:
        gatehouse nginx --output /etc/nginx/gatehouse/parks.map --reload
        gatehouse nginx --output /etc/nginx/gatehouse/parks.map --check
      """)

  /// Words with a meaning of their own in a map block; a backslash takes it away.
  private static let specialWords: Set<String> = ["default", "hostnames", "include", "volatile"]

  @OptionGroup var database: DatabaseOptions

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  @Flag(help: "Write nothing; exit with 1 if the file is not up to date.")
  var check = false

  @Flag(help: "Check a changed map with nginx and make nginx read it.")
  var reload = false

  @Option(help: "nginx's configuration file, for --reload. (default: nginx's own)")
  var configuration: String?

  func validate() throws {
    if check, output == nil { throw ValidationError("--check needs --output") }
    if reload, output == nil { throw ValidationError("--reload needs --output") }
    if check, reload { throw ValidationError("--check writes nothing to --reload") }
  }

  func run() throws {
    let text = try database.connect().hosts().map { line(host: $0.host, park: $0.park) }.joined()
    guard let output, check || reload else {
      return try TextFile.write(text, to: output, mode: 0o644)
    }
    let known = try TextFile.read(output)
    if known == Array(text.utf8) { return }
    guard reload else {
      throw Failure("\(output) is not up to date; run the command without --check")
    }
    try replace(output, with: text, or: known)
  }

  /// Makes nginx read another map, or leaves everything as it was.
  private func replace(_ output: String, with text: String, or known: [UInt8]) throws {
    let server = NginxServer(configuration: configuration)
    try TextFile.write(text, to: output, mode: 0o644)
    do {
      try server.check()
    } catch {
      try TextFile.write(String(decoding: known, as: UTF8.self), to: output, mode: 0o644)
      throw error
    }
    try server.reload()
  }

  private func line(host: String, park: String) -> String {
    let prefix = Self.specialWords.contains(host) ? "\\" : ""
    return "\(prefix)\(host) \(park);\n"
  }
}
