import "std.bytes" as bytes
import "std.crypto" as crypto

fn sealed(cipher :: Str, key :: Bytes, nonce :: Bytes, extra :: Str, text :: Str)
    -> Result[AeadResult, Str] {
  if cipher == "aes" {
    crypto.aes_gcm_seal(key, nonce, bytes.from_str(extra), bytes.from_str(text))
  } else {
    crypto.chacha20_poly1305_seal(key, nonce, bytes.from_str(extra), bytes.from_str(text))
  }
}

fn opened(cipher :: Str, key :: Bytes, nonce :: Bytes, extra :: Str, text :: Bytes, tag :: Bytes)
    -> Result[Bytes, Str] {
  if cipher == "aes" {
    crypto.aes_gcm_open(key, nonce, bytes.from_str(extra), text, tag)
  } else {
    crypto.chacha20_poly1305_open(key, nonce, bytes.from_str(extra), text, tag)
  }
}

fn round_trip(cipher :: Str, key :: Bytes, nonce :: Bytes, extra :: Str, text :: Str)
    -> Result[Bytes, Str] {
  match sealed(cipher, key, nonce, extra, text) {
    Ok(r) => opened(cipher, key, nonce, extra, r.ciphertext, r.tag),
    Err(e) => Err(e),
  }
}

fn argon2(salt :: Str, rounds :: Int, memory :: Int, length :: Int) -> Result[Bytes, Str] {
  crypto.argon2id(bytes.from_str("pw"), bytes.from_str(salt), rounds, memory, length)
}
