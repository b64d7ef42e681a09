-- A list of four numbers through three maps and a fold, n times.
local function map(xs, f)
  local ys = {}
  for i = 1, #xs do ys[i] = f(xs[i]) end
  return ys
end

local function fold(xs, acc, f)
  for i = 1, #xs do acc = f(acc, xs[i]) end
  return acc
end

local function handle(n)
  local xs = { n, n + 1, n + 2, n + 3 }
  local more = map(xs, function(x) return x + 1 end)
  local double = map(more, function(x) return x * 2 end)
  local less = map(double, function(x) return x - 1 end)
  return fold(less, 0, function(sum, x) return sum + x end)
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do sum = (sum + handle(n)) % 1000003 end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
