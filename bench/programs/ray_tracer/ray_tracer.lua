-- An n by n picture of five spheres with light and shadow.
local sqrt, floor = math.sqrt, math.floor

local function vec(x, y, z) return { x = x, y = y, z = z } end
local function add(a, b) return vec(a.x + b.x, a.y + b.y, a.z + b.z) end
local function sub(a, b) return vec(a.x - b.x, a.y - b.y, a.z - b.z) end
local function scale(a, k) return vec(a.x * k, a.y * k, a.z * k) end
local function dot(a, b) return a.x * b.x + a.y * b.y + a.z * b.z end
local function unit(a) return scale(a, 1.0 / sqrt(dot(a, a))) end

local function sphere(x, y, z, radius, shine)
  return { at = vec(x, y, z), radius = radius, shine = shine }
end

local scene = {
  sphere(0.0, 0.0, 5.0, 1.0, 0.9), sphere(1.5, 0.5, 4.0, 0.5, 0.7),
  sphere(-1.5, -0.3, 4.5, 0.7, 0.8), sphere(0.3, 1.2, 3.5, 0.3, 0.5),
  sphere(0.0, -101.0, 5.0, 100.0, 0.6),
}

local function meets(s, from, toward)
  local offset = sub(s.at, from)
  local along = dot(offset, toward)
  local inside = along * along - dot(offset, offset) + s.radius * s.radius
  if inside < 0.0 then return 0.0 end
  local distance = along - sqrt(inside)
  if distance < 0.001 then return 0.0 end
  return distance
end

local function nearest(from, toward)
  local best, found = 0.0, nil
  for i = 1, #scene do
    local distance = meets(scene[i], from, toward)
    if distance ~= 0.0 and (best == 0.0 or distance < best) then
      best, found = distance, scene[i]
    end
  end
  return best, found
end

local function brightness(toward, light)
  local eye = vec(0.0, 0.0, 0.0)
  local distance, s = nearest(eye, toward)
  if distance == 0.0 then return 0.1 end
  local place = add(eye, scale(toward, distance))
  local normal = scale(sub(place, s.at), 1.0 / s.radius)
  local facing = dot(normal, light)
  if facing < 0.0 then return 0.05 end
  if nearest(place, light) == 0.0 then return 0.05 + s.shine * facing end
  return 0.05
end

local function main(n)
  local light = unit(vec(0.6, 0.9, -0.7))
  local sum = 0
  for y = 0, n - 1 do
    for x = 0, n - 1 do
      local dx = (2.0 * x + 1.0) / n - 1.0
      local dy = 1.0 - (2.0 * y + 1.0) / n
      local shade = brightness(unit(vec(dx, dy, 1.5)), light)
      sum = (sum * 31 + floor(shade * 255.0)) % 1000003
    end
  end
  return sum
end

print(string.format("%d", main(tonumber(arg[1]))))
