// Counts the solutions of the n-queens puzzle; a placement is a linked list.
function safe(col, placed, distance) {
  while (placed !== null) {
    const other = placed.head;
    if (other === col || Math.abs(other - col) === distance) return false;
    placed = placed.tail;
    distance += 1;
  }
  return true;
}

function count(n, row, placed) {
  if (row === n) return 1;
  const free = [];
  for (let col = 0; col < n; col++) {
    if (safe(col, placed, 1)) free.push(col);
  }
  return free.reduce((sum, col) => sum + count(n, row + 1, { head: col, tail: placed }), 0);
}

function main(n) {
  return count(n, 0, null);
}

console.log(String(main(Number(process.argv[2]))));
