extension PlateKind {
  /// Whether vehicles with such plates run on new energy.
  public var isNewEnergy: Bool { self == .nevSmall || self == .nevLarge }

  /// The class of vehicles with such plates, as tariffs call it, `small` or `large`; nil where the
  /// plate does not tell (GA 36-2018: large vehicles have yellow plates, small ones blue).
  ///
  /// - Parameter color: the plate's colour as a camera saw it: `blue`, `yellow`…; empty if it did not.
  public func vehicleClass(color: String) -> String? {
    switch (self, color) {
    case (.nevLarge, _), (.trailer, _), (.civil, "yellow"): "large"
    case (.nevSmall, _), (.civil, "blue"): "small"
    default: nil
    }
  }
}
