-- Calls a script's main again and again in one process: repeat.lua COUNT SCRIPT NUMBER.
-- The script's last line, which calls main, is left out. The time of each call goes to
-- standard error.
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

local count, path, n = tonumber(arg[1]), arg[2], tonumber(arg[3])
local file = assert(io.open(path))
local text = file:read("*a"):gsub("%s+$", "")
file:close()
local main = assert(loadstring(text:match("^(.*)\n") .. "\nreturn main", "@" .. path))()
for _ = 1, count do
  local start = now()
  local answer = main(n)
  io.stderr:write(string.format("call: %d ns\n", now() - start))
  print(string.format("%d", answer))
end
