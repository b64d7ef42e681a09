-- A loop that calls a small function in each round.
local function square(i) return i * i end

local total = 0
for i = 0, tonumber(arg[1]) - 1 do total = (total + square(i)) % 1000003 end
print(string.format("%d", total))
