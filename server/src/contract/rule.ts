// What a rule author sees: a rule is a target, its metadata and one check.
// Types and zod only: no analysis, no engine. Look next at finding.ts (what comes out) and engine/run-rules.ts (who calls `check`).
import type { EditBuilders } from '../edit/builders.ts';
import type { DockerImage, DockerStage } from '../model/docker/docker-model.ts';
import type { OrmModelClass } from '../model/orm/model-graph.ts';
import type { RelationLoad } from '../model/orm/relation-load.ts';
import type { Project } from '../model/project.ts';
import type { SettingsFile } from '../model/settings/leaves/settings-files.ts';
import type { SettingsLeaf } from '../model/settings/settings-model.ts';
import type { EnvFile } from '../model/settings/topics/env-files.ts';
import type { Location, RelatedPlace } from '../text/location.ts';
import type { Fix, MessageParts } from './finding.ts';
import type { RuleMeta } from './meta.ts';
import type { Confidence, Severity } from './severity.ts';

/** What a rule can be asked about, one call of `check` for each. */
export interface Targets {
  /** A settings module by its text, leaf or not. */
  readonly settings: SettingsFile;
  /** A settings module that nothing else imports, with what the whole chain gives it. */
  readonly settingsLeaf: SettingsLeaf;
  /** A file of environment variables that git would take. */
  readonly envFile: EnvFile;
  /** A relation that is read once for each row of a loop. */
  readonly load: RelationLoad;
  readonly model: OrmModelClass;
  /** A Dockerfile with its build context and everything it copies. */
  readonly dockerfile: DockerImage;
  readonly stage: DockerStage;
}
export type TargetKind = keyof Targets;

/** The names between braces in a message: `'`{setting}` is on.'` has `setting`. */
type PlaceholdersOf<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | PlaceholdersOf<Rest> : never;

/** Filled by the engine from the leaves that share a finding: `a`, `a and b`, `a, b and 3 more`. */
type Reserved = 'modules';

type DataFor<Message> = Message extends MessageParts
  ? Record<Exclude<PlaceholdersOf<Message[keyof MessageParts]>, Reserved>, string | number>
  : never;

/** One call of `report`: the compiler holds `data` against the placeholders of the message. */
export type Report<Meta extends RuleMeta> = {
  [Id in keyof Meta['messages'] & string]: {
    readonly at: Location;
    readonly message: Id;
    readonly data: DataFor<Meta['messages'][Id]>;
    readonly row?: Meta['rows'] extends Record<infer Row, unknown> ? Row : never;
    /** Only to say less than the rule declares, as a ramp-up value of HSTS. */
    readonly severity?: Severity;
    readonly confidence?: Confidence;
    readonly related?: readonly RelatedPlace[];
    /** Called only when somebody asks; a builder that cannot do its work gives undefined. */
    readonly fixes?: () => readonly (Fix | undefined)[];
  };
}[keyof Meta['messages'] & string];

/** What `check` gets beside its target. */
export interface RuleContext<Meta extends RuleMeta> {
  readonly project: Project;
  readonly edit: EditBuilders;
  report(report: Report<Meta>): void;
}

export interface Rule<Kind extends TargetKind = TargetKind, Meta extends RuleMeta = RuleMeta> {
  readonly target: Kind;
  readonly meta: Meta;
  check(target: Targets[Kind], context: RuleContext<Meta>): void;
}

/** A rule whose own types are forgotten: what the registry holds and the engine runs. */
export type AnyRule = { [Kind in TargetKind]: Rule<Kind> }[TargetKind];

/**
 * Declares a rule: the one default export of its file.
 * Keeps the literal types of `meta`, so that a message id or placeholder that does not exist is a compile error.
 */
export function defineRule<Kind extends TargetKind, const Meta extends RuleMeta>(rule: Rule<Kind, Meta>): AnyRule {
  // A rule only ever meets the messages of its own meta; forgetting them is what lets one list hold all rules.
  return rule as unknown as AnyRule;
}
