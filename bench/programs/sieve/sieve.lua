-- Counts the primes below n: the multiples of each prime are filtered from a list.
local function main(n)
  local candidates = {}
  for x = 2, n - 1 do candidates[#candidates + 1] = x end
  local found = 0
  while #candidates > 0 do
    local p = candidates[1]
    if p * p >= n then return found + #candidates end
    local rest = {}
    for i = 2, #candidates do
      local x = candidates[i]
      if x % p ~= 0 then rest[#rest + 1] = x end
    end
    candidates = rest
    found = found + 1
  end
  return found
end

print(string.format("%d", main(tonumber(arg[1]))))
