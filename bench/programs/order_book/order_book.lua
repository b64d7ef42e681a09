-- An exchange takes n generated orders: buyers and sellers are matched, what is left over
-- waits in tables sorted by price.
local floor, min = math.floor, math.min
local insert, remove = table.insert, table.remove

local book

local function wait(levels, price, amount, sign)
  local i = 1
  while i <= #levels and (price - levels[i].price) * sign > 0 do i = i + 1 end
  local l = levels[i]
  if l and l.price == price then
    l.amount = l.amount + amount
  else
    insert(levels, i, { price = price, amount = amount })
  end
end

-- The best offers stand first.
local function trade(others, own, order, sign)
  local price, amount = order.price, order.amount
  while amount ~= 0 and others[1] and (others[1].price - price) * sign <= 0 do
    local l = others[1]
    local k = min(amount, l.amount)
    book.volume = book.volume + k
    book.sum = (book.sum * 31 + l.price * k) % 1000003
    amount = amount - k
    l.amount = l.amount - k
    if l.amount == 0 then remove(others, 1) end
  end
  if amount ~= 0 then wait(own, price, amount, -sign) end
end

local function handle(order)
  if order.kind == "buy" then trade(book.asks, book.bids, order, 1)
  elseif order.kind == "sell" then trade(book.bids, book.asks, order, -1)
  else
    local kept = {}
    for i = 1, #book.bids do
      if book.bids[i].price ~= order.price then kept[#kept + 1] = book.bids[i] end
    end
    book.bids = kept
  end
end

local function order(seed)
  local kind = floor(seed / 64) % 10
  local price = 90 + floor(seed / 640) % 21
  local amount = 1 + floor(seed / 13440) % 9
  if kind == 0 then return { kind = "cancel", price = price } end
  if kind < 6 then return { kind = "buy", price = price - 1, amount = amount } end
  return { kind = "sell", price = price + 1, amount = amount }
end

local function main(n)
  book = { bids = {}, asks = {}, volume = 0, sum = 0 }
  local seed = 42
  for _ = 1, n do
    seed = (seed * 3877 + 29573) % 139968
    handle(order(seed))
  end
  return (book.volume * 31 + book.sum) % 1000003
end

print(string.format("%d", main(tonumber(arg[1]))))
