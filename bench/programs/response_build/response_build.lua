-- A handler that goes through six tables to a response, n times.
local function handle(u, i, q)
  local v1 = { a = u, b = i, c = q }
  local v2 = { d = v1.a, e = v1.b, f = v1.c, g = v1.a * 2 }
  local v3 = { h = v2.d, i = v2.e, j = v2.f, k = v2.g }
  local v4 = { l = v3.h * 3, m = v3.i * 5, n = v3.j * 7, o = v3.k }
  local v5 = { p = v4.l + v4.m, q = v4.n + v4.o, r = v4.l - v4.m }
  local v6 = { s = v5.p + v5.q, t = v5.q + v5.r, u = v5.p - v5.r }
  if v6.s > 0 then return { status = 200, total = v6.s + v6.t + v6.u } end
  return { status = 400, total = 0 }
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do
    local r = handle(n, 7, 3)
    sum = (sum + r.total + r.status) % 1000003
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
