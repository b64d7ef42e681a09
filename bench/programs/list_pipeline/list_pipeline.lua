-- Lists of 200 numbers: build, map, filter and fold, n times.
local function range(lo, hi)
  local xs = {}
  for i = lo, hi - 1 do xs[#xs + 1] = i end
  return xs
end

local function map(xs, f)
  local ys = {}
  for i = 1, #xs do ys[i] = f(xs[i]) end
  return ys
end

local function filter(xs, f)
  local ys = {}
  for i = 1, #xs do
    if f(xs[i]) then ys[#ys + 1] = xs[i] end
  end
  return ys
end

local function fold(xs, acc, f)
  for i = 1, #xs do acc = f(acc, xs[i]) end
  return acc
end

local function once(i)
  local scaled = map(range(i, i + 200), function(x) return x * 3 + 1 end)
  local even = filter(scaled, function(x) return x % 2 == 0 end)
  return fold(even, 0, function(sum, x) return sum + x end)
end

local function main(n)
  local total = 0
  for n = n, 1, -1 do total = (total + once(n)) % 1000003 end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
