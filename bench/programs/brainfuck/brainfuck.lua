-- An interpreter for Brainfuck runs a program n times; the code is a tree of tables. The
-- answer is a checksum of the output.
local ADD, MOVE, OUT, LOOP = 1, 2, 3, 4

local function parse(code, i)
  local ops = {}
  while i <= #code do
    local c = code:sub(i, i)
    if c == "+" then ops[#ops + 1] = { kind = ADD, k = 1 }
    elseif c == "-" then ops[#ops + 1] = { kind = ADD, k = 255 }
    elseif c == ">" then ops[#ops + 1] = { kind = MOVE, k = 1 }
    elseif c == "<" then ops[#ops + 1] = { kind = MOVE, k = -1 }
    elseif c == "." then ops[#ops + 1] = { kind = OUT }
    elseif c == "[" then
      local body, stop = parse(code, i + 1)
      ops[#ops + 1] = { kind = LOOP, body = body }
      i = stop
    else
      return ops, i
    end
    i = i + 1
  end
  return ops, i
end

local function run(ops, m)
  for i = 1, #ops do
    local op = ops[i]
    local kind = op.kind
    if kind == ADD then m.tape[m.place] = ((m.tape[m.place] or 0) + op.k) % 256
    elseif kind == MOVE then m.place = m.place + op.k
    elseif kind == OUT then m.sum = (m.sum * 31 + (m.tape[m.place] or 0)) % 1000003
    else
      while (m.tape[m.place] or 0) ~= 0 do run(op.body, m) end
    end
  end
end

local function main(n)
  local code = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>" ..
    ".<-.<.+++.------.--------.>>+.>++."
  local ops = parse(code, 1)
  local sum = 0
  for _ = 1, n do
    local m = { tape = {}, place = 1, sum = sum }
    run(ops, m)
    sum = m.sum
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
