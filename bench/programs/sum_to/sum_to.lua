-- The sum of 1..n, one addition at a time.
local function sum_to(n, total)
  while n ~= 0 do
    total = total + n
    n = n - 1
  end
  return total
end

print(string.format("%d", sum_to(tonumber(arg[1]), 0)))
