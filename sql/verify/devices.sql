-- Verify gatehouse:devices

begin;
select device_event_id, park_sn, device_id, vendor, received_at, kind, content_type, size, body,
  capture_id, is_repeat, source, value
from parking.device_event where false;
rollback;
