import "std.bytes" as bytes
import "std.crypto" as crypto
import "std.list" as list

fn data(n :: Int) -> Bytes {
  bytes.concat_all(list.map(list.range(0, n), fn (i :: Int) -> Bytes { bytes.u8(i * 7) }))
}

fn hashes(n :: Int) -> List[Bytes] {
  let d := data(n)
  [crypto.sha256(d), crypto.sha512(d), crypto.md5(d), crypto.blake2b(d),
    crypto.keccak256(d), crypto.hmac_sha256(d, data(3)), crypto.hmac_sha512(d, data(3))]
}

fn texts(n :: Int) -> List[Str] {
  let d := data(n)
  [crypto.hex_encode(d), crypto.base64_encode(d), crypto.base64url_encode(d),
    crypto.base58_encode(d)]
}

fn str_hashes(s :: Str) -> List[Str] { [crypto.sha256_str(s), crypto.sha512_str(s)] }

fn base64(s :: Str) -> Result[Bytes, Str] { crypto.base64_decode(s) }

fn base64url(s :: Str) -> Result[Bytes, Str] { crypto.base64url_decode(s) }

fn base58(s :: Str) -> Result[Bytes, Str] { crypto.base58_decode(s) }

fn hex(s :: Str) -> Result[Bytes, Str] { crypto.hex_decode(s) }

fn encode58(b :: Bytes) -> Str { crypto.base58_encode(b) }

fn equal(a :: Str, b :: Str) -> List[Bool] {
  [crypto.eq_str(a, b), crypto.eq(bytes.from_str(a), bytes.from_str(b)),
    crypto.constant_time_eq(bytes.from_str(a), bytes.from_str(b))]
}

fn pbkdf2(iterations :: Int, length :: Int) -> Result[Bytes, Str] {
  crypto.pbkdf2_sha256(bytes.from_str("pw"), bytes.from_str("salt"), iterations, length)
}

fn hkdf(salt :: Str, length :: Int) -> Result[Bytes, Str] {
  crypto.hkdf_sha256(bytes.from_str("key"), bytes.from_str(salt), bytes.from_str("info"), length)
}

fn random(n :: Int) -> [random] Int { bytes.len(crypto.random(n)) }

fn random_hex(n :: Int) -> [random] Int {
  match crypto.hex_decode(crypto.random_str_hex(n)) {
    Ok(b) => bytes.len(b),
    Err(e) => 0 - 1,
  }
}
