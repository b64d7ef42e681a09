-- A factorial by recursion that is not a tail call, modulo a prime, n times.
local function factorial(k)
  if k == 0 then return 1 end
  return k * factorial(k - 1) % 1000003
end

local function main(n)
  local total = 0
  for n = n, 1, -1 do total = (total + factorial(20 + n % 4)) % 1000003 end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
