// Our own messages between the editor and the language server, beside those of the protocol. Types only: client/ may import nothing else.
// Must not hold code. Look next at server.ts (who answers) and client/src/ (who asks).

/** What the server is doing, for the language status item. Sent as notification `djpreflight/status` whenever it changes. */
export interface ServerStatus {
  /** `idle`: no Django code in the workspace. `error`: the configuration cannot be used; `message` says where and why. */
  readonly state: 'reading' | 'analysing' | 'ready' | 'idle' | 'error';
  /** Files that were read. */
  readonly files: number;
  /** Findings that are shown, over the whole workspace. */
  readonly findings: number;
  readonly message?: string;
}
export const statusNotification = 'djpreflight/status';

/** Request `djpreflight/explain`: the page of a rule. */
export interface ExplainParams {
  readonly rule: string;
}
export interface ExplainResult {
  /** Markdown; null for a rule that does not exist. */
  readonly markdown: string | null;
}
export const explainRequest = 'djpreflight/explain';

/** Request `djpreflight/rules`: what can be explained, sorted by id. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
}
export const rulesRequest = 'djpreflight/rules';

/** Request `djpreflight/fixAll`: all safe fixes, of one file or of the whole workspace; the server applies them by `workspace/applyEdit`. */
export interface FixAllParams {
  /** Undefined for the whole workspace. */
  readonly uri?: string;
}
export interface FixAllResult {
  /** Fixes that were made. */
  readonly applied: number;
  /** Files that they changed. */
  readonly files: number;
  /** Why fixes were not made, a sentence each. */
  readonly refused: readonly string[];
}
export const fixAllRequest = 'djpreflight/fixAll';

/** Request `djpreflight/check`: reads all files anew and analyses them. */
export interface CheckResult {
  readonly files: number;
  readonly findings: number;
}
export const checkRequest = 'djpreflight/check';
