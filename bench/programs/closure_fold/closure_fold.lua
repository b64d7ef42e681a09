-- A fold over a list of numbers with a closure that captures a local.
local function range(lo, hi)
  local xs = {}
  for i = lo, hi - 1 do xs[#xs + 1] = i end
  return xs
end

local function fold(xs, acc, f)
  for i = 1, #xs do acc = f(acc, xs[i]) end
  return acc
end

local function main(n)
  local factor = n % 7 + 3
  return fold(range(0, n), 1, function(acc, x)
    return (acc * factor + x) % 1000003
  end)
end

print(string.format("%d", main(tonumber(arg[1]))))
