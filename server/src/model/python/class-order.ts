/** Most classes that an order may hold; beyond it there is none. */
const maxClasses = 200;
/** How deep classes may derive from each other. */
const maxDepth = 60;

/**
 * The order in which Python looks for an attribute (C3): the class itself, then its ancestors, each before its own bases.
 * Equal ancestors have to be the same value.
 * @param basesOf the bases of a class as written; none for a class that is not followed.
 * @returns undefined where Python itself refuses the class, or beyond the bounds.
 */
export function classOrder<T>(start: T, basesOf: (one: T) => readonly T[]): readonly T[] | undefined {
  const known = new Map<T, readonly T[]>();
  const open = new Set<T>();
  const orderOf = (one: T, depth: number): readonly T[] | undefined => {
    const kept = known.get(one);
    if (kept !== undefined) return kept;
    if (depth > maxDepth || open.has(one) || known.size > maxClasses) return undefined;
    open.add(one);
    const bases = basesOf(one);
    const rows: (readonly T[])[] = [];
    for (const base of bases) {
      const row = orderOf(base, depth + 1);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    const merged = merge([...rows, bases]);
    if (merged === undefined) return undefined;
    open.delete(one);
    const order = [one, ...merged];
    known.set(one, order);
    return order;
  };
  return orderOf(start, 0);
}

/** Takes, again and again, the first head that no other row still has behind its own head. */
function merge<T>(rows: readonly (readonly T[])[]): readonly T[] | undefined {
  const order: T[] = [];
  let left = rows.filter((row) => row.length > 0);
  while (left.length > 0) {
    const heads = left.map((row) => row[0] as T);
    const next = heads.findIndex((head) => !left.some((row) => row.indexOf(head, 1) > 0));
    if (next < 0 || order.length > maxClasses) return undefined;
    const taken = heads[next] as T;
    order.push(taken);
    left = left.map((row) => (row[0] === taken ? row.slice(1) : row)).filter((row) => row.length > 0);
  }
  return order;
}
