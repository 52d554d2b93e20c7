-- Verify gatehouse:domains

begin;
select 'demo-in-1'::parking.identifier, '苏E88888'::parking.plate, 0::parking.fen,
       3::parking.category, 'disabled resident'::parking.words, 'Asia/Shanghai'::parking.time_zone,
       sha256('')::parking.digest;
rollback;
