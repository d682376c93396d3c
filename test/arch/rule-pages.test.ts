import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../rules/registry.ts';
import { ruleFiles } from '../../rules/tools/rule-files.ts';
import { filesBelow, read } from './repository.ts';
import { fencesOf, pageFaults } from './rule-page.ts';

test('each rule has a page under the fixed headings, and every page has a rule', () => {
  const titles = new Map(rules.map(({ meta }) => [meta.id, meta.title]));
  const pages = ['settings', 'orm', 'docker'].flatMap((area) =>
    filesBelow(`rules/${area}`).filter((file) => file.endsWith('.md')),
  );
  const expected = ruleFiles().map(({ relativePath }) => `rules/${relativePath.replace(/\.ts$/, '.md')}`);
  assert.deepEqual([...pages].sort(), [...expected].sort());
  const faults = pages.flatMap((path) => {
    const id = path.replace(/^rules\/[^/]+\//, '').replace(/\.md$/, '');
    return pageFaults(read(path), titles.get(id) ?? '').map((fault) => `${path}: ${fault}`);
  });
  assert.deepEqual(faults, []);
});

const page = `# Debug mode in production

<!-- generated -->
<!-- /generated -->

## What it reports

Debug mode.

\`\`\`python bad file=config/settings/production.py
DEBUG = True
# a comment, no heading
\`\`\`

## Why it matters in production

It shows secrets.

## What to do

\`\`\`python good file=config/settings/production.py
DEBUG = False
\`\`\`

\`\`\`sh
djpreflight check
\`\`\`

## When not to use it

Never.

## References

- Django
`;

test('a good page has no fault, and its tagged fences are read', () => {
  assert.deepEqual(pageFaults(page, 'Debug mode in production'), []);
  assert.deepEqual(fencesOf(page), [
    {
      language: 'python',
      kind: 'bad',
      file: 'config/settings/production.py',
      text: 'DEBUG = True\n# a comment, no heading\n',
      line: 10,
    },
    { language: 'python', kind: 'good', file: 'config/settings/production.py', text: 'DEBUG = False\n', line: 21 },
  ]);
});

const planted: readonly (readonly [what: string, text: string, fault: RegExp])[] = [
  ['another title', page.replace('# Debug mode', '# Debugging'), /its headings are/],
  ['a missing heading', page.replace('## When not to use it\n', ''), /its headings are/],
  ['headings out of order', page.replace('What to do', 'References'), /its headings are/],
  ['a heading too many', `${page}\n## Notes\n`, /its headings are/],
  ['no header table', page.replace('<!-- generated -->\n', ''), /generated table/],
  ['no end of the table', page.replace('<!-- /generated -->\n', ''), /has no end/],
  ['no bad example', page.replace('python bad', 'python good'), /no bad example/],
  ['no good example', page.replace('python good', 'python bad'), /no good example/],
  ['an untagged fence', page.replace('python bad', 'python'), /a fence says/],
  ['a fence without file', page.replace(' file=config/settings/production.py', ''), /a fence says/],
  ['an open fence', page.replace('djpreflight check\n```', 'djpreflight check'), /no end/],
  ['an empty section', page.replace('Never.', ''), /nothing under "When not to use it"/],
];

for (const [what, text, fault] of planted) {
  test(`a planted page is seen: ${what}`, () => {
    assert.match(pageFaults(text, 'Debug mode in production').join('\n'), fault);
  });
}
