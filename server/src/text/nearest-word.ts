/**
 * The one word that is meant by a misspelt text: with fewest letters to change, letter case and `_`, `-` and blanks aside.
 * Undefined when more than `most` letters differ, or two words are equally near.
 */
export function nearestWord(text: string, words: readonly string[], most = 2): string | undefined {
  const plain = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');
  const ranked = words
    .map((word) => ({ word, distance: changesBetween(plain(text), plain(word)) }))
    .sort((a, b) => a.distance - b.distance);
  const [first, second] = ranked;
  if (first === undefined || first.distance > most || first.distance === second?.distance) return undefined;
  return first.word;
}

/** The least number of letters to add, drop or exchange. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
