// What changed between two lists of texts: [start, end, from, to], where [start, end) of the old became [from, to) of the new.

const MOST = 4_000_000;

export function hunks(old, made) {
  let [start, end, to] = [0, old.length, made.length];
  while (start < end && start < to && old[start] === made[start]) start += 1;
  while (end > start && to > start && old[end - 1] === made[to - 1]) [end, to] = [end - 1, to - 1];
  if (start === end && start === to) return [];
  if ((end - start) * (to - start) > MOST || start === end || start === to) return [[start, end, start, to]];
  return between(old, made, start, end, to);
}

// The longest common subsequence, from the back; then the gaps between its members.
function between(old, made, start, end, to) {
  const [rows, columns] = [end - start, to - start];
  const best = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const same = (row, column) => old[start + row] === made[start + column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      best[row][column] = same(row, column)
        ? best[row + 1][column + 1] + 1
        : Math.max(best[row + 1][column], best[row][column + 1]);
  const found = [];
  let [row, column, fromRow, fromColumn] = [0, 0, 0, 0];
  const close = () => {
    if (row > fromRow || column > fromColumn)
      found.push([start + fromRow, start + row, start + fromColumn, start + column]);
  };
  while (row < rows && column < columns) {
    if (same(row, column)) {
      close();
      [row, column] = [row + 1, column + 1];
      [fromRow, fromColumn] = [row, column];
    } else if (best[row + 1][column] >= best[row][column + 1]) row += 1;
    else column += 1;
  }
  [row, column] = [rows, columns];
  close();
  return found;
}
