import Parking
import Testing

@Suite("The review list")
struct ReviewTests {
  @Test("Every entry has a suggestion and ways to resolve it", arguments: ReviewReason.allCases)
  func complete(reason: ReviewReason) {
    #expect(!reason.suggestion.isEmpty && reason.resolutions.contains(.confirmed))
  }

  @Test("A supervisor alone gives money up or ends a stay", arguments: ReviewResolution.allCases)
  func supervisor(resolution: ReviewResolution) throws {
    let reason = try #require(ReviewReason.allCases.first { $0.resolutions.contains(resolution) })
    let item = ReviewItem(reason: reason, resolution: nil)
    #expect(try item.resolving(as: resolution, isSupervisor: true))
    guard [.waived, .closed].contains(resolution) else {
      #expect(try item.resolving(as: resolution, isSupervisor: false))
      return
    }
    #expect(throws: ReviewRefusal.needsSupervisor) {
      try item.resolving(as: resolution, isSupervisor: false)
    }
  }

  @Test("It is resolved once: the same again changes nothing, another way is refused")
  func once() throws {
    let item = ReviewItem(reason: .manualRelease, resolution: .collected)
    #expect(try !item.resolving(as: .collected, isSupervisor: false))
    #expect(throws: ReviewRefusal.alreadyResolved) {
      try item.resolving(as: .mistake, isSupervisor: false)
    }
    #expect(throws: ReviewRefusal.notApplicable) {
      try item.resolving(as: .closed, isSupervisor: true)
    }
  }

  @Test("A barrier that opens by a doubtful plate is on it, once for an arrival")
  func doubtful() throws {
    var world = World()
    try world.read(World.car, at: "in-1", confidence: 599)
    try world.read(World.car, at: "in-1", confidence: 400)
    try world.read(World.other, at: "in-2", confidence: 600)
    #expect(world.reasons == [.lowConfidence])
    try world.read(World.other, at: "out-1", confidence: 100)
    #expect(world.reasons == [.lowConfidence, .lowConfidence])
  }
}
