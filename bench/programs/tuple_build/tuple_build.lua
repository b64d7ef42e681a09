-- A chain of pairs that are built and taken apart again, n times.
local function pair(x, y) return { x, y } end

local function handle(a, b)
  local p1 = pair(a, b)
  local s1 = p1[1] + p1[2]
  local p2 = pair(a, b)
  local s2 = p2[1] * p2[2]
  local p3 = pair(s1, s2)
  local s3 = p3[1] + p3[2]
  local p4 = pair(s1, s2)
  local s4 = p4[1] - p4[2]
  local p5 = pair(s3, s4)
  local s5 = p5[1] * 2 + p5[2]
  local p6 = pair(s4, s3)
  local s6 = p6[1] + p6[2] * 3
  return s1 + s2 + s3 + s4 + s5 + s6
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do sum = (sum + handle(n, 7)) % 1000003 end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
