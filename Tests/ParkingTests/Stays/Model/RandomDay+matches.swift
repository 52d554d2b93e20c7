import Parking
import TariffTrials

/// Presses about vehicles that no camera knew.
extension RandomDay {
  /// The attendant chooses a stay for what stands at an exit.
  mutating func match(_ boothID: String) throws {
    let inside = world.open.values.filter { $0.enterTime != nil }.map(\.stayID).sorted()
    let gone = world.finished.suffix(1).map(\.stay.stayID)
    guard let stayID = (inside + gone).randomElement(using: &random) else { return }
    let known = numbers[stayID]
    tell("\(known?.plate ?? "") chosen at \(boothID)")
    let outcome = try outcome { try $0.match(stayID, at: boothID).actions }
    compare(
      outcome, model.match(known?.plate ?? "", stay: known?.number ?? 0, at: boothID))
  }

  /// The attendant types a plate or a ticket at an exit.
  mutating func type(_ plate: String, _ boothID: String) throws {
    tell("\(plate) typed at \(boothID)")
    let outcome = try outcome { try $0.type(plate, at: boothID).actions }
    compare(outcome, model.typed(plate, at: boothID))
  }

  /// The attendant lets a vehicle without a plate in.
  mutating func letInByTicket(_ boothID: String) throws {
    tell("ticket at \(boothID)")
    var key: String?
    let outcome = try outcome { world in
      key = try world.letInByTicket(at: boothID).ticket.key
      return []
    }
    if let key, !tickets.contains(key) { tickets.append(key) }
    compare(outcome, model.letInByTicket(key, at: boothID))
  }

  /// The attendant says that the newest vehicle turned back.
  mutating func cancel(_ boothID: String) throws {
    // Of a vehicle the model knows what happened last, here or elsewhere.
    guard let front = world.front(boothID) else { return }
    if let plate = front.plate {
      let last = world.situation(at: boothID, plate: plate).last
      guard last?.arrivalID == front.arrivalID else { return }
    }
    tell("cancelled at \(boothID)")
    let outcome = try outcome { try $0.cancel(at: boothID) }
    compare(outcome, model.cancel(at: boothID))
  }
}
