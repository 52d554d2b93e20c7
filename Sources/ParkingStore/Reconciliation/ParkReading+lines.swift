internal import Parking
internal import PostgreSQL

extension ParkReading {
  /// The statement that keeps the report's lines.
  func lines(
    of result: Reconciliation, takenBack: Set<Int64>, readingID: Int64
  ) -> SQL {
    let taken = result.takenBack.filter { takenBack.contains($0.id) }
    let windows =
      result.lacking.map { ("added", $0) } + result.absent.map { ("absent", $0.leased) }
      + taken.map { ("taken_back", $0.leased) } + result.heldBack.map { ("held_back", $0.leased) }
    return """
      insert into lease_difference
        (reading_id, line, what, plate, window_date, start_time, end_time, note)
      select \(readingID), row_number() over (), l.* from (
        select what, nullif(plate, ''), window_date, start_time, end_time, null::text
        from unnest(\(windows.map(\.0)), \(windows.map { $0.1.plate ?? "" }),
          \(windows.map(\.1.window.date.sql)), \(windows.map(\.1.window.start.sql)),
          \(windows.map(\.1.window.end.sql))) w(what, plate, window_date, start_time, end_time)
        union all
        select 'unreadable', null, null, null, null, note from unnest(\(unreadable)) u(note)) l
      """
  }
}
