// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how snippets are written
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { analyze } from '../../server/src/engine/analyze.ts';
import { parseDockerfile } from '../../server/src/syntax/dockerfile/parse-dockerfile.ts';
import { parsePython } from '../../server/src/syntax/python/parse-python.ts';
import { type FileId, fileId } from '../../server/src/text/file-id.ts';
import { filesBelow, read } from '../arch/repository.ts';
import { expandSnippet, readSnippets, type Snippet, snippetText } from '../support/expand-snippet.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { fixtureInput } from '../support/run-fixture.ts';

before(loadParsers);

const fileNames = filesBelow('snippets')
  .filter((path) => path.endsWith('.json'))
  .map((path) => path.replace('snippets/', ''));
const snippets = fileNames.flatMap(readSnippets);

const production = (text: string) => ({ 'config/settings/production.py': `from .base import *\n\n${text}` });
const cleanText = (path: string): string =>
  fixtureInput({ files: new Map(), onCleanBase: true }).texts.get(path as FileId) ?? assert.fail(path);
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');

/** Where a person inserts each snippet in the clean project, with what then stands around it. */
const placed: Readonly<Record<string, (text: string) => Readonly<Record<string, string>>>> = {
  'prod-security': production,
  'prod-hosts': production,
  'prod-postgres': (text) => ({
    ...production(text),
    'requirements/base.txt': cleanText('requirements/base.txt').replace('psycopg[binary]', 'psycopg[binary,pool]'),
  }),
  'prod-postgres-persistent': production,
  'prod-storages': production,
  'prod-logging': production,
  'prod-logging-package': (text) => ({
    ...production(text),
    'requirements/base.txt': `${cleanText('requirements/base.txt')}python-json-logger==4.2.0\n`,
  }),
  'prod-health': (text) => ({
    'config/health.py': text,
    'config/urls.py': cleanText('config/urls.py').replace(
      'path("health/", health.health, name="health")',
      'path("", include("config.health"))',
    ),
  }),
  'prod-query': (text) => ({
    'shop/reports.py': `from .models import Book\n\n\ndef catalogue():\n${indented(text)}    return [(book.author.name, [tag.label for tag in book.tags.all()]) for book in books]\n`,
  }),
  'prod-indexes': (text) => ({
    'shop/models.py': `${cleanText('shop/models.py')}\n\nclass Order(models.Model):\n    status = models.CharField(max_length=20)\n    created_at = models.DateTimeField(auto_now_add=True)\n\n${indented(text)}\n    def __str__(self):\n        return self.status\n`,
  }),
  'prod-gunicorn': (text) => ({ 'gunicorn.conf.py': text }),
  'prod-dockerfile': (text) => ({ Dockerfile: text, 'requirements.txt': 'Django>=5.2,<5.3\ngunicorn==27.0.1\n' }),
  'prod-dockerignore': (text) => ({ '.dockerignore': text }),
};

/** What preset strict says of the clean project with these files laid over it. */
function findingsWith(texts: Readonly<Record<string, string>>): readonly string[] {
  const files = new Map(Object.entries(texts).map(([path, text]) => [fileId(path) ?? assert.fail(path), text]));
  const { findings, crashes } = analyze(fixtureInput({ files, onCleanBase: true }));
  assert.deepEqual(crashes, []);
  return findings.map(({ rule, file, what }) => `${rule} ${file}: ${what}`);
}

function syntaxErrors(path: string, text: string): readonly unknown[] {
  if (path.endsWith('.py')) return parsePython(text).errors;
  return path === 'Dockerfile' ? parseDockerfile(text).errors : [];
}

function named(prefix: string): Snippet {
  return snippets.find((snippet) => snippet.prefix === prefix) ?? assert.fail(`no snippet ${prefix}`);
}

for (const snippet of snippets) {
  describe(snippet.prefix, () => {
    const place = placed[snippet.prefix];

    test('says in one sentence what it inserts', () => {
      assert.match(snippet.prefix, /^prod-[a-z]+(-[a-z]+)*$/);
      assert.match(snippet.description, /^[A-Z][^\n]{20,130}\.$/);
      assert.doesNotMatch(snippet.description, /[.!?] [A-Z]/);
    });

    test('has no syntax error as it stands, alone and in its place', () => {
      const text = snippetText(snippet);
      assert.ok(place !== undefined, 'the test does not know where it goes');
      for (const [path, whole] of Object.entries(place(text))) {
        assert.deepEqual(syntaxErrors(path, whole), []);
        if (path.endsWith('.py') || path === 'Dockerfile') assert.deepEqual(syntaxErrors(path, text), []);
      }
    });

    test('is silent under strict in the clean project', () => {
      assert.deepEqual(findingsWith(place?.(snippetText(snippet)) ?? {}), []);
    });

    test('indents with tabs, which an editor turns into its own indentation', () => {
      assert.deepEqual(
        snippet.body.filter((line) => /^\t* {2}|\s$|\r|\n/.test(line)),
        [],
      );
      assert.equal(snippet.body.at(-1), '$0');
    });
  });
}

test('each place is that of a snippet, and no two snippets share a prefix or a title', () => {
  const prefixes = snippets.map(({ prefix }) => prefix).sort();
  assert.deepEqual(prefixes, Object.keys(placed).sort());
  assert.equal(new Set(snippets.map(({ title }) => title)).size, snippets.length);
});

test('the snippets of settings and deployment fit into one project together', () => {
  const settings = ['prod-security', 'prod-hosts', 'prod-postgres', 'prod-storages', 'prod-logging'];
  const others = ['prod-postgres', 'prod-health', 'prod-gunicorn', 'prod-dockerfile', 'prod-dockerignore'];
  const texts = others.map((prefix) => placed[prefix]?.(snippetText(named(prefix))));
  const together = production(settings.map((prefix) => snippetText(named(prefix))).join('\n'));
  assert.deepEqual(findingsWith(Object.assign({}, ...texts, together)), []);
});

test('a spoilt snippet is not silent', () => {
  const hosts = snippetText(named('prod-hosts')).replace('    if host.strip()\n', '');
  assert.match(findingsWith(production(hosts)).join('\n'), /^env\/list-split-empty /m);
  const security = snippetText(named('prod-security')).replace('DEBUG = False', 'DEBUG = True');
  assert.match(findingsWith(production(security)).join('\n'), /^settings\/debug-true /m);
  const image = snippetText(named('prod-dockerfile')).replace('USER 10001\n', '');
  assert.match(findingsWith({ Dockerfile: image }).join('\n'), /^docker\/run-as-root /m);
});

test('the manifest contributes every file, each to the language of its name', () => {
  const manifest = JSON.parse(read('package.json')) as {
    contributes: { snippets: readonly { language: string; path: string }[] };
  };
  assert.deepEqual(
    manifest.contributes.snippets.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    fileNames.map((name) => ({ language: name.replace('.json', ''), path: `./snippets/${name}` })),
  );
});

test('the list for readers names every prefix with its file', () => {
  const rows = [...read('snippets/README.md').matchAll(/^\| `(prod-[a-z-]+)` \|/gm)].map(([, prefix]) => prefix);
  assert.deepEqual(rows.sort(), snippets.map(({ prefix }) => prefix).sort());
});

describe('the expander of snippets', () => {
  const cases: readonly [body: string, text: string][] = [
    ['a $1 b $0', 'a  b '],
    ['${1:one} and ${1}, $1', 'one and one, one'],
    ['$1 before ${1:one}', 'one before one'],
    ['${1|a\\,b,c|}${1}', 'a,ba,b'],
    ['${1|a\\|b,c|}', 'a|b'],
    ['\\$PATH \\} \\\\ \\n }', '$PATH } \\ \\n }'],
    ['${1:a\\}b}c', 'a}bc'],
    ['${2:x_${1:y}_z} $1', 'x_y_z y'],
    ['line \\\n${1:next}', 'line \\\nnext'],
  ];
  for (const [body, text] of cases) test(body, () => assert.equal(expandSnippet(body), text));

  for (const body of ['$PATH', '${TM_FILENAME}', '${1/a/b/}', '${1:open', '${1|open', '${1:a $1}', '$']) {
    test(`refuses ${body}`, () => assert.throws(() => expandSnippet(body)));
  }
});
