-- Counts n generated words in a table; prints a checksum in the order of the words.
local function main(n)
  local seed = 42
  local counts = {}
  for _ = 1, n do
    seed = (seed * 3877 + 29573) % 139968
    local word = "w" .. tostring(seed % 5000)
    counts[word] = (counts[word] or 0) + 1
  end
  local words = {}
  for word in pairs(counts) do words[#words + 1] = word end
  table.sort(words)
  local acc = 0
  for _, word in ipairs(words) do acc = (acc * 31 + #word + counts[word]) % 1000003 end
  return acc
end

print(string.format("%d", main(tonumber(arg[1]))))
