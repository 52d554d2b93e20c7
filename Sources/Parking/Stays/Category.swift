/// How a vehicle is charged, decided by the registry when it enters (`car_fee_type`).
///
/// The document's 4 means "all" in a filter and is no category.
public enum Category: Int, Sendable, CaseIterable {
  case temporary = 0
  case monthly = 1
  case free = 2
  case blacklisted = 3
}
