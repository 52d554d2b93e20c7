import Foundation

/// A car on its way through the park.
struct SimulatedCar {
  /// What it does next.
  enum Step {
    case arrive
    case leave
  }

  /// Its plate.
  let plate: String
  /// When it does it.
  var time: Date
  /// What it does then.
  var step = Step.arrive
  /// Its entry is a stored event of so many minutes ago; nil: it enters now.
  let storedMinutes: Int?
  /// How often it has tried this step.
  var attempts = 0
}
