import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileId } from '../../server/src/text/file-id.ts';
import { memoryWorkspace } from '../../server/src/workspace/memory-workspace.ts';
import { openWorkspace } from '../../server/src/workspace/node-workspace.ts';
import { isAskedFor, type Workspace } from '../../server/src/workspace/workspace.ts';
import { tempProject } from '../support/temp-project.ts';

function opened(path: string | readonly string[], exclude: readonly string[] = []): Workspace {
  const result = openWorkspace(path, { exclude });
  assert.ok(result.ok, result.ok ? '' : result.message);
  return result.workspace;
}

function asked(workspace: Workspace): readonly string[] {
  return workspace.files().listing.filter((file) => isAskedFor(workspace, file));
}

test('reads what the engine can use and lists the rest, sorted', (t) => {
  const root = tempProject(t, {
    'shop/views.py': 'x = 1\n',
    'shop/static/logo.svg': '<svg/>',
    'Dockerfile.prod': 'FROM python\n',
    '.github/workflows/ci.yml': 'on: push\n',
    'docs/notes.md': '# notes',
    'compose.override.yaml': 'services: {}\n',
    'requirements/base.txt': 'django\n',
    'requirements/.env': 'A=1\n',
    'entrypoint.sh': 'exec gunicorn\n',
    'docs/data/words.txt': 'a b c\n',
    'manage.pyi': '',
  });
  const { texts, listing, skipped } = opened(root).files();
  assert.deepEqual(
    [...texts.keys()],
    [
      '.github/workflows/ci.yml',
      'Dockerfile.prod',
      'compose.override.yaml',
      'entrypoint.sh',
      'requirements/.env',
      'requirements/base.txt',
      'shop/views.py',
    ],
  );
  assert.deepEqual(
    listing.filter((file) => !texts.has(file)),
    ['docs/data/words.txt', 'docs/notes.md', 'manage.pyi', 'shop/static/logo.svg'],
  );
  assert.deepEqual(skipped, []);
});

test('nested ignore files count, the deeper one wins, and a negation brings a file back', (t) => {
  const root = tempProject(t, {
    '.gitignore': '*.log\n/local.py\nbuild/\nsecret/*\n!secret/kept.py\n',
    'local.py': '',
    'shop/local.py': '',
    'a.log': '',
    'shop/.gitignore': '!a.log\n/only.py\n',
    'shop/a.log': '',
    'shop/only.py': '',
    'shop/deep/only.py': '',
    'shop/build/x.py': '',
    'secret/kept.py': '',
    'secret/lost.py': '',
  });
  assert.deepEqual(opened(root).files().listing, [
    '.gitignore',
    'secret/kept.py',
    'shop/.gitignore',
    'shop/a.log',
    'shop/deep/only.py',
    'shop/local.py',
  ]);
});

test('an ignore file above the path and a default exclude that matches the path do not count', (t) => {
  const root = tempProject(t, {
    '.gitignore': 'site-packages/\n*.py\n',
    'site-packages/app/views.py': '',
    'site-packages/app/node_modules/x.py': '',
  });
  assert.deepEqual(opened(join(root, 'site-packages')).files().listing, ['app/views.py']);
});

test('environments, caches, installed packages and build copies are not entered', (t) => {
  const root = tempProject(t, {
    'myenv/pyvenv.cfg': '',
    'myenv/lib/python3.12/site-packages/django/apps.py': '',
    '.venv/lib/python3.12/x.py': '',
    'env/settings.py': 'a folder of the user, whatever its name\n',
    'node_modules/a/setup.py': '',
    'shop/__pycache__/x.py': '',
    '.tox/py312/x.py': '',
    'shop.egg-info/requires.txt': '',
    'build/lib/shop/models.py': '',
    '.git/hooks/x.py': '',
    'web/build/views.py': '',
    'shop/models.py': '',
  });
  assert.deepEqual(opened(root).files().listing, ['env/settings.py', 'shop/models.py', 'web/build/views.py']);
});

test('the option `exclude` takes patterns of ignore files', (t) => {
  const root = tempProject(t, { 'a/gen/x.py': '', 'a/x.py': '', 'b/x_pb2.py': '', 'gen/x.py': '' });
  assert.deepEqual(opened(root, ['/gen', '*_pb2.py', '../a/**']).files().listing, ['a/gen/x.py', 'a/x.py']);
});

test('a byte order mark, line ends, blanks and letters outside ASCII stay as they are', (t) => {
  const root = tempProject(t, { 'my shop/größe ☂.py': '\uFEFFx = "é"\r\ny = 1\r\n' });
  const { texts } = opened(root).files();
  assert.deepEqual([...texts], [['my shop/größe ☂.py', '\uFEFFx = "é"\r\ny = 1\r\n']]);
});

test('a file as path: its folder is the root and only its findings are wanted', (t) => {
  const root = tempProject(t, { 'manage.py': '', 'shop/models.py': 'm', '.gitignore': 'manage.py\n' });
  const workspace = opened(join(root, 'manage.py'));
  assert.equal(workspace.root, root);
  assert.deepEqual(workspace.only, ['manage.py']);
  assert.deepEqual([...workspace.files().texts.keys()], ['.gitignore', 'manage.py', 'shop/models.py']);
  assert.deepEqual(asked(workspace), ['manage.py']);
});

test('several paths in one project: the whole project is context, findings only of what was asked for', (t) => {
  const root = tempProject(t, {
    'manage.py': '',
    'shop/a.py': '',
    'blog/a.py': '',
    'blog/b.py': '',
    'config/s.py': '',
  });
  const workspace = opened([join(root, 'shop'), join(root, 'blog', 'b.py')]);
  assert.equal(workspace.root, root);
  assert.equal(workspace.files().texts.size, 5);
  assert.deepEqual(asked(workspace), ['blog/b.py', 'shop/a.py']);
});

test('several paths below a folder that is no project: nothing else is searched', (t) => {
  const root = tempProject(t, { 'one/manage.py': '', 'two/manage.py': '', 'private/diary.py': '' });
  const workspace = opened([join(root, 'one'), join(root, 'two')]);
  assert.equal(workspace.root, root);
  assert.deepEqual(workspace.files().listing, ['one/manage.py', 'two/manage.py']);
});

test('a folder inside another one that was asked for is not listed twice', (t) => {
  const root = tempProject(t, { 'shop/a.py': '', 'shop/sub/b.py': '' });
  const workspace = opened([join(root, 'shop', 'sub'), join(root, 'shop')]);
  assert.equal(workspace.root, join(root, 'shop'));
  assert.equal(workspace.only, undefined);
  assert.deepEqual(workspace.files().listing, ['a.py', 'sub/b.py']);
});

test('a path that is missing is one clear sentence', (t) => {
  const missing = join(tempProject(t, { 'a.py': '' }), 'nowhere');
  assert.deepEqual(openWorkspace(missing, { exclude: [] }), {
    ok: false,
    message: `\`${missing}\`: It does not exist.`,
  });
});

test('an empty folder is a workspace without files', (t) => {
  const opened = openWorkspace(tempProject(t, {}), { exclude: [] });
  assert.ok(opened.ok);
  assert.deepEqual(opened.workspace.files().listing, []);
});

test('a file is read with the project around it, and alone asked for', (t) => {
  const root = tempProject(t, { 'manage.py': '', 'config/settings/base.py': '', 'shop/models.py': '' });
  const opened = openWorkspace(join(root, 'config/settings/base.py'), { exclude: [] });
  assert.ok(opened.ok);
  assert.equal(opened.workspace.root, root);
  assert.deepEqual(opened.workspace.only, ['config/settings/base.py']);
  assert.deepEqual(opened.workspace.files().listing, ['config/settings/base.py', 'manage.py', 'shop/models.py']);
});

test('the workspace in memory gives the same shape, sorted, and refuses paths out of its root', () => {
  const workspace = memoryWorkspace({ texts: { 'b.py': 'b', 'a.py': 'a' }, listed: ['a.png', 'a.py'], only: ['b.py'] });
  const { texts, listing } = workspace.files();
  assert.deepEqual([...texts.keys()], ['a.py', 'b.py']);
  assert.deepEqual(listing, ['a.png', 'a.py', 'b.py']);
  assert.deepEqual(asked(workspace), ['b.py']);
  assert.equal(fileId('../x.py'), undefined);
  assert.throws(() => memoryWorkspace({ texts: { '../x.py': '' } }), RangeError);
});

test("Docker's ignore files are there whatever git ignores, unless the user excludes them", (t) => {
  const root = tempProject(t, { '.gitignore': '.*\n', '.dockerignore': '.git\n', '.hidden.py': '', 'a.py': '' });
  const listing = (exclude: readonly string[]): readonly string[] => {
    const opened = openWorkspace(root, { exclude });
    assert.ok(opened.ok);
    return opened.workspace.files().listing;
  };
  assert.deepEqual(listing([]), ['.dockerignore', 'a.py']);
  assert.deepEqual(listing(['.dockerignore']), ['a.py']);
});
