-- A server without a network: n request texts are taken apart, routed and answered.
local function request_text(i)
  local k = i % 4
  if k == 0 then return "GET /items/" .. i .. " HTTP/1.1" end
  if k == 1 then return "GET /search?q=word" .. i .. "&page=2 HTTP/1.1" end
  if k == 2 then return "POST /items HTTP/1.1" end
  return "GET /nowhere/" .. i .. " HTTP/1.1"
end

local function split(text, separator)
  local parts, from = {}, 1
  while true do
    local at = text:find(separator, from, true)
    if not at then break end
    parts[#parts + 1] = text:sub(from, at - 1)
    from = at + 1
  end
  parts[#parts + 1] = text:sub(from)
  return parts
end

local function parse(text)
  local words = split(text, " ")
  local target = split(words[2], "?")
  local path = {}
  for _, p in ipairs(split(target[1], "/")) do
    if p ~= "" then path[#path + 1] = p end
  end
  return { method = words[1], path = path, query = target[2] or "" }
end

local function argument(query, name)
  local wanted, found = name .. "=", ""
  for _, part in ipairs(split(query, "&")) do
    if part:sub(1, #wanted) == wanted then found = part:sub(#wanted + 1) end
  end
  return found
end

local function handle(r)
  local first = r.path[1]
  if r.method == "GET" and first == "items" then
    local id = tonumber(r.path[2]) or 0
    return { status = 200, body = "item " .. id .. " costs " .. id * 7 % 1000 }
  end
  if r.method == "GET" and first == "search" then
    return { status = 200, body = "found " .. argument(r.query, "q"):upper() }
  end
  if r.method == "POST" and first == "items" then
    return { status = 201, body = "created" }
  end
  return { status = 404, body = "not found" }
end

local function response_text(r)
  return table.concat({ "HTTP/1.1 ", r.status, "\r\nContent-Length: ", #r.body, "\r\n\r\n",
    r.body })
end

local function main(n)
  local length, sum = 0, 0
  for n = n, 1, -1 do
    local response = handle(parse(request_text(n)))
    local k = #response_text(response)
    length = length + k
    sum = (sum * 31 + response.status + k) % 1000003
  end
  return (length * 31 + sum) % 1000003
end

print(string.format("%d", main(tonumber(arg[1]))))
