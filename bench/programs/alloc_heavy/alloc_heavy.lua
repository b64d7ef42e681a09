-- A small table for each of n requests, read once.
local function handle(i) return { status = 200, total = i * 2, count = i + 1 } end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do sum = (sum + handle(n).total) % 1000003 end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
