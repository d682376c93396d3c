import type { AnyRule } from '../contract/rule.ts';
import { unknownSelectors } from '../engine/check-selectors.ts';
import { type Config, defaultConfig } from '../engine/config.ts';
import { readConfigFile } from '../engine/config-file.ts';
import { knownSelectors, type Preset, presets } from '../engine/select-findings.ts';
import type { Position } from '../text/line-index.ts';
import { findConfig } from '../workspace/find-config.ts';

/** What the editor's settings say about a folder; they come before the configuration file. */
export interface EditorChoice {
  readonly enable: boolean;
  /** Undefined for what the configuration file says. */
  readonly preset: Preset | undefined;
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** A fault of a configuration file: its absolute path, the 0-based place, and what to do about it. */
export interface ConfigProblem {
  readonly path: string;
  readonly position: Position;
  readonly message: string;
}

export interface FolderConfig {
  /** What holds in spite of the problems: the file's word when it can be read, else the defaults. */
  readonly config: Config;
  readonly problems: readonly ConfigProblem[];
}

/** Reads what an editor answers to `workspace/configuration` for `djpreflight`; what has a wrong type counts as not set. */
export function readEditorChoice(value: unknown): EditorChoice {
  const settings = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const list = (name: string): readonly string[] => {
    const found = settings[name];
    return Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
  };
  return {
    enable: settings['enable'] !== false,
    preset: presets.find((one) => one === settings['preset']),
    select: list('select'),
    ignore: list('ignore'),
  };
}

/** The configuration of a workspace folder: its nearest file with the editor's settings over it. */
export function loadFolderConfig(root: string, choice: EditorChoice, rules: readonly AnyRule[]): FolderConfig {
  const { config: fromFile, problems } = fromNearestFile(root, rules);
  const known = new Set(knownSelectors(rules));
  const config: Config = {
    ...fromFile,
    preset: choice.preset ?? fromFile.preset,
    // An unknown word in the editor's settings selects nothing, which would look like a clean project.
    select: choice.select.some((one) => known.has(one)) ? [...choice.select] : fromFile.select,
    ignore: [...fromFile.ignore, ...choice.ignore],
  };
  return { config, problems };
}

function fromNearestFile(root: string, rules: readonly AnyRule[]): FolderConfig {
  const found = findConfig(root);
  if (found === undefined) return { config: defaultConfig, problems: [] };
  const { path, text, isPyproject } = found;
  const { config, faults } = readConfigFile(text, isPyproject);
  if (config === undefined) return { config: defaultConfig, problems: faults.map((fault) => ({ path, ...fault })) };
  const unknown = unknownSelectors(config, rules);
  const problems = unknown.map(({ word, message }) => ({ path, position: positionOf(text, word), message }));
  return { config, problems };
}

function positionOf(text: string, word: string): Position {
  const at = Math.max(0, text.indexOf(word));
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}
