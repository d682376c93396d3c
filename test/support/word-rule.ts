import type { Fix } from '../../server/src/contract/finding.ts';
import { type AnyRule, defineRule } from '../../server/src/contract/rule.ts';
import { type Analysis, type AnalysisInput, analyze } from '../../server/src/engine/analyze.ts';
import { type Config, defaultConfig } from '../../server/src/engine/config.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

// Rules for tests of the engine: they report every place of a word in a settings module, and mend it as the test says.

/** What a word rule does with one place of its word. */
export interface WordRule {
  readonly id: string;
  readonly word: string;
  readonly severity?: AnyRule['meta']['severity'];
  readonly confidence?: AnyRule['meta']['confidence'];
  readonly yieldsTo?: string[];
  readonly leadsTo?: string[];
  /** A file that has this is left in peace. */
  readonly unless?: string;
  readonly fixes?: (place: WordPlace) => readonly (Fix | undefined)[];
}

export interface WordPlace {
  readonly file: FileId;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function wordRule({ id, word, severity, confidence, yieldsTo, leadsTo, unless, fixes }: WordRule): AnyRule {
  return defineRule({
    target: 'settingsLeaf',
    meta: {
      id,
      since: '0.1.0',
      status: 'stable',
      title: 'A word',
      severity: severity ?? 'warning',
      confidence: confidence ?? 'high',
      fix: 'safe',
      sources: [],
      cwe: [],
      references: ['https://docs.djangoproject.com/'],
      messages: { found: { what: 'Here is `{word}`.', why: 'It is in {modules}.', help: 'Remove it.' } },
      ...(yieldsTo === undefined ? {} : { yieldsTo }),
      ...(leadsTo === undefined ? {} : { leadsTo }),
    },
    check(leaf, ctx) {
      for (const file of leaf.chain) {
        const text = ctx.project.sources.text(file) ?? '';
        if (unless !== undefined && text.includes(unless)) continue;
        for (const { index: start } of text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))) {
          const end = start + word.length;
          ctx.report({
            at: { file, span: { start, end } },
            message: 'found',
            data: { word },
            fixes: () => fixes?.({ file, start, end, text }) ?? [],
          });
        }
      }
    },
  });
}

/** A fix that puts another word in the place. */
export function replacement(place: WordPlace, newText: string, applicability: Fix['applicability'] = 'safe'): Fix {
  const { file, start, end } = place;
  return {
    title: `Write ${newText}`,
    applicability,
    edits: [{ file, edit: { span: { start, end }, newText } }],
    create: [],
  };
}

/**
 * A project that is started with `config.settings`.
 * @param settings text of config/settings.py, or all files of the settings by path
 */
export function settingsInput(
  settings: string | Readonly<Record<string, string>>,
  rules: readonly AnyRule[],
  config: Partial<Config> = {},
): AnalysisInput {
  const files = typeof settings === 'string' ? { 'config/settings.py': settings } : settings;
  const texts = new Map(
    Object.entries({
      'manage.py': "import os\nimport django\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
      'config/__init__.py': '',
      ...files,
    }),
  ) as Map<FileId, string>;
  return { texts, listing: texts.keys(), rules, config: { ...defaultConfig, ...config } };
}

/** Findings as `rule file:line:column`, 1-based. */
export function placesOf({ findings, project }: Analysis): readonly string[] {
  return findings.map(({ rule, file, span }) => {
    const position = project.sources.lines(file)?.position(span.start);
    return `${rule} ${file}:${(position?.line ?? -1) + 1}:${(position?.column ?? -1) + 1}`;
  });
}

/** Analyses settings with the given rules. */
export function analyzeSettings(...args: Parameters<typeof settingsInput>): Analysis {
  return analyze(settingsInput(...args));
}
