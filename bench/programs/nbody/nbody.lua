-- The five-body solar system, n steps; each step makes five new bodies.
local sqrt = math.sqrt

local function body(mass, x, y, z, vx, vy, vz)
  return { mass = mass, x = x, y = y, z = z, vx = vx, vy = vy, vz = vz }
end

local function solar_system()
  return {
    body(39.47841760435743, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
    body(0.03769367487038949,
      4.841431442464721, -1.1603200440274284, -0.10362204447112311,
      0.606326392995832, 2.81198684491626, -0.02521836165988763),
    body(0.011286326131968767,
      8.34336671824458, 4.124798564124305, -0.4035234171143214,
      -1.0107743461787924, 1.8256623712304119, 0.008415761376584154),
    body(0.0017237240570597112,
      12.894369562139131, -15.111151401698631, -0.22330757889265573,
      1.0827910064415354, 0.8687130181696082, -0.010832637401363636),
    body(0.0020336868699246304,
      15.379697114850917, -25.919314609987964, 0.17925877295037118,
      0.979090732243898, 0.5946989986476762, -0.034755955550407474),
  }
end

local function square_distance(b, other)
  local dx, dy, dz = b.x - other.x, b.y - other.y, b.z - other.z
  return dx * dx + dy * dy + dz * dz, dx, dy, dz
end

local function moved(b, bodies, dt)
  local vx, vy, vz = b.vx, b.vy, b.vz
  for i = 1, #bodies do
    local other = bodies[i]
    local square, dx, dy, dz = square_distance(b, other)
    if square ~= 0.0 then
      local pull = other.mass * (dt / (square * sqrt(square)))
      vx, vy, vz = vx - dx * pull, vy - dy * pull, vz - dz * pull
    end
  end
  return body(b.mass, b.x + dt * vx, b.y + dt * vy, b.z + dt * vz, vx, vy, vz)
end

local function energy(bodies)
  local sum = 0.0
  for _, b in ipairs(bodies) do
    sum = sum + 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz)
    for _, other in ipairs(bodies) do
      local square = square_distance(b, other)
      if square ~= 0.0 then sum = sum - 0.5 * b.mass * other.mass / sqrt(square) end
    end
  end
  return sum
end

local function main(n)
  local bodies = solar_system()
  for _ = 1, n do
    local after = {}
    for i = 1, #bodies do after[i] = moved(bodies[i], bodies, 0.01) end
    bodies = after
  end
  local scaled = energy(bodies) * 1000000000.0
  return scaled < 0 and math.ceil(scaled) or math.floor(scaled)
end

print(string.format("%d", main(tonumber(arg[1]))))
