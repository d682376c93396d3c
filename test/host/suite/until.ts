// Waiting inside VS Code: what the editor shows comes some time after what caused it, so tests ask again until it is there.
// Must not know what is waited for. Look next at editor.ts.
import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks every 50 ms until the answer is not undefined, and gives it. Throws after `seconds` with what was waited for and, where
 * `seen` is given, what there was instead.
 */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  seen: () => unknown = () => undefined,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}. There was: ${JSON.stringify(seen())}`);
    await delay(50);
  }
}
