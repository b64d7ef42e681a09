-- A loop that calls a small function in each round.
local function square(i) return i * i end

local function main(n)
  local total = 0
  for i = 0, n - 1 do total = (total + square(i)) % 1000003 end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
