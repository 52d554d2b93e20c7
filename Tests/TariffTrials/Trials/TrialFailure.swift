/// A property that did not hold, with all that is needed to see it again.
package struct TrialFailure: Error, CustomStringConvertible {
  /// What did not hold, for which stay and under which tariff.
  package let description: String
}
