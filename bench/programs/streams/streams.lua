-- Endless streams made of closures: numbers, mapped, filtered, the first n summed up.
local function numbers(n)
  return { item = n, rest = function() return numbers(n + 1) end }
end

local function mapped(s, f)
  return { item = f(s.item), rest = function() return mapped(s.rest(), f) end }
end

local function filtered(s, f)
  while not f(s.item) do s = s.rest() end
  return { item = s.item, rest = function() return filtered(s.rest(), f) end }
end

local function main(n)
  local squares = mapped(numbers(n), function(x) return x * x end)
  local s = filtered(squares, function(x) return x % 3 == 1 end)
  local sum = 0
  for _ = 1, n do
    sum = (sum * 31 + s.item) % 1000003
    s = s.rest()
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
