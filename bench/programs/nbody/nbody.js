// The five-body solar system, n steps; each step makes five new bodies.
function body(mass, x, y, z, vx, vy, vz) {
  return { mass, x, y, z, vx, vy, vz };
}

function solarSystem() {
  return [
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
  ];
}

function moved(b, bodies, dt) {
  let vx = b.vx, vy = b.vy, vz = b.vz;
  for (const other of bodies) {
    const dx = b.x - other.x, dy = b.y - other.y, dz = b.z - other.z;
    const square = dx * dx + dy * dy + dz * dz;
    if (square !== 0.0) {
      const pull = other.mass * (dt / (square * Math.sqrt(square)));
      vx = vx - dx * pull;
      vy = vy - dy * pull;
      vz = vz - dz * pull;
    }
  }
  return body(b.mass, b.x + dt * vx, b.y + dt * vy, b.z + dt * vz, vx, vy, vz);
}

function potential(b, other) {
  const dx = b.x - other.x, dy = b.y - other.y, dz = b.z - other.z;
  const square = dx * dx + dy * dy + dz * dz;
  return square === 0.0 ? 0.0 : 0.5 * b.mass * other.mass / Math.sqrt(square);
}

function energy(bodies) {
  let sum = 0.0;
  for (const b of bodies) {
    sum += 0.5 * b.mass * (b.vx * b.vx + b.vy * b.vy + b.vz * b.vz);
    for (const other of bodies) sum -= potential(b, other);
  }
  return sum;
}

function main(n) {
  let bodies = solarSystem();
  for (; n > 0; n--) {
    const before = bodies;
    bodies = before.map((b) => moved(b, before, 0.01));
  }
  return Math.trunc(energy(bodies) * 1000000000.0);
}

console.log(String(main(Number(process.argv[2]))));
