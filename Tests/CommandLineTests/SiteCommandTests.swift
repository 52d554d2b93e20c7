import Foundation
import Testing

@Suite("The command line, for sites")
struct SiteCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
  }

  @Test("applies the demo, and exports a file in which apply finds nothing to change")
  func applyAndExport() throws {
    let dry = try gatehouse.run("apply", CommandLine.demo, "--dry-run")
    #expect(dry.output.hasSuffix("37 changes to make; nothing was changed.\n"))
    #expect(try gatehouse.run("apply", CommandLine.demo).output.hasSuffix("37 changes made.\n"))
    #expect(try gatehouse.run("apply", CommandLine.demo).output == "Nothing to change.\n")
    #expect(try gatehouse.run("export", "--output", gatehouse.path("site.yaml")).status == 0)
    let again = try gatehouse.run("apply", gatehouse.path("site.yaml"))
    #expect(again.output == "Nothing to change.\n")
    #expect(try gatehouse.run("export").output == gatehouse.text("site.yaml"))
  }

  /// Texts that mean something else in YAML unless they are quoted.
  static let names = [
    "null", "~", "true", "12", "0x1F", "1e3", "- a", "a: b", "a #b", "#a", "'a'", "\"a\"", "&a",
    "*a", "!a", "%a", "@a", "a, b", "[a]", "{a}", "|", ">", "a\\b", "é", "停车场", "😀", "a  b",
    "2026-01-01", "yes", "=", "<<", "?", ":", "a:", "...", "---", " a", "a ",
  ]

  @Test("exports names that YAML would take for something else")
  func names() throws {
    let booths = Self.names.enumerated().map { index, name in
      let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "{id: b\(index), direction: enter, name: \"\(quoted)\"}"
    }
    let park = "{id: P1, name: One, places: 1, booths: [\(booths.joined(separator: ", "))]}"
    let site = try gatehouse.file(
      "in.yaml", "operators: [{id: a, name: A, parks: [\(park)]}]")
    let first = try gatehouse.run("apply", site)
    #expect(first.status == 0, "\(first.errors)")
    try gatehouse.run("export", "--output", gatehouse.path("out.yaml"))
    let again = try gatehouse.run("apply", gatehouse.path("out.yaml"))
    #expect(again.output == "Nothing to change.\n", "\(again.errors)")
  }

  @Test("names every error of a bad file with its line, changes nothing and exits with 1")
  func badFile() throws {
    let site = try gatehouse.file(
      "bad.yaml",
      """
      operators:
        - id: a
          name: A
          parks:
            - {id: P1, name: One, places: many}
            - {id: P1, name: Two, places: 1, tarif: t}
      """)
    let outcome = try gatehouse.run("apply", site)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.yaml has 3 errors; nothing was changed:"))
    for line in ["\n  line 5: ", "\n  line 6: operators[0].parks[1].id:", "].tarif: unknown key"] {
      #expect(outcome.errors.contains(line))
    }
  }

  @Test(
    "says what is wrong with a file that is no YAML",
    arguments: [
      ("operators: [", "no YAML"), ("a: 1\na: 2\n", "line 1: a key stands here twice: a"),
      ("", "is empty"), ("a: 1\n---\nb: 2\n", "no YAML"),
    ])
  func noYAML(text: String, message: String) throws {
    let outcome = try gatehouse.run("apply", gatehouse.file("bad.yaml", text))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(message))
  }

  @Test("writes nginx's map, sorted and as a whole, and checks it")
  func nginx() throws {
    try gatehouse.run("apply", CommandLine.demo)
    let map = gatehouse.path("parks.map")
    #expect(try gatehouse.run("nginx", "--output", map).status == 0)
    #expect(
      try gatehouse.text("parks.map")
        == "127.0.0.1 DEMO001;\n[::1] DEMO001;\ndemo2.localhost DEMO002;\nlocalhost DEMO001;\n")
    #expect(try gatehouse.run("nginx", "--output", map, "--check").status == 0)
    _ = try gatehouse.file("parks.map", "other DEMO001;\n")
    #expect(try gatehouse.run("nginx", "--output", map, "--check").status == 1)
    #expect(try gatehouse.text("parks.map") == "other DEMO001;\n")
  }

  @Test("exits with 64 for wrong usage, and with 1 for a database that is not there")
  func usage() throws {
    #expect(try gatehouse.run("apply").status == 64)
    #expect(try gatehouse.run("simulate", "--park", "P", "--cars-per-minute", "0").status == 64)
    #expect(try gatehouse.run("export", "--database", "").status == 64)
    let away = try gatehouse.run("export", "--database", "host=/nowhere")
    #expect(away.status == 1)
    #expect(away.errors.contains("the database cannot be reached"))
  }
}
