-- Quicksort of n generated numbers, five times: filter, sort, join.
local function filter(xs, from, f)
  local out = {}
  for i = from, #xs do
    if f(xs[i]) then out[#out + 1] = xs[i] end
  end
  return out
end

local function sort(xs)
  if #xs == 0 then return xs end
  local pivot = xs[1]
  local small = filter(xs, 2, function(x) return x < pivot end)
  local large = filter(xs, 2, function(x) return x >= pivot end)
  local out = {}
  for _, x in ipairs(sort(small)) do out[#out + 1] = x end
  out[#out + 1] = pivot
  for _, x in ipairs(sort(large)) do out[#out + 1] = x end
  return out
end

local function main(n)
  local total = 0
  for rounds = 5, 1, -1 do
    local xs, seed, sum = {}, rounds, 0
    for i = 1, n do xs[i] = 0 end
    for i = n, 1, -1 do
      seed = (seed * 3877 + 29573) % 139968
      xs[i] = seed
    end
    for _, x in ipairs(sort(xs)) do sum = (sum * 31 + x) % 1000003 end
    total = (total + sum) % 1000003
  end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
