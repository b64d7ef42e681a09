-- Ten field reads of one table in a sum.
local function sum_fields(p, n, total)
  while n ~= 0 do
    total = total + p.a + p.b + p.c + p.d + p.e + p.f + p.g + p.h + p.i + p.j
    n = n - 1
  end
  return total
end

local function main(n)
  local p = { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10 }
  return sum_fields(p, n, 0)
end

print(string.format("%d", main(tonumber(arg[1]))))
