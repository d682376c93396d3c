/** What the process says when it ends; a promise of README. */
export const exitCodes = {
  /** Nothing at or above `--fail-on`. */
  clean: 0,
  findings: 1,
  /** Wrong use or configuration. */
  usage: 2,
  /** A fault of ours. */
  internal: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Wrong use or configuration: ends the command with a message for the user and exit code 2. */
export class UsageError extends Error {}
