-- Three field reads of one table in a sum.
local function sum_fields(p, n, total)
  while n ~= 0 do
    total = total + p.x + p.y + p.z
    n = n - 1
  end
  return total
end

local function main(n)
  return sum_fields({ x = 1, y = 2, z = 3 }, n, 0)
end

print(string.format("%d", main(tonumber(arg[1]))))
