-- A loop that calls a closure twice in each round.
local function sum_apply(f, n, total)
  while n ~= 0 do
    total = (total + f(n) + f(n + 1)) % 1000003
    n = n - 1
  end
  return total
end

local function main(n)
  local base = n + 7
  return sum_apply(function(x) return x * 2 + base end, n, 0)
end

print(string.format("%d", main(tonumber(arg[1]))))
