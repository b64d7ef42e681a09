-- A factorial by recursion that is not a tail call, modulo a prime, n times.
local function factorial(k)
  if k == 0 then return 1 end
  return k * factorial(k - 1) % 1000003
end

local total = 0
for n = tonumber(arg[1]), 1, -1 do total = (total + factorial(20 + n % 4)) % 1000003 end
print(string.format("%d", total))
