public import Parking
internal import PostgreSQL

extension ParkingStore {
  /// The figures of a day by the park's clocks.
  public func figures(of park: ParkSettings, on date: CivilDate) throws -> DayFigures {
    let day = Day(park, date)
    return try database.withConnection { connection in
      let results = try connection.batch([day.counts, day.occupancy, day.income])
      var counts = try results[0].one().columns
      var income = try results[2].one().columns
      return DayFigures(
        entries: Int(try counts.next(Int64.self)), exits: Int(try counts.next(Int64.self)),
        manual: Int(try counts.next(Int64.self)), free: Int(try counts.next(Int64.self)),
        occupancy: try results[1].one().decode([Int64].self, at: 0).map { Int($0) },
        income: try income.next([Int64].self).map { Int($0) },
        takings: Takings(
          cash: try income.next(), wechat: try income.next(), alipay: try income.next(),
          other: try income.next()),
        stays: try counts.next([Int64].self).map { Int($0) })
    }
  }
}

/// The statements about one day.
private struct Day {
  let park: String
  let begin: Instant
  let end: Instant

  init(_ park: ParkSettings, _ date: CivilDate) {
    let zone = park.rules.timeZone
    self.park = park.parkSN
    begin = zone.instant(of: CivilDateTime(date: date, time: .midnight))
    end = zone.instant(of: CivilDateTime(date: date.advanced(byDays: 1), time: .midnight))
  }

  /// Stays that ended on the day or later, and those that go on; void ones never passed the barrier.
  private var visits: SQL {
    """
    visits as materialized (
      select enter_time, leave_time, pay_status, is_manual from parking.stay
      where park_sn = \(park) and leave_time >= \(begin) and outcome <> 'void'
        and (enter_time is null or enter_time < \(end))
      union all
      select enter_time, null, 0, false from parking.open_stay
      where park_sn = \(park) and enter_time < \(end))
    """
  }

  var counts: SQL {
    let bounds = DayFigures.lengths.map { Int64($0) * 60 }
    return """
      with \(visits),
      gone as (select *, extract(epoch from leave_time - enter_time)::bigint as seconds from visits
        where leave_time < \(end)),
      sized as (select n, count(gone.*) as number from generate_series(0, \(Int64(bounds.count))) n
        left join gone on gone.enter_time is not null
          and n = (select count(*) from unnest(\(bounds)) b where gone.seconds > b)
        group by n)
      select (select count(*) from visits where enter_time >= \(begin)), count(*),
        count(*) filter (where is_manual), count(*) filter (where pay_status = 2),
        (select array_agg(number order by n) from sized)
      from gone
      """
  }

  var occupancy: SQL {
    """
    with \(visits)
    select coalesce(array_agg((select count(*) from visits
        where enter_time <= slot and (leave_time is null or leave_time > slot)) order by slot), '{}')
    from generate_series(\(begin), least(\(end) - interval '30 minutes', clock_timestamp()),
      interval '30 minutes') slot
    """
  }

  var income: SQL {
    """
    with booked as (
      select case kind when 'payment' then amount else -amount end as amount, pay_method,
        floor(extract(epoch from booked_at - \(begin)) / 3600)::integer as hour
      from parking.payment
      where park_sn = \(park) and booked_at >= \(begin) and booked_at < \(end))
    select (select array_agg((select coalesce(sum(amount), 0)::bigint from booked where hour = n)
        order by n)
      from generate_series(0, 23) n),
      \(taken(.cash)), \(taken(.wechat)), \(taken(.alipay)), \(taken(.other))
    """
  }

  private func taken(_ method: PayMethod) -> SQL {
    "(select coalesce(sum(amount), 0)::bigint from booked where pay_method = \(method))"
  }
}
