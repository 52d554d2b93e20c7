import Parking
import Testing

@Suite("A CSV file of vehicles")
struct VehicleSheetTests {
  static func sheet(_ text: String) throws -> VehicleSheet {
    try VehicleSheet(Array(text.utf8), zone: Fixtures.shanghai)
  }

  static func errors(_ text: String) -> [String] {
    do {
      _ = try sheet(text)
      return []
    } catch let errors as SiteFileErrors {
      return errors.problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "is read whatever the program that wrote it does with line ends, quotes and a byte order mark",
    arguments: [
      "plate,category,note\n苏E88888,free,hello\n",
      "\u{FEFF}plate,category,note\r\n苏E88888,free,hello\r\n",
      "plate,category,note\r苏E88888,free,hello",
      "\"plate\",\"category\",\"note\"\n\"苏E88888\",\"free\",\"hello\"\n",
      "note,category,plate\n\n hello , free,苏e·88888\n\n",
    ])
  func dialects(text: String) throws {
    let rows = try Self.sheet(text).rows
    #expect(rows.map(\.vehicle.plate) == ["苏E88888"])
    #expect(rows.map(\.vehicle.category) == [.free])
    #expect(rows.map(\.vehicle.note) == ["hello"])
  }

  @Test("may have commas, quotes and line breaks in a note, and lines are still counted")
  func quoting() throws {
    let text = """
      plate,category,valid_from,valid_until,note
      苏E88881,free,,,"one, ""two""
      three"
      苏E88882,free,,,
      """
    let rows = try Self.sheet(text).rows
    #expect(rows.map(\.line) == [2, 4])
    #expect(rows.first?.vehicle.note == "one, \"two\"\nthree")
  }

  @Test("is read again as it was written")
  func roundTrip() throws {
    let text = """
      plate,category,valid_from,valid_until,class,person,note
      苏E10001,monthly,2026-01-01,2035-12-31,,,"a, ""b"" c"
      苏E10002,temporary,,,large,disabled resident,
      苏E10003,blacklisted,2026-01-01 08:30:00,,,,"two
      lines"
      """.replacing("\n", with: "\r\n") + "\r\n"
    let vehicles = try Self.sheet(text).rows.map(\.vehicle)
    #expect(VehicleSheet.text(of: vehicles, zone: Fixtures.shanghai) == text)
  }

  @Test(
    "names every bad row with its line and reason",
    arguments: [
      ("", ["line 1: the file is empty"]),
      (
        "plate,kind\n苏E88888,free\n",
        ["line 1: no column is called “kind”", "line 1: the column “category” is missing"]
      ),
      ("plate,category,plate\n", ["line 1: plate: the column stands here twice"]),
      (
        """
        plate,category,valid_from,valid_until
        苏EI2345,free,,
        苏E12345,monthly,2026-01-01,
        苏E12345,monthly,2026-02-29,2026-12-31
        苏E12346,free,
        苏E12347,vip,,
        苏E12348,free,,2026-12-31
        苏E12349,free,,
        苏E12348,free,,
        """,
        [
          "line 2: plate: “苏EI2345” fits no layout of plates; is it 苏E12345?",
          "line 3: valid_until: a monthly vehicle needs it",
          "line 4: valid_from: the calendar has no 2026-02-29",
          "line 5: 3 fields where the first line has 4",
          "line 6: category: “vip” is no category",
          "line 9: the same plate, category and valid_from as on line 7",
        ]
      ),
      (
        "plate,category\n苏E88888,\"free\n苏E88889,free\n",
        ["line 2: a field in quotes that does not end"]
      ),
      ("plate,category\n苏E\"88888,free\n", ["line 2: a quotation mark inside a field"]),
      ("plate,category\n\"苏E88888\"x,free\n", ["line 2: text after a field in quotes"]),
    ])
  func badRows(text: String, expected: [String]) {
    let found = Self.errors(text)
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) { #expect(found.hasPrefix(expected)) }
  }

  @Test("in another encoding than UTF-8 is refused with the line")
  func encoding() {
    let gbk: [UInt8] = Array("plate,category\n".utf8) + [0xCB, 0xD5] + Array("E88888,free\n".utf8)
    let thrown = #expect(throws: SiteFileErrors.self) {
      try VehicleSheet(gbk, zone: Fixtures.shanghai)
    }
    #expect(thrown?.problems.map(\.line) == [2])
  }

  @Test("of random bytes is refused or read, but ends", arguments: [UInt64.random(in: 0 ... .max)])
  func randomBytes(seed: UInt64) throws {
    var state = seed
    let alphabet = Array("\",\r\n苏E8free plate,category,note".utf8)
    for _ in 0..<2_000 {
      var bytes = Array("plate,category,note\n".utf8)
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      do {
        let rows = try VehicleSheet(bytes, zone: Fixtures.shanghai).rows
        #expect(rows.count <= 40, "seed \(seed)")
      } catch {
        #expect(!error.problems.isEmpty, "seed \(seed)")
      }
    }
  }
}
