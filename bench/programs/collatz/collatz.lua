-- The longest Collatz chain that starts below n.
local function length(m, count)
  while m ~= 1 do
    if m % 2 == 0 then m = m / 2 else m = 3 * m + 1 end
    count = count + 1
  end
  return count
end

local function main(n)
  local best = 0
  for m = n - 1, 1, -1 do
    local here = length(m, 0)
    if here > best then best = here end
  end
  return best
end

print(string.format("%d", main(tonumber(arg[1]))))
