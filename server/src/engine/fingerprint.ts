/** A 64-bit FNV-1a hash as 16 hex digits: stable over machines, not meant against an adversary. */
export function hash64(text: string): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < text.length; i++) {
    low = (low ^ text.charCodeAt(i)) >>> 0;
    // (high, low) * 0x100000001b3, in 32-bit halves.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/**
 * Names a finding by what it is about instead of where: the text of its line without white space, its rule and its file.
 * Equal findings of one file are told apart by their order, which survives edits elsewhere.
 */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  of(rule: string, file: string, lineText: string, spanText: string): string {
    const key = [rule, file, lineText.replaceAll(/\s+/g, ''), spanText.replaceAll(/\s+/g, '')].join('\n');
    const count = this.#seen.get(key) ?? 0;
    this.#seen.set(key, count + 1);
    return hash64(`${key}\n${count}`);
  }
}
