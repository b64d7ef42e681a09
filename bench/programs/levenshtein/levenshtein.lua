-- The edit distances of n pairs of generated words, row by row.
local min = math.min

local function word(length, seed)
  local letters = {}
  for i = 1, length do letters[i] = 0 end
  for i = length, 1, -1 do
    seed = (seed * 3877 + 29573) % 139968
    letters[i] = math.floor(seed / 100) % 4
  end
  return letters
end

local function distance(a, b)
  local above = {}
  for j = 0, #b do above[j + 1] = j end
  for i = 1, #a do
    local row = { i }
    for j = 1, #b do
      local change = above[j] + (a[i] == b[j] and 0 or 1)
      row[j + 1] = min(change, above[j + 1] + 1, row[j] + 1)
    end
    above = row
  end
  return above[#above]
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do
    sum = (sum * 3 + distance(word(40, 2 * n), word(40, 2 * n + 1))) % 1000003
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
