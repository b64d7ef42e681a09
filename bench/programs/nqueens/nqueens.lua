-- Counts the solutions of the n-queens puzzle; a placement is a linked list.
local abs = math.abs

local function safe(col, placed, distance)
  while placed do
    local other = placed.head
    if other == col or abs(other - col) == distance then return false end
    placed = placed.tail
    distance = distance + 1
  end
  return true
end

local function count(n, row, placed)
  if row == n then return 1 end
  local free = {}
  for col = 0, n - 1 do
    if safe(col, placed, 1) then free[#free + 1] = col end
  end
  local sum = 0
  for i = 1, #free do
    sum = sum + count(n, row + 1, { head = free[i], tail = placed })
  end
  return sum
end

local function main(n)
  return count(n, 0, nil)
end

print(string.format("%d", main(tonumber(arg[1]))))
