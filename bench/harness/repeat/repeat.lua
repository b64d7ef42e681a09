-- Runs a script again and again in one process: repeat.lua COUNT SCRIPT ARGUMENT.
-- The time of each run goes to standard error.
local ffi = require("ffi")
ffi.cdef([[
  struct lexvm_time { long seconds, nanoseconds; };
  int clock_gettime(int clock, struct lexvm_time *time);
]])
local CLOCK_MONOTONIC = 1
local time = ffi.new("struct lexvm_time")

local function now()
  ffi.C.clock_gettime(CLOCK_MONOTONIC, time)
  return tonumber(time.seconds) * 1e9 + tonumber(time.nanoseconds)
end

local count, script = tonumber(arg[1]), assert(loadfile(arg[2]))
arg = { [0] = arg[2], arg[3] }
for _ = 1, count do
  local start = now()
  script()
  io.stderr:write(string.format("call: %d ns\n", now() - start))
end
