-- The spectral norm of an n by n matrix whose cells are computed.
local floor = math.floor

local function cell(i, j)
  return 1.0 / (floor((i + j) * (i + j + 1) / 2) + i + 1)
end

local function times(v, n)
  local out = {}
  for i = 0, n - 1 do
    local total = 0.0
    for j = 0, n - 1 do total = total + cell(i, j) * v[j + 1] end
    out[i + 1] = total
  end
  return out
end

local function transposed_times(v, n)
  local out = {}
  for i = 0, n - 1 do
    local total = 0.0
    for j = 0, n - 1 do total = total + cell(j, i) * v[j + 1] end
    out[i + 1] = total
  end
  return out
end

local function both(v, n) return transposed_times(times(v, n), n) end

local function dot(u, v)
  local total = 0.0
  for i = 1, #u do total = total + u[i] * v[i] end
  return total
end

local function norm(u, n, rounds)
  local v = both(u, n)
  if rounds == 1 then return math.sqrt(dot(u, v) / dot(v, v)) end
  return norm(both(v, n), n, rounds - 1)
end

local function main(n)
  local ones = {}
  for i = 1, n do ones[i] = 1.0 end
  return floor(norm(ones, n, 4) * 1000000000.0)
end

print(string.format("%d", main(tonumber(arg[1]))))
