/// Something that is done from time to time.
struct Chore {
  /// What it did.
  enum Outcome {
    /// Nothing is left to do; this many rows were touched.
    case done(Int)
    /// There is more of it; this many rows were touched so far.
    case more(Int)
  }

  /// Its name in the log.
  let name: String
  /// How many seconds lie between two times, unless there is more to do.
  let seconds: Int64
  /// Does a piece of it.
  let work: () throws -> Outcome
}
