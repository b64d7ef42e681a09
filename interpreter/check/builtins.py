"""The types that every program knows without declaring them."""

from interpreter.check.notation import read_declarations

DECLARATIONS = """
type Result[T, E] = Ok(T) | Err(E)
type Option[T] = Some(T) | None
type SqlParam = PStr(Str) | PInt(Int) | PFloat(Float) | PBool(Bool) | PNull
type Tz = Utc | Local | Offset(Int) | Iana(Str)
type HttpError = NetworkError(Str) | TimeoutError | TlsError(Str) | DecodeError(Str)
type ResponseBody = BodyStr(Str) | BodyStream(Iter[Str]) | BodyBytes(Iter[List[Int]])
type WsMessage = WsText(Str) | WsBinary(List[Int]) | WsPing | WsClose
type WsAction = WsSend(Str) | WsSendBinary(List[Int]) | WsNoOp
type ConcError = AlreadyRegistered(Str) | NotRegistered(Str)
type SqlError = { message :: Str, code :: Option[Str], detail :: Option[Str] }
type AeadResult = { ciphertext :: Bytes, tag :: Bytes }
type HttpRequest = { method :: Str, url :: Str, headers :: Map[Str, Str],
    body :: Option[Bytes], timeout_ms :: Option[Int] }
type HttpResponse = { status :: Int, headers :: Map[Str, Str], body :: Bytes }
type Matrix = { rows :: Int, cols :: Int, data :: List[Float] }
type Request = { method :: Str, path :: Str, query :: Str, body :: Str,
    headers :: Map[Str, Str], path_params :: Map[Str, Str] }
type Response = { status :: Int, body :: ResponseBody, headers :: Map[Str, Str] }
type WsConn = { id :: Str, path :: Str, subprotocol :: Str }
"""

ALIASES, UNIONS, OWNERS = read_declarations(DECLARATIONS)
