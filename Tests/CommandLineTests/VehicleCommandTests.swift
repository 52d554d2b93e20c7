import Foundation
import Testing

@Suite("The command line, for vehicles and tariffs")
struct VehicleCommandTests {
  let gatehouse: CommandLine

  init() throws {
    gatehouse = try CommandLine()
  }

  @Test("takes vehicles from CSV and gives them back")
  func importAndExport() throws {
    try gatehouse.run("apply", CommandLine.demo)
    let csv = try gatehouse.file(
      "in.csv", "plate,category,valid_from,valid_until,note\n苏E20001,free,,,\"a, b\"\n")
    #expect(
      try gatehouse.run("vehicles", "import", csv, "--park", "DEMO002", "--dry-run").output
        == "1 added (nothing was changed)\n")
    #expect(
      try gatehouse.run("vehicles", "import", csv, "--park", "DEMO002").output == "1 added\n")
    try gatehouse.run(
      "vehicles", "export", "--park", "DEMO002", "--output", gatehouse.path("out.csv"))
    #expect(try gatehouse.text("out.csv").contains("\r\n苏E20001,free,,,,,\"a, b\"\r\n"))
    #expect(
      try gatehouse.run(
        "vehicles", "import", gatehouse.path("out.csv"), "--park", "DEMO002"
      ).output == "4 unchanged\n")
  }

  @Test("names every bad row of a CSV file and imports nothing")
  func badRows() throws {
    try gatehouse.run("apply", CommandLine.demo)
    let csv = try gatehouse.file("in.csv", "plate,category\n苏E20001,free\n苏EO0001,free\nx,vip\n")
    let outcome = try gatehouse.run("vehicles", "import", csv, "--park", "DEMO001")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    for row in [
      "3 errors", "line 3: plate: ", "is it 苏E00001?", "line 4: plate", "line 4: category",
    ] {
      #expect(outcome.errors.contains(row))
    }
    #expect(
      try gatehouse.run("vehicles", "export", "--park", "DEMO001").output.contains("苏E20001")
        == false)
  }

  @Test("prices 67 minutes by the demo's tariff at 7 yuan, and at 5 with a coupon of 30 minutes")
  func quote() throws {
    let tariff = CommandLine.demo.replacing("sites/demo.yaml", with: "docs/tariffs/demo.yaml")
    let outcome = try gatehouse.run(
      "tariff", "quote", "--tariff", tariff, "--enter", "2026-11-22 10:00", "--leave",
      "2026-11-22 11:07", "--coupon-minutes", "30")
    #expect(outcome.output.contains("Total: CNY 7.00\n"))
    #expect(outcome.output.hasSuffix("To pay: CNY 5.00\n"))
    #expect(try gatehouse.run("tariff", "test", tariff).status == 0)
  }
}
