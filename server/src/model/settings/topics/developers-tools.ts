import type { Location } from '../../../text/location.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import { middlewareStacks } from './middleware-stack.ts';

/** A tool for developers that a leaf runs for certain. */
export interface DevelopersTool {
  readonly row: 'debug-toolbar' | 'silk';
  /** Its middleware: without it the toolbar shows nothing, and silk records nothing. */
  readonly at: Location;
  /** Nothing of the tool's own asks who is looking. */
  readonly isOpen: boolean;
}

const tools = [
  { row: 'debug-toolbar', middleware: 'debug_toolbar.middleware.DebugToolbarMiddleware' },
  { row: 'silk', middleware: 'silk.middleware.SilkyMiddleware' },
] as const;

/** The tools for developers in a leaf, each once; what only some runs have is left out. */
export function developersTools(leaf: SettingsLeaf): readonly DevelopersTool[] {
  return tools.flatMap(({ row, middleware }) => {
    const stacks = middlewareStacks(leaf);
    const found = stacks.map(({ entries }) => entries.find(({ path, optional }) => path === middleware && !optional));
    const entry = found.includes(undefined) ? undefined : found[0];
    return entry === undefined ? [] : [{ row, at: entry.at, isOpen: row === 'silk' && isSilkOpen(leaf) }];
  });
}

function isSilkOpen(leaf: SettingsLeaf): boolean {
  const asks = ['SILKY_AUTHENTICATION', 'SILKY_AUTHORISATION'].map((name) => leaf.get(name));
  return asks.every((one) => one === undefined || (one.value.kind === 'constant' && one.value.value === false));
}
