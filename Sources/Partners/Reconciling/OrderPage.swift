internal import HTTP
internal import Parking

/// A page of a partner's `lease/order`.
struct OrderPage: Equatable {
  /// What was understood.
  let windows: [LeasedWindow]
  /// What was not, each with its place on the page and the reason. Values are not repeated.
  let unreadable: [String]

  /// Reads `data`; nil when it is no array.
  init?(_ data: JSON) {
    guard let elements = data.elements else { return nil }
    var windows: [LeasedWindow] = []
    var unreadable: [String] = []
    for (index, element) in elements.enumerated() {
      do {
        windows.append(try Self.window(element))
      } catch {
        unreadable.append("entry \(index + 1): \(error.reason)")
      }
    }
    self.windows = windows
    self.unreadable = unreadable
  }

  /// How many entries the page had.
  var count: Int { windows.count + unreadable.count }

  private struct Unreadable: Error {
    let reason: String
  }

  private static func window(_ element: JSON) throws(Unreadable) -> LeasedWindow {
    guard element.members != nil else { throw Unreadable(reason: "no object") }
    let window: LeaseWindow
    do {
      window = try LeaseWindow(
        date: element["date"]?.string ?? "", start: element["start_time"]?.string ?? "",
        end: element["end_time"]?.string ?? "")
    } catch {
      switch error {
      case .date: throw Unreadable(reason: "date")
      case .startTime: throw Unreadable(reason: "start_time")
      case .endTime: throw Unreadable(reason: "end_time")
      }
    }
    return LeasedWindow(plate: try plate(element["car_plate_no"]), window: window)
  }

  private static func plate(_ value: JSON?) throws(Unreadable) -> String? {
    guard let value, value != .null, value != .string("") else { return nil }
    guard let text = value.string, let key = (try? Plate.validated(text))?.key else {
      throw Unreadable(reason: "car_plate_no")
    }
    return key
  }
}
