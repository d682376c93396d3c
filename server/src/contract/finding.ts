import type { Environment } from '../model/settings/environment.ts';
import type { FileEdit, Location, NewFile, RelatedPlace } from '../text/location.ts';
import type { RuleSource } from './meta.ts';
import type { Confidence, Severity } from './severity.ts';

/** `safe` keeps what the program does in every environment we can see; everything else is a `suggestion`. */
export type Applicability = 'safe' | 'suggestion';

/** One way to mend a finding: all its edits or none. */
export interface Fix {
  /** Imperative, at most 60 characters. */
  readonly title: string;
  readonly applicability: Applicability;
  readonly edits: readonly FileEdit[];
  readonly create: readonly NewFile[];
}

/** The three parts of what a user reads. */
export interface MessageParts {
  readonly what: string;
  readonly why: string;
  readonly help: string;
}

/** What the engine hands to reports, editor and fixes: a rule's word on one place, severity and texts resolved. */
export interface Finding extends MessageParts, Location {
  readonly rule: string;
  /** Row of the rule's table, as `whitenoise-late` of `middleware/order`. */
  readonly row: string | undefined;
  readonly area: 'settings' | 'orm' | 'docker';
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly sources: readonly RuleSource[];
  /** Environments and leaf modules that suffer; empty outside settings. */
  readonly environments: readonly Environment[];
  readonly modules: readonly string[];
  readonly related: readonly RelatedPlace[];
  /** Survives unrelated line moves: 16 hex digits. */
  readonly fingerprint: string;
  /** Builds the fixes; asked only when somebody wants to see or make them. */
  readonly fixes: () => readonly Fix[];
}
