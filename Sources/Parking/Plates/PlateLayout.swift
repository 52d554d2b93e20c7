/// One plate layout: its kind, and what may stand at each place of the normalised text.
struct PlateLayout: Sendable {
  /// What may stand at one place.
  enum Place: Sendable {
    /// One of the 31 provinces' characters.
    case province
    /// The issuing office, A–Z without I and O. Which letters a province uses changes: not checked.
    case office
    /// A serial character: I and O are never issued.
    case serial
    /// A digit, 0 to 9.
    case digit
    /// The new-energy letter: D A B C E pure electric, F G H J K not.
    case energy
    /// One of these characters.
    case one(of: String)
  }

  let kind: PlateKind
  let places: [Place]

  init(_ kind: PlateKind, _ places: [Place]...) {
    self.kind = kind
    self.places = Array(places.joined())
  }

  /// Whether each scalar of the normalised text may stand at its place.
  func matches(_ text: [Unicode.Scalar]) -> Bool {
    text.count == places.count && zip(text, places).allSatisfy { $1.admits($0) }
  }
}

extension PlateLayout {
  /// Every layout; the first that matches wins, new energy before civil.
  static let all: [PlateLayout] = [
    PlateLayout(.nevSmall, local, [.energy, .serial], digits(4)),
    PlateLayout(.nevLarge, local, digits(5), [.energy]),
    PlateLayout(.hkMacau, word("粤Z"), serials(4), [.one(of: "港澳")]),
    PlateLayout(.civil, local, serials(5)),
    PlateLayout(.trailer, local, serials(4), word("挂")),
    PlateLayout(.coach, local, serials(4), word("学")),
    PlateLayout(.police, local, serials(4), word("警")),
    PlateLayout(.test, local, serials(4), word("试")),
    PlateLayout(.oversize, local, serials(4), word("超")),
    PlateLayout(.consulate, [.province], digits(5), word("领")),
    PlateLayout(.consulate, local, serials(4), word("领")),
    PlateLayout(.embassy, digits(6), word("使")),
    PlateLayout(.armedPolice, word("WJ"), [.province], digits(4), service),
    PlateLayout(.armedPolice, word("WJ"), digits(4), service),
    PlateLayout(
      .military, [.one(of: "QVKHBSLJNGCEZ"), .one(of: "ABCDEFJKLMNPRSTVY")], digits(5)),
    PlateLayout(.aviation, word("民航"), serials(5)),
    PlateLayout(.emergency, [.province, .one(of: "XS")], serials(4), word("应急")),
    PlateLayout(.temporary, local, serials(4), word("临")),
    PlateLayout(.temporary, local, serials(5), word("临")),
    PlateLayout(.temporary, local, serials(6), word("临")),
  ]

  private static let local: [Place] = [.province, .office]
  /// Last place of an armed-police plate: a digit, or the branch of service.
  private static let service: [Place] = [.one(of: "0123456789TDSHBXJ")]

  private static func serials(_ count: Int) -> [Place] { Array(repeating: .serial, count: count) }
  private static func digits(_ count: Int) -> [Place] { Array(repeating: .digit, count: count) }
  private static func word(_ text: String) -> [Place] {
    text.unicodeScalars.map { .one(of: String($0)) }
  }
}

extension PlateLayout.Place {
  private static let provinces = Set(
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼".unicodeScalars)

  /// Whether the scalar may stand here.
  func admits(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .province: Self.provinces.contains(scalar)
    case .office: ("A"..."Z").contains(scalar) && scalar != "I" && scalar != "O"
    case .serial: Self.digit.admits(scalar) || Self.office.admits(scalar)
    case .digit: ("0"..."9").contains(scalar)
    case .energy: ("A"..."K").contains(scalar) && scalar != "I"
    case .one(let choices): choices.unicodeScalars.contains(scalar)
    }
  }
}
