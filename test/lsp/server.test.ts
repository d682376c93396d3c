// The bundled language server over stdio, as an editor talks to it.
import assert from 'node:assert/strict';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type CodeAction,
  CodeActionResolveRequest,
  DiagnosticSeverity,
  FileChangeType,
  type Range,
} from 'vscode-languageserver-protocol/node';
import { type ExplainResult, explainRequest } from '../../server/src/lsp/protocol.ts';
import { parseJsonReport } from '../support/json-report.ts';
import { LspClient } from '../support/lsp-client.ts';
import { runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';

const storefront = 'test/projects/storefront';
const staging = 'config/settings/staging.py';
const everything: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Starts a server on a copy of the storefront. */
async function start(context: Parameters<typeof tempProject>[0]): Promise<{ client: LspClient; root: string }> {
  const root = tempProject(context, {}, storefront);
  return { client: await LspClient.start(context, [root]), root };
}

test('the findings are those of the command line, for files that are not open too', async (context) => {
  const { client, root } = await start(context);
  const { findings } = parseJsonReport(runCli(['check', root, '--format', 'json']).stdout);
  const expected = findings.map(({ file, rule, row, start: { line, column } }) =>
    [file, line, column, row === null ? rule : `${rule}:${row}`].join(' '),
  );
  const actual = [...client.published].flatMap(([uri, { diagnostics }]) =>
    diagnostics.map(({ range: { start }, code }) =>
      [client.fileOf(uri), start.line + 1, start.character + 1, code].join(' '),
    ),
  );
  assert.deepEqual(actual.sort(), expected.sort());
  assert.ok(actual.length >= 15);
});

test('a diagnostic says where its rule is explained and what else belongs to it', async (context) => {
  const { client } = await start(context);
  const debug = client.published
    .get(client.uri(staging))
    ?.diagnostics.find(({ code }) => code === 'settings/debug-true');
  assert.equal(debug?.source, 'djpreflight');
  assert.equal(debug?.severity, DiagnosticSeverity.Error);
  assert.match(debug?.codeDescription?.href ?? '', /^https:\/\/.*settings\/debug-true/);
  const all = [...client.published.values()].flatMap(({ diagnostics }) => diagnostics);
  const load = all.find(({ code }) => code === 'n-plus-one/relation');
  assert.equal(load?.relatedInformation?.[0]?.message, 'The queryset begins here.');
  const storage = all.find(({ code }) => code === 'static/old-storage-setting');
  assert.deepEqual(storage?.tags, [2], 'deprecated');
});

test('unsaved edits count, by ranges, and their version comes back', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  const line = text.split('\n').findIndex((one) => one.startsWith('DEBUG'));
  const value = { start: { line, character: 8 }, end: { line, character: 12 } };
  const version = await client.change(staging, { range: value, text: 'False' });
  await client.until(() => client.published.get(client.uri(staging))?.version === version);
  assert.ok(!client.codes(staging).includes('settings/debug-true'));
  await client.close(staging);
  await client.until(() => client.codes(staging).includes('settings/debug-true'));
});

test('an edit of one file changes what is said of another', async (context) => {
  const { client } = await start(context);
  const base = 'config/settings/base.py';
  const text = await client.open(base);
  await client.change(base, { text: `${text}\nSECURE_HSTS_SECONDS = 3600\n` });
  await client.until(() => !client.codes(staging).includes('https/hsts-missing'));
  assert.ok(client.codes(staging).includes('settings/debug-true'), 'the rest is as it was');
  await client.close(base);
  await client.until(() => client.codes(staging).includes('https/hsts-missing'));
});

test('a request that is cancelled is answered as such, and the server goes on', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  const [action] = await client.actions(staging, everything);
  assert.ok(action);
  const source = new CancellationTokenSource();
  const sent: Promise<unknown>[] = [];
  // The edit makes the server wait for an analysis; all in one piece, so that it cannot answer before it is told.
  client.together(() => {
    sent.push(client.change(staging, { text: `${text}# edited\n` }));
    sent.push(client.connection.sendRequest(CodeActionResolveRequest.type, action, source.token));
    source.cancel();
  });
  await assert.rejects(Promise.all(sent), /ancelled/);
  assert.ok((await client.actions(staging, everything)).length > 0);
});

test('a thousand quick edits end where a fresh analysis does', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  const at = { line: text.split('\n').length - 1, character: 0 };
  let version = 0;
  for (let i = 0; i < 500; i++) {
    await client.change(staging, { range: { start: at, end: at }, text: 'DEBUG = not (\n' });
    version = await client.change(staging, {
      range: { start: at, end: { line: at.line + 1, character: 0 } },
      text: '',
    });
  }
  await client.until(() => client.published.get(client.uri(staging))?.version === version);
  const fresh = await start(context);
  assert.deepEqual(client.codes(staging), fresh.client.codes(staging));
});

test('the fix of a finding is made for the text as it is, and takes the finding away', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  const actions = await client.actions(staging, everything);
  const fix = actions.find(({ title }) => title.startsWith('Read `DEBUG`') || title.startsWith('Set `DEBUG'));
  assert.ok(fix);
  assert.deepEqual([fix.kind, fix.isPreferred, fix.edit], ['quickfix', true, undefined]);
  const edited = apply(text, await client.resolve(fix), client.uri(staging));
  const version = await client.change(staging, { text: edited });
  await client.until(() => client.published.get(client.uri(staging))?.version === version);
  assert.ok(!client.codes(staging).includes('settings/debug-true'));
});

test('an ignore comment silences, and explaining is a command', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  const actions = await client.actions(staging, everything);
  const ignore = actions.find(({ title }) => title === 'Ignore `settings/debug-true` here, with a reason');
  assert.ok(ignore);
  const version = await client.change(staging, {
    text: apply(text, await client.resolve(ignore), client.uri(staging)),
  });
  await client.until(() => client.published.get(client.uri(staging))?.version === version);
  assert.ok(!client.codes(staging).includes('settings/debug-true'));
  const explain = actions.find(({ title }) => title === 'Explain `settings/debug-true`');
  assert.deepEqual(explain?.command?.arguments, ['settings/debug-true']);
  const page: ExplainResult = await client.connection.sendRequest(explainRequest, { rule: 'settings/debug-true' });
  assert.match(page.markdown ?? '', /^# DEBUG is on/);
});

test('an ignore comment without use is taken away, and nothing else is offered for it', async (context) => {
  const { client } = await start(context);
  const text = await client.open(staging);
  await client.change(staging, { text: `# djpreflight: ignore[settings/debug-true] long gone\nX = 1\n${text}` });
  await client.until(() => client.codes(staging).includes('suppression/unused-ignore'));
  const diagnostics = client.published.get(client.uri(staging))?.diagnostics ?? [];
  const unused = diagnostics.find(({ code }) => code === 'suppression/unused-ignore');
  assert.ok(unused);
  assert.equal(unused.codeDescription, undefined);
  const actions = await client.actions(staging, unused.range);
  const own = actions.filter((one) => one.diagnostics?.[0]?.code === unused.code);
  assert.deepEqual(
    own.map(({ title }) => title.split(' ')[0]),
    ['Remove'],
  );
});

test('fix all makes the safe fixes of the file alone', async (context) => {
  const { client } = await start(context);
  const file = [...client.published.keys()].map((uri) => client.fileOf(uri)).find((one) => one.endsWith('views.py'));
  assert.ok(file);
  const text = await client.open(file);
  const [all] = await client.actions(file, everything, ['source.fixAll.djpreflight']);
  assert.ok(all);
  const version = await client.change(file, { text: apply(text, await client.resolve(all), client.uri(file)) });
  await client.until(() => client.published.get(client.uri(file))?.version === version);
  assert.ok(!client.codes(file).includes('n-plus-one/relation'));
});

test('files that come, change, move and go on disk', async (context) => {
  const { client, root } = await start(context);
  const path = join(root, staging);
  writeFileSync(path, 'from .base import *\n\nDEBUG = False\nSECRET_KEY = "staging-storefront-2024"\n');
  await client.changedOnDisk(staging, FileChangeType.Changed);
  await client.until(() => !client.codes(staging).includes('settings/debug-true'));
  rmSync(path);
  await client.changedOnDisk(staging, FileChangeType.Deleted);
  await client.until(() => client.codes(staging).length === 0);
  const moved = 'config/settings/production_two.py';
  writeFileSync(path, 'from .base import *\n\nDEBUG = True\n');
  renameSync(path, join(root, moved));
  await client.changedOnDisk(moved, FileChangeType.Created);
  await client.until(() => client.codes(moved).includes('settings/debug-true'));
});

test('configuration: the file, the editor over it, and a fault where it stands', async (context) => {
  const { client, root } = await start(context);
  client.settings = { ignore: ['settings'] };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => !client.codes(staging).includes('settings/debug-true'));
  client.settings = { enable: false };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => [...client.published.values()].every(({ diagnostics }) => diagnostics.length === 0));
  client.settings = {};
  writeFileSync(join(root, '.djpreflight.toml'), 'preset = "strct"\n');
  await client.changedOnDisk('.djpreflight.toml', FileChangeType.Created);
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.codes('.djpreflight.toml').includes('configuration'));
  await client.until(() => client.statuses.at(-1)?.state === 'error');
  assert.match(client.statuses.at(-1)?.message ?? '', /\.djpreflight\.toml:1: /);
});

test('a folder without Django is idle, and two folders are two projects', async (context) => {
  const plain = tempProject(context, { 'a.py': 'print(1)\n' });
  const alone = await LspClient.start(context, [plain]);
  assert.equal(alone.statuses.at(-1)?.state, 'idle');
  const first = tempProject(context, {}, storefront);
  const second = tempProject(context, {}, storefront);
  const both = await LspClient.start(context, [first, second]);
  await both.until(() => both.published.has(both.uri(staging, second)) && both.published.has(both.uri(staging, first)));
});

test('a workspace folder inside of another one speaks for its own files', async (context) => {
  const outer = tempProject(context, {}, storefront);
  const inner = join(outer, 'apps');
  const client = await LspClient.start(context, [outer, inner]);
  await client.until(() => client.codes(staging).includes('settings/debug-true'));
  // Without the settings and models around them the applications alone still have their loops.
  await client.until(() => client.codes('apps/orders/views.py').includes('n-plus-one/relation'));
  const count = client.codes('apps/orders/views.py').length;
  assert.equal(
    count,
    new Set(
      client.published.get(client.uri('apps/orders/views.py'))?.diagnostics.map(({ range }) => JSON.stringify(range)),
    ).size,
  );
});

test('switching a branch under the server: hundreds of files at once', async (context) => {
  const { client, root } = await start(context);
  const models =
    'from django.db import models\n\n\nclass Thing(models.Model):\n    name = models.CharField(max_length=9)\n';
  const files = Array.from({ length: 400 }, (_, i) => `apps/thing_${i}/models.py`);
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), models);
  }
  const settings = 'config/settings/production.py';
  writeFileSync(join(root, settings), 'from .base import *\n\nDEBUG = True\n');
  await Promise.all([...files, settings].map((file) => client.changedOnDisk(file, FileChangeType.Created)));
  await client.until(() => client.codes(settings).includes('settings/debug-true'));
  await client.until(() => (client.statuses.at(-1)?.files ?? 0) > 400);
  for (const file of files) rmSync(join(root, file));
  await Promise.all(files.map((file) => client.changedOnDisk(file, FileChangeType.Deleted)));
  await client.until(() => client.statuses.at(-1)?.state === 'ready' && (client.statuses.at(-1)?.files ?? 0) < 100);
});

test('two projects of one folder with apps of the same names keep apart', async (context) => {
  const project = (name: string, relation: string): Record<string, string> => ({
    [`${name}/manage.py`]:
      "import os\nfrom django.core.management import execute_from_command_line\nos.environ['DJANGO_SETTINGS_MODULE'] = 'conf'\n",
    [`${name}/shop/__init__.py`]: '',
    [`${name}/shop/models.py`]: `from django.db import models\n\n\nclass Owner(models.Model):\n    pass\n\n\nclass Book(models.Model):\n    ${relation} = models.ForeignKey(Owner, models.CASCADE)\n`,
    [`${name}/shop/report.py`]:
      'from shop.models import Book\n\nfor book in Book.objects.all():\n    print(book.author.name)\n',
  });
  const root = tempProject(context, { ...project('one', 'author'), ...project('two', 'editor') });
  const client = await LspClient.start(context, [root]);
  assert.deepEqual(client.codes('one/shop/report.py'), ['n-plus-one/relation']);
  assert.deepEqual(client.codes('two/shop/report.py'), [], 'its book has no author');
});

test('a fix that an edit has made old is refused with a reason', async (context) => {
  const { client } = await start(context);
  await client.open(staging);
  const fix = (await client.actions(staging, everything)).find(
    ({ title }) => title.includes('`DEBUG`') || title.includes('DEBUG ='),
  );
  assert.ok(fix);
  await client.change(staging, { text: 'from .base import *\n\nDEBUG = False\n' });
  await assert.rejects(client.resolve(fix), /no longer there/);
});

test('the command line runs the same server', async (context) => {
  const root = tempProject(context, {}, storefront);
  const command = [process.execPath, join(process.cwd(), 'dist/cli.cjs'), 'lsp', '--stdio'];
  const client = await LspClient.start(context, [root], command);
  assert.ok(client.codes(staging).includes('settings/debug-true'));
  const wrong = runCli(['lsp']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /--stdio/);
});

test('half-written code, a pasted wall of text and a deleted settings file leave the server alive', async (context) => {
  const { client } = await start(context);
  await client.open(staging);
  const half = await client.change(staging, { text: 'from .base import *\nDEBUG = True\nALLOWED_HOSTS = [\n    "a' });
  await client.until(() => client.published.get(client.uri(staging))?.version === half);
  assert.ok(client.codes(staging).includes('settings/debug-true'), 'findings of intact parts stay');
  const wall = Array.from({ length: 5000 }, (_, i) => `X_${i} = [${i}, "${'y'.repeat(40)}"]`).join('\n');
  const pasted = await client.change(staging, { text: `from .base import *\nDEBUG = True\n${wall}\n` });
  await client.until(() => client.published.get(client.uri(staging))?.version === pasted);
  assert.ok(client.codes(staging).includes('settings/debug-true'));
});

/** The text of a document after an action's edit of it. */
function apply(text: string, action: CodeAction, uri: string): string {
  const offset = ({ line, character }: Range['start']): number =>
    text.split('\n').slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  const edits = (action.edit?.documentChanges ?? []).flatMap((change) =>
    'textDocument' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  assert.ok(edits.length > 0, `no edit of ${uri}`);
  let result = text;
  for (const edit of [...edits].sort((a, b) =>
    'range' in a && 'range' in b ? offset(b.range.start) - offset(a.range.start) : 0,
  )) {
    if (!('newText' in edit)) continue;
    result = result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end));
  }
  return result;
}
