-- A small table for each of n requests, read once.
local function handle(i) return { status = 200, total = i * 2, count = i + 1 } end

local sum = 0
for n = tonumber(arg[1]), 1, -1 do sum = (sum + handle(n).total) % 1000003 end
print(string.format("%d", sum))
