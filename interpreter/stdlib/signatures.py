"""The signatures of the standard library, one line per function.

Single capital letters are type variables, single small letters effect-row
variables; the names in ABBREVIATIONS stand for the types given there.  The
order of the modules and of the functions is the registry's order: module
records print in it.  A module is one polymorphic record, so variables are
numbered by their first occurrence in the module.  check/modules.py turns the
table into type schemes when it is imported.
"""

ABBREVIATIONS = [
    ('D', '{ coefficient :: Int, exponent :: Int }'),
    ('DT', '{ year :: Int, month :: Int, day :: Int, hour :: Int, minute :: Int, '
           'second :: Int, nano :: Int, tz_offset_minutes :: Int }'),
    ('OPTS', '{ http2 :: Bool, inline_vm :: Bool, host :: Str }'),
    ('H', '(Request) -> [e] Response'),
    ('M', '{ text :: Str, start :: Int, end :: Int, groups :: List[Str] }'),
]

SIGNATURES = """
io.print :: (Str) -> [io] Unit
io.read :: (Str) -> [io] Result[Str, Str]
io.write :: (Str, Str) -> [io] Result[Unit, Str]
io.readline :: () -> [io] Option[Str]
io.argv :: () -> [io] List[Str]

str.is_empty :: (Str) -> Bool
str.to_int :: (Str) -> Option[Int]
str.to_float :: (Str) -> Option[Float]
str.concat :: (Str, Str) -> Str
str.len :: (Str) -> Int
str.char_at :: (Str, Int) -> Str
str.split :: (Str, Str) -> List[Str]
str.join :: (List[Str], Str) -> Str
str.starts_with :: (Str, Str) -> Bool
str.ends_with :: (Str, Str) -> Bool
str.contains :: (Str, Str) -> Bool
str.cmp :: (Str, Str) -> Int
str.replace :: (Str, Str, Str) -> Str
str.trim :: (Str) -> Str
str.to_upper :: (Str) -> Str
str.to_lower :: (Str) -> Str
str.strip_prefix :: (Str, Str) -> Option[Str]
str.strip_suffix :: (Str, Str) -> Option[Str]
str.slice :: (Str, Int, Int) -> Str

int.to_str :: (Int) -> Str
int.to_float :: (Int) -> Float
int.abs :: (Int) -> Int
int.min :: (Int, Int) -> Int
int.max :: (Int, Int) -> Int

math.exp :: (Float) -> Float
math.log :: (Float) -> Float
math.log2 :: (Float) -> Float
math.log10 :: (Float) -> Float
math.sqrt :: (Float) -> Float
math.abs :: (Float) -> Float
math.sin :: (Float) -> Float
math.cos :: (Float) -> Float
math.tan :: (Float) -> Float
math.asin :: (Float) -> Float
math.acos :: (Float) -> Float
math.atan :: (Float) -> Float
math.floor :: (Float) -> Float
math.ceil :: (Float) -> Float
math.round :: (Float) -> Float
math.trunc :: (Float) -> Float
math.pow :: (Float, Float) -> Float
math.atan2 :: (Float, Float) -> Float
math.min :: (Float, Float) -> Float
math.max :: (Float, Float) -> Float
math.zeros :: (Int, Int) -> Matrix
math.ones :: (Int, Int) -> Matrix
math.from_lists :: (List[List[Float]]) -> Matrix
math.from_flat :: (Int, Int, List[Float]) -> Matrix
math.rows :: (Matrix) -> Int
math.cols :: (Matrix) -> Int
math.get :: (Matrix, Int, Int) -> Float
math.to_flat :: (Matrix) -> List[Float]
math.transpose :: (Matrix) -> Matrix
math.matmul :: (Matrix, Matrix) -> Matrix
math.scale :: (Float, Matrix) -> Matrix
math.add :: (Matrix, Matrix) -> Matrix
math.sub :: (Matrix, Matrix) -> Matrix
math.sigmoid :: (Matrix) -> Matrix

float.to_int :: (Float) -> Int
float.to_str :: (Float) -> Str

list.map :: (List[A], (A) -> [e] B) -> [e] List[B]
list.par_map :: (List[A], (A) -> [f] B) -> [f] List[B]
list.sort_by :: (List[A], (A) -> [g] B) -> [g] List[A]
list.filter :: (List[A], (A) -> [h] Bool) -> [h] List[A]
list.fold :: (List[A], B, (B, A) -> [i] B) -> [i] B
list.len :: (List[A]) -> Int
list.is_empty :: (List[A]) -> Bool
list.range :: (Int, Int) -> List[Int]
list.head :: (List[A]) -> Option[A]
list.tail :: (List[A]) -> List[A]
list.concat :: (List[A], List[A]) -> List[A]
list.reverse :: (List[A]) -> List[A]
list.cons :: (A, List[A]) -> List[A]
list.enumerate :: (List[A]) -> List[(Int, A)]

bytes.len :: (Bytes) -> Int
bytes.is_empty :: (Bytes) -> Bool
bytes.eq :: (Bytes, Bytes) -> Bool
bytes.from_str :: (Str) -> Bytes
bytes.to_str :: (Bytes) -> Result[Str, Str]
bytes.slice :: (Bytes, Int, Int) -> Bytes
bytes.concat :: (Bytes, Bytes) -> Bytes
bytes.concat_all :: (List[Bytes]) -> Bytes
bytes.u8 :: (Int) -> Bytes
bytes.u16_le :: (Int) -> Bytes
bytes.u32_le :: (Int) -> Bytes
bytes.u64_le :: (Int) -> Bytes
bytes.u8_at :: (Bytes, Int) -> Result[Int, Str]
bytes.u16_le_at :: (Bytes, Int) -> Result[Int, Str]
bytes.u32_le_at :: (Bytes, Int) -> Result[Int, Str]
bytes.u64_le_at :: (Bytes, Int) -> Result[Int, Str]

time.now :: () -> [time] Int
time.now_ms :: () -> [time] Int
time.now_str :: () -> [time] Str
time.mono_ns :: () -> [time] Int
time.sleep_ms :: (Int) -> [time] Unit
time.sleep :: (Duration) -> [time] Unit

rand.int_in :: (Int, Int) -> [random] Int

random.seed :: (Int) -> Rng
random.int :: (Rng, Int, Int) -> (Int, Rng)
random.float :: (Rng) -> (Float, Rng)
random.choose :: (Rng, List[A]) -> Option[(A, Rng)]

env.get :: (Str) -> [env] Option[Str]

net.get :: (Str) -> [net] Result[Str, Str]
net.post :: (Str, Str) -> [net] Result[Str, Str]
net.serve :: (Int, Str) -> [net] Unit
net.serve_tls :: (Int, Str, Str, Str) -> [net] Unit
net.serve_ws :: (Int, Str) -> [net] Unit
net.serve_ws_fn :: (Int, Str, (WsConn, WsMessage) -> [e] WsAction) -> [net, e] Unit
net.serve_ws_fn_auth :: (Int, Str, (Str, List[{ name :: Str, value :: Str }]) -> [e]
    Result[Unit, Str], (WsConn, WsMessage) -> [e] WsAction) -> [net, e] Unit
net.serve_ws_fn_actor :: (Int, Str, (WsConn) -> Str, (WsConn, WsMessage) -> [e]
    WsAction) -> [concurrent, net, e] Unit
net.dial_ws :: (Str, Str, () -> [e] WsAction, (WsMessage) -> [e] WsAction) -> [net,
    e] Result[Unit, Str]
net.dial_ws_actor :: (Str, Str, Str, () -> [e] WsAction, (WsMessage) -> [e]
    WsAction) -> [net, e] Result[Unit, Str]
net.serve_fn :: (Int, H) -> [net, e] Unit
net.serve_routed :: (Int, List[(Str, Str, H)], H) -> [net, e] Unit
net.default_opts :: () -> OPTS
net.serve_with :: (Int, Str, OPTS) -> [net] Unit
net.serve_fn_with :: (Int, H, OPTS) -> [net, e] Unit
net.serve_routed_with :: (Int, List[(Str, Str, H)], H, OPTS) -> [net, e] Unit
net.serve_quic :: (Int, TlsConfig, Str) -> [net] Unit
net.serve_quic_fn :: (Int, TlsConfig, H) -> [net, e] Unit
net.serve_quic_routed :: (Int, TlsConfig, List[(Str, Str, H)], H) -> [net, e] Unit

tls.from_pem_files :: (Str, Str) -> [fs_read] Result[TlsConfig, Str]
tls.self_signed :: (Str) -> Result[TlsConfig, Str]

chat.broadcast :: (Str, Str) -> [chat] Unit
chat.send :: (Int, Str) -> [chat] Bool

conc.spawn :: (A, (A, B) -> [e] (A, C)) -> [concurrent] Actor[A]
conc.ask :: (Actor[A], B) -> [concurrent] C
conc.tell :: (Actor[A], B) -> [concurrent] Unit
conc.register :: (Actor[A], Str) -> [concurrent] Result[Unit, ConcError]
conc.lookup :: (Str) -> [concurrent] Option[Actor[A]]
conc.unregister :: (Str) -> [concurrent] Result[Unit, ConcError]
conc.registered :: () -> [concurrent] List[Str]

arrow.from_int_columns :: (List[(Str, List[Int])]) -> Result[Table, Str]
arrow.from_float_columns :: (List[(Str, List[Float])]) -> Result[Table, Str]
arrow.from_str_columns :: (List[(Str, List[Str])]) -> Result[Table, Str]
arrow.nrows :: (Table) -> Int
arrow.ncols :: (Table) -> Int
arrow.col_names :: (Table) -> List[Str]
arrow.col_type :: (Table, Str) -> Option[Str]
arrow.col_sum_int :: (Table, Str) -> Result[Int, Str]
arrow.col_sum_float :: (Table, Str) -> Result[Float, Str]
arrow.col_mean :: (Table, Str) -> Result[Option[Float], Str]
arrow.col_min_int :: (Table, Str) -> Result[Option[Int], Str]
arrow.col_max_int :: (Table, Str) -> Result[Option[Int], Str]
arrow.col_count :: (Table, Str) -> Result[Int, Str]
arrow.head :: (Table, Int) -> Table
arrow.tail :: (Table, Int) -> Table
arrow.slice :: (Table, Int, Int) -> Table
arrow.select_cols :: (Table, List[Str]) -> Result[Table, Str]
arrow.drop_col :: (Table, Str) -> Result[Table, Str]
arrow.rename_col :: (Table, Str, Str) -> Result[Table, Str]
arrow.read_csv :: (Str) -> [fs_read] Result[Table, Str]
arrow.read_parquet :: (Str) -> [fs_read] Result[Table, Str]
arrow.read_parquet_cols :: (Str, List[Str]) -> [fs_read] Result[Table, Str]
arrow.write_parquet :: (Table, Str) -> [fs_write] Result[Unit, Str]
arrow.write_csv :: (Table, Str) -> [fs_write] Result[Unit, Str]

df.filter_eq_int :: (Table, Str, Int) -> Result[Table, Str]
df.filter_gt_int :: (Table, Str, Int) -> Result[Table, Str]
df.filter_lt_int :: (Table, Str, Int) -> Result[Table, Str]
df.filter_eq_str :: (Table, Str, Str) -> Result[Table, Str]
df.filter_in_str :: (Table, Str, List[Str]) -> Result[Table, Str]
df.filter_eq_float :: (Table, Str, Float) -> Result[Table, Str]
df.filter_lt_float :: (Table, Str, Float) -> Result[Table, Str]
df.filter_gt_float :: (Table, Str, Float) -> Result[Table, Str]
df.filter_isnull :: (Table, Str) -> Result[Table, Str]
df.filter_notnull :: (Table, Str) -> Result[Table, Str]
df.drop_nulls :: (Table, List[Str]) -> Result[Table, Str]
df.sort_by :: (Table, Str, Bool) -> Result[Table, Str]
df.group_by_agg :: (Table, List[Str], List[(Str, Str, Str)]) -> Result[Table, Str]
df.inner_join :: (Table, Table, Str) -> Result[Table, Str]
df.left_join :: (Table, Table, Str) -> Result[Table, Str]
df.cross_join :: (Table, Table) -> Result[Table, Str]

json.stringify :: (A) -> Str
json.parse :: (Str) -> Result[A, Str]
json.parse_strict :: (Str, List[Str]) -> Result[A, Str]

result.map :: (Result[A, B], (A) -> [e] C) -> [e] Result[C, B]
result.and_then :: (Result[A, B], (A) -> [f] Result[C, B]) -> [f] Result[C, B]
result.map_err :: (Result[A, B], (B) -> [g] C) -> [g] Result[A, C]
result.or_else :: (Result[A, B], (B) -> [h] Result[A, C]) -> [h] Result[A, C]
result.unwrap_or :: (Result[A, B], A) -> A
result.unwrap_or_else :: (Result[A, B], (B) -> [i] A) -> [i] A
result.is_ok :: (Result[A, B]) -> Bool
result.is_err :: (Result[A, B]) -> Bool

option.map :: (Option[A], (A) -> [e] B) -> [e] Option[B]
option.and_then :: (Option[A], (A) -> [f] Option[B]) -> [f] Option[B]
option.unwrap_or :: (Option[A], A) -> A
option.unwrap_or_else :: (Option[A], () -> [g] A) -> [g] A
option.or_else :: (Option[A], () -> [h] Option[A]) -> [h] Option[A]
option.is_some :: (Option[A]) -> Bool
option.is_none :: (Option[A]) -> Bool
option.ok_or :: (Option[A], B) -> Result[A, B]

tuple.fst :: ((A, B)) -> A
tuple.snd :: ((A, B)) -> B
tuple.third :: ((A, B, C)) -> C
tuple.len :: ((A, B)) -> Int

map.new :: () -> Map[A, B]
map.size :: (Map[A, B]) -> Int
map.has :: (Map[A, B], A) -> Bool
map.get :: (Map[A, B], A) -> Option[B]
map.set :: (Map[A, B], A, B) -> Map[A, B]
map.delete :: (Map[A, B], A) -> Map[A, B]
map.keys :: (Map[A, B]) -> List[A]
map.values :: (Map[A, B]) -> List[B]
map.entries :: (Map[A, B]) -> List[(A, B)]
map.from_list :: (List[(A, B)]) -> Map[A, B]
map.merge :: (Map[A, B], Map[A, B]) -> Map[A, B]
map.is_empty :: (Map[A, B]) -> Bool
map.fold :: (Map[A, B], C, (C, A, B) -> [e] C) -> [e] C

set.new :: () -> Set[A]
set.size :: (Set[A]) -> Int
set.has :: (Set[A], A) -> Bool
set.add :: (Set[A], A) -> Set[A]
set.delete :: (Set[A], A) -> Set[A]
set.to_list :: (Set[A]) -> List[A]
set.from_list :: (List[A]) -> Set[A]
set.union :: (Set[A], Set[A]) -> Set[A]
set.intersect :: (Set[A], Set[A]) -> Set[A]
set.diff :: (Set[A], Set[A]) -> Set[A]
set.is_empty :: (Set[A]) -> Bool
set.is_subset :: (Set[A], Set[A]) -> Bool

iter.from_list :: (List[A]) -> Iter[A]
iter.unfold :: (C, (C) -> [e] Option[(A, C)]) -> Iter[A]
iter.next :: (Iter[A]) -> Option[(A, Iter[A])]
iter.is_empty :: (Iter[A]) -> Bool
iter.count :: (Iter[A]) -> Int
iter.take :: (Iter[A], Int) -> Iter[A]
iter.skip :: (Iter[A], Int) -> Iter[A]
iter.to_list :: (Iter[A]) -> List[A]
iter.collect :: (Iter[A]) -> List[A]
iter.map :: (Iter[A], (A) -> [f] B) -> [f] Iter[B]
iter.filter :: (Iter[A], (A) -> [g] Bool) -> [g] Iter[A]
iter.fold :: (Iter[A], B, (B, A) -> [f] B) -> [f] B

flow.sequential :: ((A) -> B, (B) -> C) -> (A) -> C
flow.branch :: ((A) -> Bool, (A) -> B, (A) -> B) -> (A) -> B
flow.retry :: ((A) -> [e] Result[B, C], Int) -> (A) -> [e] Result[B, C]
flow.retry_with_backoff :: ((A) -> [e] Result[B, C], Int, Int) -> (A) -> [time, e]
    Result[B, C]
flow.parallel :: (() -> A, () -> B) -> () -> (A, B)
flow.parallel_list :: (List[() -> A]) -> List[A]

crypto.sha256 :: (Bytes) -> Bytes
crypto.sha512 :: (Bytes) -> Bytes
crypto.md5 :: (Bytes) -> Bytes
crypto.blake2b :: (Bytes) -> Bytes
crypto.sha256_str :: (Str) -> Str
crypto.sha512_str :: (Str) -> Str
crypto.hmac_sha256 :: (Bytes, Bytes) -> Bytes
crypto.hmac_sha512 :: (Bytes, Bytes) -> Bytes
crypto.ed25519_public_key :: (Bytes) -> Result[Bytes, Str]
crypto.ed25519_sign :: (Bytes, Bytes) -> Result[Bytes, Str]
crypto.ed25519_verify :: (Bytes, Bytes, Bytes) -> Bool
crypto.ed25519_is_valid_point :: (Bytes) -> Bool
crypto.p256_generate :: () -> [random] Result[Bytes, Str]
crypto.p256_public_key :: (Bytes) -> Result[Bytes, Str]
crypto.p256_sign :: (Bytes, Bytes) -> Result[Bytes, Str]
crypto.p256_verify :: (Bytes, Bytes, Bytes) -> Bool
crypto.keccak256 :: (Bytes) -> Bytes
crypto.secp256k1_generate :: () -> [random] Result[Bytes, Str]
crypto.secp256k1_public_key :: (Bytes) -> Result[Bytes, Str]
crypto.secp256k1_sign_digest :: (Bytes, Bytes) -> Result[Bytes, Str]
crypto.secp256k1_recover :: (Bytes, Bytes) -> Result[Bytes, Str]
crypto.secp256k1_verify :: (Bytes, Bytes, Bytes) -> Bool
crypto.base64_encode :: (Bytes) -> Str
crypto.base64_decode :: (Str) -> Result[Bytes, Str]
crypto.base64url_encode :: (Bytes) -> Str
crypto.base64url_decode :: (Str) -> Result[Bytes, Str]
crypto.hex_encode :: (Bytes) -> Str
crypto.hex_decode :: (Str) -> Result[Bytes, Str]
crypto.base58_encode :: (Bytes) -> Str
crypto.base58_decode :: (Str) -> Result[Bytes, Str]
crypto.constant_time_eq :: (Bytes, Bytes) -> Bool
crypto.eq :: (Bytes, Bytes) -> Bool
crypto.eq_str :: (Str, Str) -> Bool
crypto.random :: (Int) -> [random] Bytes
crypto.random_str_hex :: (Int) -> [random] Str
crypto.aes_gcm_seal :: (Bytes, Bytes, Bytes, Bytes) -> Result[AeadResult, Str]
crypto.chacha20_poly1305_seal :: (Bytes, Bytes, Bytes, Bytes) -> Result[AeadResult, Str]
crypto.aes_gcm_open :: (Bytes, Bytes, Bytes, Bytes, Bytes) -> Result[Bytes, Str]
crypto.chacha20_poly1305_open :: (Bytes, Bytes, Bytes, Bytes, Bytes) ->
    Result[Bytes, Str]
crypto.pbkdf2_sha256 :: (Bytes, Bytes, Int, Int) -> Result[Bytes, Str]
crypto.hkdf_sha256 :: (Bytes, Bytes, Bytes, Int) -> Result[Bytes, Str]
crypto.argon2id :: (Bytes, Bytes, Int, Int, Int) -> Result[Bytes, Str]

deque.new :: () -> Deque[A]
deque.size :: (Deque[A]) -> Int
deque.is_empty :: (Deque[A]) -> Bool
deque.push_back :: (Deque[A], A) -> Deque[A]
deque.push_front :: (Deque[A], A) -> Deque[A]
deque.pop_back :: (Deque[A]) -> Option[(A, Deque[A])]
deque.pop_front :: (Deque[A]) -> Option[(A, Deque[A])]
deque.peek_back :: (Deque[A]) -> Option[A]
deque.peek_front :: (Deque[A]) -> Option[A]
deque.from_list :: (List[A]) -> Deque[A]
deque.to_list :: (Deque[A]) -> List[A]

log.debug :: (Str) -> [log] Unit
log.info :: (Str) -> [log] Unit
log.warn :: (Str) -> [log] Unit
log.error :: (Str) -> [log] Unit
log.set_level :: (Str) -> [io] Result[Unit, Str]
log.set_format :: (Str) -> [io] Result[Unit, Str]
log.set_sink :: (Str) -> [fs_write, io] Result[Unit, Str]

datetime.now :: () -> [time] Instant
datetime.parse_iso :: (Str) -> Result[Instant, Str]
datetime.format_iso :: (Instant) -> Str
datetime.parse :: (Str, Str) -> Result[Instant, Str]
datetime.format :: (Instant, Str) -> Str
datetime.to_components :: (Instant, Tz) -> Result[DT, Str]
datetime.from_components :: (DT) -> Result[Instant, Str]
datetime.add :: (Instant, Duration) -> Instant
datetime.diff :: (Instant, Instant) -> Duration
datetime.duration_seconds :: (Float) -> Duration
datetime.duration_minutes :: (Int) -> Duration
datetime.duration_days :: (Int) -> Duration
datetime.before :: (Instant, Instant) -> Bool
datetime.after :: (Instant, Instant) -> Bool
datetime.compare :: (Instant, Instant) -> Int

duration.millis :: (Duration) -> Int
duration.seconds :: (Duration) -> Int
duration.minutes :: (Duration) -> Int
duration.hours :: (Duration) -> Int
duration.days :: (Duration) -> Int

approval.request :: (Str, Str) -> [approval] Result[Str, Str]

process.spawn :: (Str, List[Str], { cwd :: Option[Str], env :: Map[Str, Str], stdin
    :: Option[Bytes] }) -> [proc] Result[ProcessHandle, Str]
process.read_stdout_line :: (ProcessHandle) -> [proc] Option[Str]
process.read_stderr_line :: (ProcessHandle) -> [proc] Option[Str]
process.wait :: (ProcessHandle) -> [proc] { code :: Int, signaled :: Bool }
process.kill :: (ProcessHandle, Str) -> [proc] Result[Unit, Str]
process.run :: (Str, List[Str]) -> [proc] Result[{ stdout :: Str, stderr :: Str,
    exit_code :: Int }, Str]

fs.exists :: (Str) -> [fs_walk] Bool
fs.is_file :: (Str) -> [fs_walk] Bool
fs.is_dir :: (Str) -> [fs_walk] Bool
fs.stat :: (Str) -> [fs_walk] Result[{ size :: Int, mtime :: Int, is_dir :: Bool,
    is_file :: Bool }, Str]
fs.list_dir :: (Str) -> [fs_walk] Result[List[Str], Str]
fs.walk :: (Str) -> [fs_walk] Result[List[Str], Str]
fs.glob :: (Str) -> [fs_walk] Result[List[Str], Str]
fs.mkdir_p :: (Str) -> [fs_write] Result[Unit, Str]
fs.remove :: (Str) -> [fs_write] Result[Unit, Str]
fs.copy :: (Str, Str) -> [fs_walk, fs_write] Result[Unit, Str]

kv.open :: (Str) -> [fs_write, kv] Result[Kv, Str]
kv.close :: (Kv) -> [kv] Unit
kv.get :: (Kv, Str) -> [kv] Option[Bytes]
kv.put :: (Kv, Str, Bytes) -> [kv] Result[Unit, Str]
kv.delete :: (Kv, Str) -> [kv] Result[Unit, Str]
kv.contains :: (Kv, Str) -> [kv] Bool
kv.list_prefix :: (Kv, Str) -> [kv] List[Str]

vcs.put_blob :: (Str) -> [fs_write, vcs] Result[Str, Str]
vcs.get_blob :: (Str) -> [fs_read, vcs] Result[Str, Str]
vcs.has_blob :: (Str) -> [fs_read, vcs] Bool
vcs.ref_set :: (Str, Str, Str) -> [fs_write, vcs] Result[Unit, Str]
vcs.ref_get :: (Str, Str) -> [fs_read, vcs] Result[Str, Str]

sql.open :: (Str) -> [fs_write, sql] Result[Db, SqlError]
sql.close :: (Db) -> [sql] Unit
sql.exec :: (Db, Str, List[SqlParam]) -> [sql] Result[Int, SqlError]
sql.query :: (Db, Str, List[SqlParam]) -> [sql] Result[List[A], SqlError]
sql.query_iter :: (Db, Str, List[SqlParam]) -> [sql] Result[Iter[A], SqlError]
sql.begin :: (Db) -> [sql] Result[SqlTx, SqlError]
sql.commit :: (SqlTx) -> [sql] Result[Unit, SqlError]
sql.rollback :: (SqlTx) -> [sql] Result[Unit, SqlError]
sql.exec_tx :: (SqlTx, Str, List[SqlParam]) -> [sql] Result[Int, SqlError]
sql.query_tx :: (SqlTx, Str, List[SqlParam]) -> [sql] Result[List[A], SqlError]
sql.get_str :: (A, Str) -> Option[Str]
sql.get_int :: (A, Str) -> Option[Int]
sql.get_float :: (A, Str) -> Option[Float]
sql.get_bool :: (A, Str) -> Option[Bool]

redis.connect :: (Str) -> [net] Result[ConnRedis, Str]
redis.close :: (ConnRedis) -> [net] Unit
redis.get :: (ConnRedis, Str) -> [net] Option[Str]
redis.set :: (ConnRedis, Str, Str) -> [net] Unit
redis.set_ex :: (ConnRedis, Str, Str, Int) -> [net] Unit
redis.del :: (ConnRedis, Str) -> [net] Unit
redis.exists :: (ConnRedis, Str) -> [net] Bool
redis.expire :: (ConnRedis, Str, Int) -> [net] Unit
redis.publish :: (ConnRedis, Str, Str) -> [net] Int
redis.subscribe :: (ConnRedis, Str, (Str, Str) -> [e] Unit) -> [net] Unit
redis.psubscribe :: (ConnRedis, Str, (Str, Str, Str) -> [f] Unit) -> [net] Unit
redis.lpush :: (ConnRedis, Str, Str) -> [net] Int
redis.rpush :: (ConnRedis, Str, Str) -> [net] Int
redis.brpop :: (ConnRedis, Str, Int) -> [net] Option[Str]
redis.llen :: (ConnRedis, Str) -> [net] Int
redis.hset :: (ConnRedis, Str, Str, Str) -> [net] Unit
redis.hget :: (ConnRedis, Str, Str) -> [net] Option[Str]
redis.hdel :: (ConnRedis, Str, Str) -> [net] Unit
redis.hgetall :: (ConnRedis, Str) -> [net] List[(Str, Str)]

parser.char :: (Str) -> Parser[Str]
parser.string :: (Str) -> Parser[Str]
parser.digit :: () -> Parser[Str]
parser.alpha :: () -> Parser[Str]
parser.whitespace :: () -> Parser[Str]
parser.eof :: () -> Parser[Unit]
parser.seq :: (Parser[A], Parser[B]) -> Parser[(A, B)]
parser.alt :: (Parser[A], Parser[A]) -> Parser[A]
parser.many :: (Parser[A]) -> Parser[List[A]]
parser.optional :: (Parser[A]) -> Parser[Option[A]]
parser.map :: (Parser[A], (A) -> [e] B) -> [e] Parser[B]
parser.and_then :: (Parser[A], (A) -> [f] Parser[B]) -> [f] Parser[B]
parser.run :: (Parser[A], Str) -> Result[A, { pos :: Int, message :: Str }]

cli.flag :: (Str, Option[Str], Str) -> Json
cli.option :: (Str, Option[Str], Str, Option[Str]) -> Json
cli.positional :: (Str, Str, Bool) -> Json
cli.spec :: (Str, Str, List[Json], List[Json]) -> Json
cli.parse :: (Json, List[Str]) -> Result[Json, Str]
cli.envelope :: (Bool, Str, A) -> Json
cli.describe :: (Json) -> Json
cli.help :: (Json) -> Str

regex.compile :: (Str) -> Result[Regex, Str]
regex.is_match :: (Regex, Str) -> Bool
regex.is_match_str :: (Str, Str) -> Bool
regex.find :: (Regex, Str) -> Option[M]
regex.find_all :: (Regex, Str) -> List[M]
regex.replace :: (Regex, Str, Str) -> Str
regex.replace_all :: (Regex, Str, Str) -> Str
regex.split :: (Regex, Str) -> List[Str]

http.send :: (HttpRequest) -> [net] Result[HttpResponse, HttpError]
http.get :: (Str) -> [net] Result[HttpResponse, HttpError]
http.post :: (Str, Bytes, Str) -> [net] Result[HttpResponse, HttpError]
http.with_header :: (HttpRequest, Str, Str) -> HttpRequest
http.with_auth :: (HttpRequest, Str, Str) -> HttpRequest
http.with_query :: (HttpRequest, Map[Str, Str]) -> HttpRequest
http.with_timeout_ms :: (HttpRequest, Int) -> HttpRequest
http.json_body :: (HttpResponse) -> Result[A, HttpError]
http.text_body :: (HttpResponse) -> Result[Str, HttpError]
http.stream_lines :: (Str, Map[Str, Str], Str) -> [net] Result[Stream[Str], Str]

yaml.parse :: (Str) -> Result[A, Str]
yaml.parse_strict :: (Str, List[Str]) -> Result[A, Str]
yaml.stringify :: (A) -> Result[Str, Str]

dotenv.parse :: (Str) -> Result[Map[Str, Str], Str]

csv.parse :: (Str) -> Result[List[List[Str]], Str]
csv.stringify :: (List[List[Str]]) -> Result[Str, Str]

test.assert_eq :: (A, A) -> Result[Unit, Str]
test.assert_ne :: (A, A) -> Result[Unit, Str]
test.assert_true :: (Bool) -> Result[Unit, Str]
test.assert_false :: (Bool) -> Result[Unit, Str]

toml.parse :: (Str) -> Result[A, Str]
toml.parse_strict :: (Str, List[Str]) -> Result[A, Str]
toml.stringify :: (A) -> Result[Str, Str]

agent.local_complete :: (Str) -> [llm_local] Result[Str, Str]
agent.cloud_complete :: (Str) -> [llm_cloud] Result[Str, Str]
agent.send_a2a :: (Str, Str) -> [a2a] Result[Str, Str]
agent.call_mcp :: (Str, Str, Str) -> [mcp] Result[Str, Str]
agent.cloud_stream :: (Str) -> [llm_cloud] Result[Stream[Str], Str]

stream.next :: (Stream[A]) -> [stream] Option[A]
stream.collect :: (Stream[A]) -> [stream] List[A]

decimal.decimal :: (Int, Int) -> D
decimal.zero :: () -> D
decimal.one :: () -> D
decimal.from_int :: (Int) -> D
decimal.add :: (D, D) -> D
decimal.sub :: (D, D) -> D
decimal.mul :: (D, D) -> D
decimal.compare :: (D, D) -> Int
decimal.is_zero :: (D) -> Bool
decimal.is_positive :: (D) -> Bool
decimal.is_negative :: (D) -> Bool
decimal.normalize :: (D) -> D
decimal.negate :: (D) -> D
decimal.abs :: (D) -> D
decimal.round_to :: (D, Int, Str) -> D
decimal.to_str :: (D) -> Str
decimal.pow10 :: (Int) -> Int

moe.pin :: (Str) -> [moe] Unit
moe.unpin :: (Str) -> [moe] Unit
moe.prefetch_hint :: (List[Str]) -> [moe] Int
moe.usage_snapshot :: () -> [moe] List[{ hash :: Str, size :: Int, temp :: Float,
    hits :: Int, loads :: Int }]
moe.stats :: () -> [moe] { hits :: Int, misses :: Int, prefetched :: Int, evictions
    :: Int, resident_bytes :: Int }
"""
