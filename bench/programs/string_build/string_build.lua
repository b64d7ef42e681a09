-- Builds strings of 50 numbers piece by piece, n times, and adds up their lengths.
local function numbers(i)
  local text = ""
  for k = i, i + 49 do text = text .. tostring(k) .. "," end
  return text
end

local function main(n)
  local total = 0
  for n = n, 1, -1 do total = total + #numbers(n) end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
