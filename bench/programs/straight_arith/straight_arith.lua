-- A straight line of 48 additions, subtractions and multiplications, n times.
local function straight(start, step)
  local a0 = start
  local a1 = a0 + step
  local a2 = a1 * 3
  local a3 = a2 - start
  local a4 = a3 + step
  local a5 = a4 * 3
  local a6 = (a5 - start + 2000006) % 1000003
  local a7 = a6 + step
  local a8 = a7 * 3
  local a9 = a8 - start
  local a10 = a9 + step
  local a11 = a10 * 3
  local a12 = (a11 - start + 2000006) % 1000003
  local a13 = a12 + step
  local a14 = a13 * 3
  local a15 = a14 - start
  local a16 = a15 + step
  local a17 = a16 * 3
  local a18 = (a17 - start + 2000006) % 1000003
  local a19 = a18 + step
  local a20 = a19 * 3
  local a21 = a20 - start
  local a22 = a21 + step
  local a23 = a22 * 3
  local a24 = (a23 - start + 2000006) % 1000003
  local a25 = a24 + step
  local a26 = a25 * 3
  local a27 = a26 - start
  local a28 = a27 + step
  local a29 = a28 * 3
  local a30 = (a29 - start + 2000006) % 1000003
  local a31 = a30 + step
  local a32 = a31 * 3
  local a33 = a32 - start
  local a34 = a33 + step
  local a35 = a34 * 3
  local a36 = (a35 - start + 2000006) % 1000003
  local a37 = a36 + step
  local a38 = a37 * 3
  local a39 = a38 - start
  local a40 = a39 + step
  local a41 = a40 * 3
  local a42 = (a41 - start + 2000006) % 1000003
  local a43 = a42 + step
  local a44 = a43 * 3
  local a45 = a44 - start
  local a46 = a45 + step
  local a47 = a46 * 3
  local a48 = (a47 - start + 2000006) % 1000003
  return a48
end

local function main(n)
  local sum = 0
  for n = n, 1, -1 do sum = (sum + straight(n % 1000003, 7)) % 1000003 end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
