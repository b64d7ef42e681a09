-- ack(3, 6), n times: recursion about 500 calls deep.
local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end

local function main(n)
  local total = 0
  for _ = 1, n do total = total + ack(3, 6) end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
