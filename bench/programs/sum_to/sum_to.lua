-- The sum of 1..n, one addition at a time.
local function sum_to(n, total)
  while n ~= 0 do
    total = total + n
    n = n - 1
  end
  return total
end

local function main(n)
  return sum_to(n, 0)
end

print(string.format("%d", main(tonumber(arg[1]))))
