-- Three nested tables for each of n requests, read in part.
local function handle(i)
  return { middle = { inner = { a = i, b = i + 1 }, c = i * 2 }, status = 200 }
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do
    local r = handle(n)
    sum = (sum + r.status + r.middle.inner.b) % 1000003
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
