-- Builds and walks complete binary trees of depth 12, n times.
local function build(item, depth)
  if depth == 0 then return { item = item } end
  return {
    left = build(2 * item - 1, depth - 1),
    item = item,
    right = build(2 * item, depth - 1),
  }
end

local function check(tree)
  if not tree.left then return tree.item end
  return (tree.item + check(tree.left) + check(tree.right)) % 1000003
end

local function main(n)
  local total = 0
  for n = n, 1, -1 do total = (total + check(build(n, 12))) % 1000003 end
  return total
end

print(string.format("%d", main(tonumber(arg[1]))))
