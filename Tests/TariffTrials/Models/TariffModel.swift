/// A random tariff as plain values: written as JSON for the engine, priced by `Walk` tick by tick.
///
/// All times are whole minutes, so that a walk by minutes is as exact as one by seconds.
struct TariffModel {
  struct Step {
    /// Minutes; nil for an endless step.
    var length: Int?
    /// Minutes; nil for a block.
    var unit: Int?
    var price: Int
  }

  struct Window {
    /// Minutes of the day; the end may be 1440, and less than the start over midnight.
    var hours: ClosedHours?
    /// 1 to 7; empty for every day.
    var weekdays: [Int] = []
    /// Nil for a free window.
    var steps: [Step]?
    var free: [Free] = []
    var caps: [Cap] = []
  }

  struct ClosedHours {
    var start: Int
    var end: Int
  }

  struct Free {
    var minutes: Int
    var isDeducted = false
    var isStrict = false
    var countsParked = false
    var ratesRun = false
    var per = "stay"
  }

  struct Cap {
    /// Fen, or minutes if `isTime`.
    var limits: [Int]
    var isTime = false
    var per: String
  }

  var windows: [Window] = []
  var isPlain = false
  var outsideIsFree = true
  var cycle: String?
  var count = "window"
  var sharesCount = false
  /// `up`, `down` or the dropped minutes.
  var rounding = "up"
  var free: [Free] = []
  var caps: [Cap] = []
  var feePercent: Int?
  var pricePercent: Int?

  /// Whether a longer stay may cost less.
  ///
  /// Time that a threshold of a window, day or cycle made free counts once the threshold is passed.
  /// It then uses up what windows share, a count or a cap of time, at its own low price, where
  /// before a dearer window used it (`docs/decisions/tariffs.md`).
  var mayDecrease: Bool {
    let ofParts =
      free.contains { !$0.isDeducted && $0.per != "stay" }
      || windows.contains { $0.free.contains { !$0.isDeducted } }
    let limitsTime = (caps + windows.flatMap(\.caps)).contains(where: \.isTime)
    return ofParts && (sharesCount || limitsTime)
  }
}
