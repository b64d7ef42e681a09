import "std.io" as io
import "std.time" as time
fn stamp() -> [io] Int {
  let _ := io.print("now")
  time.now_ms()
}
