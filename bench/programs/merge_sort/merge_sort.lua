-- Merge sort of n generated numbers, five times; each merge makes a new table.
local function merge(left, right)
  local out, i, j = {}, 1, 1
  while i <= #left and j <= #right do
    if right[j] < left[i] then
      out[#out + 1] = right[j]
      j = j + 1
    else
      out[#out + 1] = left[i]
      i = i + 1
    end
  end
  for k = i, #left do out[#out + 1] = left[k] end
  for k = j, #right do out[#out + 1] = right[k] end
  return out
end

local function slice(xs, from, to)
  local out = {}
  for i = from, to do out[#out + 1] = xs[i] end
  return out
end

local function sort(xs)
  if #xs < 2 then return xs end
  local half = math.floor(#xs / 2)
  return merge(sort(slice(xs, 1, half)), sort(slice(xs, half + 1, #xs)))
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
