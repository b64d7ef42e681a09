-- Counts the points of an n by n grid that stay in the Mandelbrot set for 50 rounds.
local function stays(cr, ci, rounds)
  local zr, zi = 0.0, 0.0
  while true do
    local rr, ii = zr * zr, zi * zi
    if rr + ii > 4.0 then return 0 end
    if rounds == 0 then return 1 end
    zr, zi = rr - ii + cr, 2.0 * zr * zi + ci
    rounds = rounds - 1
  end
end

local function main(n)
  local total = 0
  for y = 0, n - 1 do
    local ci = 2.0 * y / n - 1.0
    for x = 0, n - 1 do total = total + stays(3.0 * x / n - 2.0, ci, 50) end
  end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
