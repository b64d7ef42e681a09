// An n by n picture of five spheres with light and shadow.
const vec = (x, y, z) => ({ x, y, z });
const add = (a, b) => vec(a.x + b.x, a.y + b.y, a.z + b.z);
const sub = (a, b) => vec(a.x - b.x, a.y - b.y, a.z - b.z);
const scale = (a, k) => vec(a.x * k, a.y * k, a.z * k);
const dot = (a, b) => a.x * b.x + a.y * b.y + a.z * b.z;
const unit = (a) => scale(a, 1.0 / Math.sqrt(dot(a, a)));
const sphere = (x, y, z, radius, shine) => ({ at: vec(x, y, z), radius, shine });

const scene = [
  sphere(0.0, 0.0, 5.0, 1.0, 0.9), sphere(1.5, 0.5, 4.0, 0.5, 0.7),
  sphere(-1.5, -0.3, 4.5, 0.7, 0.8), sphere(0.3, 1.2, 3.5, 0.3, 0.5),
  sphere(0.0, -101.0, 5.0, 100.0, 0.6),
];

function meets(s, from, toward) {
  const offset = sub(s.at, from);
  const along = dot(offset, toward);
  const inside = along * along - dot(offset, offset) + s.radius * s.radius;
  if (inside < 0.0) return 0.0;
  const distance = along - Math.sqrt(inside);
  return distance < 0.001 ? 0.0 : distance;
}

function nearest(from, toward) {
  let best = { distance: 0.0, sphere: null };
  for (const s of scene) {
    const distance = meets(s, from, toward);
    if (distance !== 0.0 && (best.distance === 0.0 || distance < best.distance)) {
      best = { distance, sphere: s };
    }
  }
  return best;
}

function brightness(toward, light) {
  const eye = vec(0.0, 0.0, 0.0);
  const hit = nearest(eye, toward);
  if (hit.distance === 0.0) return 0.1;
  const place = add(eye, scale(toward, hit.distance));
  const normal = scale(sub(place, hit.sphere.at), 1.0 / hit.sphere.radius);
  const facing = dot(normal, light);
  if (facing < 0.0) return 0.05;
  if (nearest(place, light).distance === 0.0) return 0.05 + hit.sphere.shine * facing;
  return 0.05;
}

function main(n) {
  const light = unit(vec(0.6, 0.9, -0.7));
  let sum = 0;
  for (let y = 0; y < n; y++) {
    for (let x = 0; x < n; x++) {
      const dx = (2.0 * x + 1.0) / n - 1.0;
      const dy = 1.0 - (2.0 * y + 1.0) / n;
      const shade = brightness(unit(vec(dx, dy, 1.5)), light);
      sum = (sum * 31 + Math.trunc(shade * 255.0)) % 1000003;
    }
  }
  return sum;
}

console.log(String(main(Number(process.argv[2]))));
