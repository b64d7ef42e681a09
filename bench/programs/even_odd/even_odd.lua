-- Parity by two functions that tail-call each other.
local is_odd

local function is_even(n)
  if n == 0 then return true end
  return is_odd(n - 1)
end

function is_odd(n)
  if n == 0 then return false end
  return is_even(n - 1)
end

local function main(n)
  return is_even(n) and 0 or 1
end

print(string.format("%d", main(tonumber(arg[1]))))
