// When a crashed server is started again: soon at first, then later and later, then not at all.
// Must not start anything. Look next at language-client.ts.

/** Waits in milliseconds before the first, second… restart. */
const delays = [500, 1_000, 2_000, 4_000, 8_000];
/** A crash that lies further back no longer counts, in milliseconds. */
const memory = 3 * 60_000;

/** Remembers crashes. A server that crashes on one file crashes again at each start; it must not take the whole processor. */
export class RestartPolicy {
  #crashes: number[] = [];

  /** Notes a crash at a time in milliseconds; gives the wait before the restart, undefined when it is not worth another try. */
  nextDelay(now: number): number | undefined {
    this.#crashes = [...this.#crashes.filter((at) => now - at < memory), now];
    return delays[this.#crashes.length - 1];
  }

  /** Forgets all crashes: somebody asked for a new start. */
  reset(): void {
    this.#crashes = [];
  }
}
