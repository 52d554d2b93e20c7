public import PostgreSQL

/// Two parks like those of the demo, inserted by plain SQL: DEMO001 lets temporary vehicles in at
/// once, DEMO002 lets them wait.
public enum TestPark {
  /// Fills a database that has the schema and nothing else, as its superuser.
  public static func insert(into connection: Connection) throws {
    try connection.run(script: organisation)
    try connection.run(script: places)
    try connection.run(script: people)
  }

  private static let organisation: SQL = """
    insert into parking.operator values ('demo', '示范停车运营'), ('rival', '另一家');
    insert into parking.tariff values ('demo', 'demo');
    insert into parking.tariff_version
        (operator_id, tariff_id, version, valid_from, document, digest)
      select 'demo', 'demo', 1, '-infinity', document, sha256(convert_to(document, 'UTF8'))
      from (values ('{"tariff":"demo","currency":"CNY","free":{"for":"30 min"},"cycle":"24 h",
        "rates":[{"for":"1 h","price":500},{"each":"30 min","price":200}],
        "caps":[{"at_most":4000,"per":"cycle"}],"after_payment":{"grace":"15 min"}}')) t(document);
    insert into parking.park
        (park_sn, operator_id, park_name, places, temporary_entry, tariff_id)
      values ('DEMO001', 'demo', '示范停车场', 50, 'open', 'demo'),
        ('DEMO002', 'demo', '示范二号停车场', 20, 'wait', 'demo'),
        ('RIVAL01', 'rival', '另一停车场', 20, 'wait', null);
    insert into parking.trusted_network
      values ('DEMO001', '127.0.0.0/8'), ('DEMO001', '::1/128'), ('DEMO002', '127.0.0.0/8');
    """

  private static let places: SQL = """
    insert into parking.booth (park_sn, booth_id, booth_name, direction, video_url, position)
      values ('DEMO001', 'demo-in-1', '东门入口', 'enter', 'rtsp://10.0.0.1/1', 1),
        ('DEMO001', 'demo-in-2', '西门入口', 'enter', '', 2),
        ('DEMO001', 'demo-out-1', '东门出口', 'exit', '', 3),
        ('DEMO001', 'demo-out-2', '西门出口', 'exit', '', 4),
        ('DEMO002', 'demo2-in-1', '入口', 'enter', '', 1),
        ('DEMO002', 'demo2-out-1', '出口', 'exit', '', 2);
    insert into parking.device (park_sn, device_id, booth_id, token_digest)
      select park_sn, booth_id, booth_id, sha256(convert_to(booth_id || '-camera', 'UTF8'))
      from parking.booth;
    insert into parking.vehicle (park_sn, plate, category, valid_from, valid_until, source)
      select park_sn, plate, category, valid_from, valid_until, 'site'
      from (values ('DEMO001'), ('DEMO002')) p(park_sn),
        (values ('苏E10001', 1, timestamptz '2026-01-01 00:00+08', timestamptz '2036-01-01 00:00+08'),
          ('苏E10002', 2, '-infinity', 'infinity'), ('苏E10003', 3, '-infinity', 'infinity'))
        v(plate, category, valid_from, valid_until);
    """

  private static let people: SQL = """
    insert into parking.account (login, display_name, operator_id, role, password_hash)
      select login, name, operator, role, parking.crypt('demo-gatehouse', parking.gen_salt('bf', 4))
      from (values ('demo', '王小明', 'demo', 'attendant'), ('demo-2', '李小红', 'demo', 'attendant'),
        ('demo-operator', '运营员', 'demo', 'operator'), ('rival', '外人', 'rival', 'operator'),
        ('demo-supervisor', '主管', 'demo', 'supervisor'))
        a(login, name, operator, role);
    insert into parking.account_park
      select account_id, 'DEMO001' from parking.account where role in ('attendant', 'supervisor');
    insert into parking.session (token_digest, account_id, expires_at)
      select sha256(convert_to(login || '-session', 'UTF8')), account_id, now() + interval '1 hour'
      from parking.account;
    insert into parking.terminal (park_sn, terminal_id, token_digest)
      values ('DEMO001', 'terminal-1', sha256('terminal-1-token'));
    """
}
