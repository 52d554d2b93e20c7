import ArgumentParser
import ParkingStore

/// `gatehouse nginx`
struct Nginx: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes nginx's map from host names to parks.",
    discussion: """
      One line for each host, to be included in a map block. The file is replaced as a whole; \
      nginx reads it when it is told to reload.

      Examples:
        gatehouse nginx --output /etc/nginx/gatehouse/parks.map && nginx -s reload
        gatehouse nginx --output /etc/nginx/gatehouse/parks.map --check
      """)

  /// Words with a meaning of their own in a map block; a backslash takes it away.
  private static let specialWords: Set<String> = ["default", "hostnames", "include", "volatile"]

  @OptionGroup var database: DatabaseOptions

  @Option(name: .shortAndLong, help: "The file to write. (default: standard output)")
  var output: String?

  @Flag(help: "Write nothing; exit with 1 if the file is not up to date.")
  var check = false

  func validate() throws {
    if check, output == nil { throw ValidationError("--check needs --output") }
  }

  func run() throws {
    let text = try database.connect().hosts().map { line(host: $0.host, park: $0.park) }.joined()
    guard check, let output else { return try TextFile.write(text, to: output, mode: 0o644) }
    guard try TextFile.read(output) == Array(text.utf8) else {
      throw Failure("\(output) is not up to date; run the command without --check")
    }
  }

  private func line(host: String, park: String) -> String {
    let prefix = Self.specialWords.contains(host) ? "\\" : ""
    return "\(prefix)\(host) \(park);\n"
  }
}
