import type { Area } from './rule-files.ts';

/** Stands wherever the author of a new rule has something to write; a test fails on every file that still has it. */
export const fillIn = 'FILL IN';

const forms = {
  settings: {
    target: 'settingsLeaf',
    subject: 'leaf',
    language: 'python',
    extension: 'py',
    file: 'config/settings/production.py',
  },
  orm: { target: 'model', subject: 'model', language: 'python', extension: 'py', file: 'shop/models.py' },
  docker: {
    target: 'dockerfile',
    subject: 'image',
    language: 'dockerfile',
    extension: 'dockerfile',
    file: 'Dockerfile',
  },
} as const;

/**
 * The files of a new rule, by root-relative path: the rule, its page, two bad and three ok fixtures. They compile, and no test
 * passes before they are filled in.
 * @param id `<group>/<name>`
 */
export function ruleSkeleton(area: Area, id: string, version: string): ReadonlyMap<string, string> {
  const fixtures = `test/rules/${area}/${id}`;
  const { extension } = forms[area];
  return new Map([
    [`rules/${area}/${id}.ts`, ruleText(area, id, version)],
    [`rules/${area}/${id}.md`, pageText(area)],
    ...['bad-plain', 'bad-other-shape'].map((name) => [`${fixtures}/${name}.${extension}`, badText(area, id)] as const),
    ...['ok-plain', 'ok-unknown', 'ok-near-miss'].map(
      (name) => [`${fixtures}/${name}.${extension}`, okText(area)] as const,
    ),
  ]);
}

function ruleText(area: Area, id: string, version: string): string {
  const { target, subject } = forms[area];
  return `import { defineRule } from '../../../server/src/contract/rule.ts';

export default defineRule({
  target: '${target}',
  meta: {
    id: '${id}',
    since: '${version}',
    status: 'preview',
    title: '${fillIn}: the bad state in a few words',
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    sources: [],
    cwe: [],
    references: [],
    messages: {
      ${messageKey}: {
        what: '${fillIn}: what is wrong here, with \`{name}\` in backticks',
        why: '${fillIn}: what happens in production',
        help: '${fillIn}: one act',
      },
    },
  },
  check(${subject}, ctx) {
    // ${fillIn}: return early while anything is unknown, ask model/${area}/questions.ts, then:
    // ctx.report({ at, message: '${messageKey}', data: { name }, fixes: () => [] });
    void [${subject}, ctx];
  },
});
`;
}

const messageKey = 'found';

function pageText(area: Area): string {
  const { language, file } = forms[area];
  const fence = (kind: string): string => `\`\`\`${language} ${kind} file=${file}\n# ${fillIn}\n\`\`\`\n`;
  return `# ${fillIn}: the bad state in a few words

<!-- generated -->
<!-- /generated -->

## What it reports

${fillIn}

${fence('bad')}
## Why it matters in production

${fillIn}

## What to do

${fillIn}

${fence('good')}
## When not to use it

${fillIn}

## References

- ${fillIn}
`;
}

function badText(area: Area, id: string): string {
  return `#- ${forms[area].file}\n# ${fillIn}: code that has the fault; put the carets under it\n#<^ ${id}\n`;
}

function okText(area: Area): string {
  return `#- ${forms[area].file}\n# ${fillIn}: code that looks like the fault and is none\n`;
}
