import "std.bytes" as bytes
import "std.crypto" as crypto

fn ed25519_public_key(seed :: Bytes) -> Result[Bytes, Str] { crypto.ed25519_public_key(seed) }

fn ed25519_sign(seed :: Bytes, text :: Str) -> Result[Bytes, Str] {
  crypto.ed25519_sign(seed, bytes.from_str(text))
}

fn ed25519_verify(public :: Bytes, text :: Str, signature :: Bytes) -> Bool {
  crypto.ed25519_verify(public, bytes.from_str(text), signature)
}

fn ed25519_point(public :: Bytes) -> Bool { crypto.ed25519_is_valid_point(public) }

fn p256_public_key(secret :: Bytes) -> Result[Bytes, Str] { crypto.p256_public_key(secret) }

fn p256_sign(secret :: Bytes, text :: Str) -> Result[Bytes, Str] {
  crypto.p256_sign(secret, bytes.from_str(text))
}

fn p256_verify(public :: Bytes, text :: Str, signature :: Bytes) -> Bool {
  crypto.p256_verify(public, bytes.from_str(text), signature)
}

fn k1_public_key(secret :: Bytes) -> Result[Bytes, Str] { crypto.secp256k1_public_key(secret) }

fn k1_sign(secret :: Bytes, digest :: Bytes) -> Result[Bytes, Str] {
  crypto.secp256k1_sign_digest(secret, digest)
}

fn k1_recover(digest :: Bytes, signature :: Bytes) -> Result[Bytes, Str] {
  crypto.secp256k1_recover(digest, signature)
}

fn k1_verify(public :: Bytes, digest :: Bytes, signature :: Bytes) -> Bool {
  crypto.secp256k1_verify(public, digest, signature)
}

fn made_keys(n :: Int) -> [random] List[Bool] {
  [usable(crypto.p256_generate(), n), usable(crypto.secp256k1_generate(), n)]
}

fn usable(secret :: Result[Bytes, Str], n :: Int) -> Bool {
  match secret {
    Ok(s) => bytes.len(s) == n,
    Err(e) => false,
  }
}
