-- The product of two n by n matrices, as tables of rows and of columns.
local function rows(n)
  local m = {}
  for i = 0, n - 1 do
    local row = {}
    for j = 0, n - 1 do row[j + 1] = (i * 7 + j * 13) % 17 / 16.0 end
    m[i + 1] = row
  end
  return m
end

local function dot(xs, ys)
  local sum = 0.0
  for i = 1, #xs do sum = sum + xs[i] * ys[i] end
  return sum
end

local function product(a, columns)
  local m = {}
  for i = 1, #a do
    local row = {}
    for j = 1, #columns do row[j] = dot(a[i], columns[j]) end
    m[i] = row
  end
  return m
end

local function main(n)
  local total = 0
  for _, xs in ipairs(product(rows(n), rows(n))) do
    for _, x in ipairs(xs) do total = (total * 31 + math.floor(x * 256.0)) % 1000003 end
  end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
