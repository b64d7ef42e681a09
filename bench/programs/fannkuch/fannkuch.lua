-- The most flips that any permutation of 1..n takes until its first number is 1, and a
-- checksum. The permutations are made by inserting numbers.
local most, sum

local function flips(xs)
  local ys = {}
  for i = 1, #xs do ys[i] = xs[i] end
  local count = 0
  while ys[1] ~= 1 do
    local i, j = 1, ys[1]
    while i < j do
      ys[i], ys[j] = ys[j], ys[i]
      i, j = i + 1, j - 1
    end
    count = count + 1
  end
  return count
end

local function permute(next, n, xs)
  if next > n then
    local count = flips(xs)
    most = math.max(most, count)
    sum = (sum * 3 + count) % 1000003
    return
  end
  for place = 0, next - 1 do
    local ys = {}
    for i = 1, place do ys[i] = xs[i] end
    ys[place + 1] = next
    for i = place + 1, next - 1 do ys[i + 1] = xs[i] end
    permute(next + 1, n, ys)
  end
end

local function main(n)
  most, sum = 0, 0
  permute(1, n, {})
  return sum * 100 + most
end

print(string.format("%d", main(tonumber(arg[1]))))
