import { test } from 'node:test';
import type { Djangos } from './prepare-djangos.ts';

/**
 * Puts a proof that cannot be made here into the report under its name. It fails where `CI` is `true`; elsewhere it is
 * counted as "todo", apart from what passed.
 */
export function declareNotProved(what: string, reason: string): void {
  const inCi = process.env['CI'] === 'true';
  test(`not proved: ${what}`, inCi ? {} : { todo: reason }, () => {
    const error = new Error(reason);
    // Where it was thrown tells nothing.
    error.stack = reason;
    throw error;
  });
}

/** Declares `what` as not proved for every Django that is missing here. */
export function declareMissingDjangos(djangos: Djangos, what: string): void {
  for (const { version, reason } of djangos.missing) declareNotProved(`${what} under Django ${version}`, reason);
}
