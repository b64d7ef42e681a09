-- Conway's game of life from a small pattern, n generations. The living cells are keys of
-- a table, the neighbours are counted in another.
local around = { -1001, -1000, -999, -1, 1, 999, 1000, 1001 }

local function generation(live)
  local counts, next = {}, {}
  for cell in pairs(live) do
    for i = 1, 8 do
      local other = cell + around[i]
      counts[other] = (counts[other] or 0) + 1
    end
  end
  for cell, count in pairs(counts) do
    if count == 3 or (count == 2 and live[cell]) then next[cell] = true end
  end
  return next
end

local function main(n)
  local live = {}
  for _, cell in ipairs({ 500501, 501503, 502500, 502501, 502504, 502505, 502506 }) do
    live[cell] = true
  end
  for _ = 1, n do live = generation(live) end
  local cells = {}
  for cell in pairs(live) do cells[#cells + 1] = cell end
  table.sort(cells)
  local sum = 0
  for _, cell in ipairs(cells) do sum = (sum * 31 + cell) % 1000003 end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
