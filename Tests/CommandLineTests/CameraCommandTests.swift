import Testing

@Suite("gatehouse camera")
struct CameraCommandTests {
  let line: CommandLine

  init() throws { line = try CommandLine() }

  @Test(
    "What cannot be is refused with a reason",
    arguments: [
      (["--vendor", "nobody", "--token", "t"], "vzenith"),
      (["--vendor", "vzenith", "--token", "a/b"], "--token must be"),
      (["--vendor", "generic", "--token", "t", "--gbk"], "UTF-8"),
      (["--vendor", "dahua", "--token", "t", "--confidence", "101"], "from 1 to 100"),
      (["--vendor", "dahua", "--token", "t", "--url", "ftp://x"], "http://"),
      (["--vendor", "huaxia", "--token", "t", "--repeat", "0"], "--repeat"),
      (["--vendor", "huaxia", "--token", "t", "--time-zone", "Mars"], "IANA"),
    ])
  func usage(arguments: [String], words: String) throws {
    let outcome = try line.run(["camera"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test("A server that does not answer is named, and the command fails")
  func nobody() throws {
    let outcome = try line.run(
      "camera", "--vendor", "vzenith", "--token", "t", "--plate", "苏E88888", "--patience", "0",
      "--url", "http://127.0.0.1:9")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("no connection to 127.0.0.1:9"))
    #expect(outcome.errors.contains("nobody took the event"))
  }

  @Test("A picture that is not there is named")
  func picture() throws {
    let outcome = try line.run(
      "camera", "--vendor", "vzenith", "--token", "t", "--plate", "苏E88888", "--picture", "/no")
    #expect(outcome.status == 1 && outcome.errors.contains("/no cannot be read"))
  }
}
