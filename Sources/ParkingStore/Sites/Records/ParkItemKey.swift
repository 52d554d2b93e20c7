/// The key of what has an id of its own within a park: a booth, a device, a terminal.
struct ParkItemKey: Hashable {
  let parkID: String
  let id: String

  /// `demo-in-1 of DEMO001`
  var name: String { "\(id) of \(parkID)" }
}
