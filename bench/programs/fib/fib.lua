-- Naive Fibonacci recursion; `path` numbers the calls and decides the leaves.
local function fib(n, path)
  if n < 2 then return path % 3 end
  return fib(n - 1, path * 2) + fib(n - 2, path * 2 + 1)
end

local function main(n)
  return fib(n, 1)
end

print(string.format("%d", main(tonumber(arg[1]))))
