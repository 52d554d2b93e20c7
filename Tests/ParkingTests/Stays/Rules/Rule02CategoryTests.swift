import Parking
import Testing

@Suite("Rule 2: categories")
struct Rule02CategoryTests {
  /// What the registry holds, and what counts.
  static let orders: [([Parking.Category], Parking.Category)] = [
    ([], .temporary), ([.monthly], .monthly), ([.free], .free), ([.blacklisted], .blacklisted),
    ([.monthly, .free], .free), ([.free, .blacklisted], .blacklisted),
    ([.monthly, .blacklisted], .blacklisted), ([.monthly, .free, .blacklisted], .blacklisted),
  ]

  @Test("Blacklisted comes before free before monthly before temporary", arguments: orders)
  func order(held: [Parking.Category], category: Parking.Category) {
    let always = Interval(start: World.noon, end: World.noon.advanced(bySeconds: 1))
    for list in [held, held.reversed()] {
      let registrations = list.map { Registration(category: $0, validity: always) }
      #expect(Parking.Category(of: registrations, at: World.noon) == category)
    }
  }

  @Test("A card holds from its first instant to before its last", arguments: [-1, 0, 59, 60, 61])
  func validity(second: Int64) {
    let card = Registration(
      category: .monthly,
      validity: Interval(start: World.noon, end: World.noon.advanced(bySeconds: 60)))
    let category = Parking.Category(of: [card], at: World.noon.advanced(bySeconds: second))
    #expect(category == (0..<60 ~= second ? .monthly : .temporary))
  }

  @Test("Someone blacklisted while inside is charged as before and never held")
  func blacklistedInside() throws {
    var world = World()
    try world.read(World.car, at: "in-1")
    world.register(World.car, .blacklisted)
    world.pass(minutes: 67)
    try world.read(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    #expect(stay.category == .temporary)
    #expect(stay.settlement?.fee.total == Money(fen: 700))
    try world.pay(stay.stayID, 700, at: "out-1")
    #expect(world.openings(at: "out-1") == 1)
  }

  @Test("The category is the one at entry, and a card bought inside makes only its time free")
  func fixedAtEntry() throws {
    var world = World()
    try world.read(World.car, at: "in-1")
    world.register(World.car, .monthly, from: World.noon.advanced(bySeconds: 60 * 60))
    world.pass(minutes: 300)
    try world.read(World.car, at: "out-1")
    let stay = try #require(world.due("out-1"))
    #expect(stay.category == .temporary)
    #expect(stay.settlement?.fee.total == Money(fen: 500))
  }

  @Test("A card that ends inside leaves the rest of the stay to pay")
  func cardEnds() throws {
    var world = World()
    world.register(World.car, .monthly, until: World.noon.advanced(bySeconds: 3_600))
    #expect(try world.read(World.car, at: "in-1").reply.category == .monthly)
    world.pass(minutes: 60 + 67)
    try world.read(World.car, at: "out-1")
    #expect(world.due("out-1")?.settlement?.fee.total == Money(fen: 700))
  }
}
