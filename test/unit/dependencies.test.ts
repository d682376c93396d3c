import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { buildDependencies, type DependencyModel } from '../../server/src/model/dependencies/dependency-model.ts';
import { Sources } from '../../server/src/model/sources.ts';
import { type FileId, fileId } from '../../server/src/text/file-id.ts';
import type { Location } from '../../server/src/text/location.ts';
import { loadParsers } from '../support/load-parsers.ts';

before(loadParsers);

function id(path: string): FileId {
  const file = fileId(path);
  assert.ok(file !== undefined);
  return file;
}

type Files = Readonly<Record<string, string>>;

function modelOf(files: Files, djangoOverride?: string): DependencyModel {
  const texts = new Map(Object.entries(files).map(([path, text]) => [id(path), text]));
  return buildDependencies({ sources: new Sources(texts, texts.keys()), djangoOverride });
}

/** What the tests compare: display, series, whether pinned, and `file: text` of the place. */
function django(files: Files, forFile = 'manage.py') {
  const found = modelOf(files).djangoFor(id(forFile));
  return (
    found && { display: found.display, series: found.series, pinned: found.pinned, from: place(files, found.from) }
  );
}

function place(files: Files, from: Location | undefined): string | undefined {
  return from && `${from.file}: ${files[from.file]?.slice(from.span.start, from.span.end)}`;
}

test('a pinned requirement', () => {
  assert.deepEqual(django({ 'requirements.txt': '\uFEFFDjango==5.2.1\r\n' }), {
    display: '5.2',
    series: ['5.2'],
    pinned: true,
    from: 'requirements.txt: Django==5.2.1',
  });
});

test('ranges give all series that have a fitting release', () => {
  const series = (specifier: string) => django({ 'requirements.txt': `django${specifier}\n` })?.series;
  assert.deepEqual(series('>=4.2,<5.2'), ['4.2', '5.0', '5.1']);
  assert.deepEqual(series('~=4.2.3'), ['4.2']);
  assert.deepEqual(series('~=5.0'), ['5.0', '5.1', '5.2']);
  assert.deepEqual(series('>4.2.7,<4.2.9'), ['4.2']);
  assert.deepEqual(series('>=5.1,!=5.2.*,<6'), ['5.1']);
  assert.deepEqual(series('==6.0b1'), ['6.0']);
  assert.deepEqual(series('<4'), ['3.2']);
  assert.deepEqual(series('==2.2.28'), ['2.2']);
  assert.deepEqual(series('>=2.2,<3.2'), ['2.2', '3.0', '3.1']);
  assert.deepEqual(series(''), ['3.2', '4.0', '4.1', '4.2', '5.0', '5.1', '5.2', '6.0', '6.1']);
  assert.equal(series('>=5,<4'), undefined);
});

test('what is shown for more than one series', () => {
  const display = (...lines: string[]) => django({ 'requirements.txt': lines.join('\n') })?.display;
  assert.equal(display('django>=4.2'), '>=4.2');
  assert.equal(display('django'), 'any version');
  assert.equal(display('django<5; python_version<"3.10"', 'django==5.2.1; python_version>="3.10"'), '5.2');
  assert.equal(display('django==4.2.1; python_version<"3.10"', 'django==5.2.1; python_version>="3.10"'), '4.2 or 5.2');
});

test('includes and constraints are followed, in circles too, and never out of the root', () => {
  const files = {
    'requirements/production.txt': '-r base.txt\n-r ../../outside.txt\n-c ../limits.txt\ngunicorn\n',
    'requirements/base.txt': '-r production.txt\ndjango>=4.2\n-r https://example.org/x.txt\n',
    'limits.txt': 'django<5.1\nunused==1\n',
  };
  assert.deepEqual(django(files), {
    display: '>=4.2,<5.1',
    series: ['4.2', '5.0'],
    pinned: false,
    from: 'requirements/base.txt: django>=4.2',
  });
  const model = modelOf(files);
  assert.equal(model.isRequired('unused', id('manage.py')), undefined);
  assert.equal(model.isRequired('Gunicorn', id('shop/views.py')), true);
  assert.deepEqual(model.files, ['limits.txt', 'requirements/base.txt', 'requirements/production.txt']);
});

test('a chain of includes ends at twenty', () => {
  const files: Record<string, string> = { 'requirements.txt': '-r 0.txt\n' };
  for (let i = 0; i < 30; i++) files[`${i}.txt`] = `package-${i}\n-r ${i + 1}.txt\n`;
  const model = modelOf(files);
  assert.equal(model.requirement('package-19', id('x.py'))?.specifier, '');
  assert.equal(model.requirement('package-20', id('x.py')), undefined);
});

test('production beats development, a compiled file its source, and disagreement allows both', () => {
  assert.equal(
    django({ 'requirements/dev.txt': 'django==4.2.1', 'requirements/production.txt': 'django==5.2.1' })?.display,
    '5.2',
  );
  assert.equal(django({ 'requirements.in': 'django', 'requirements.txt': 'django==5.1.4' })?.display, '5.1');
  assert.equal(
    django({ 'requirements/a.txt': 'django==4.2.1', 'requirements/b.txt': 'django==5.2.1' })?.display,
    '4.2 or 5.2',
  );
});

test('a lock beats a range, also one of a folder above that the range allows', () => {
  const lock = '[[package]]\nname = "django"\nversion = "5.1.4"\n\n[[package]]\nname = "asgiref"\nversion = "3.8"\n';
  const project = '[project]\nname = "x"\ndependencies = ["Django>=4.2"]\n';
  assert.deepEqual(django({ 'pyproject.toml': project, 'uv.lock': lock }), {
    display: '5.1',
    series: ['5.1'],
    pinned: true,
    from: 'uv.lock: 5.1.4',
  });
  assert.equal(django({ 'api/pyproject.toml': project, 'uv.lock': lock }, 'api/manage.py')?.display, '5.1');
  const older = { 'api/requirements.txt': 'django<5', 'poetry.lock': lock };
  assert.equal(django(older, 'api/manage.py')?.display, '<5');
  const model = modelOf({ 'pyproject.toml': project, 'uv.lock': lock });
  const fact = model.requirement('django', id('x.py'));
  assert.deepEqual([fact?.specifier, fact?.version, fact?.from.file], ['>=4.2', '5.1.4', 'pyproject.toml']);
  assert.equal(model.requirement('asgiref', id('x.py'))?.version, '3.8');
});

test('the files nearest to the code count, going up', () => {
  const files = { 'requirements.txt': 'django==4.2.1\nredis', 'api/requirements.txt': 'django==5.2.1' };
  assert.equal(django(files, 'api/shop/models.py')?.display, '5.2');
  assert.equal(django(files, 'web/shop/models.py')?.display, '4.2');
  assert.equal(modelOf(files).isRequired('redis', id('api/x.py')), true);
});

test('requirements beside the code serve it when no others name Django', () => {
  assert.equal(django({ 'deploy/requirements.txt': 'django==5.0' }, 'src/manage.py')?.display, '5.0');
  assert.equal(django({ 'docs/requirements.txt': 'django==5.0' }, 'src/manage.py'), undefined);
  const two = { 'a/requirements.txt': 'django==5.0', 'b/requirements.txt': 'django==4.2' };
  assert.equal(django(two, 'src/manage.py'), undefined);
});

test('pyproject.toml: groups, optional dependencies and dynamic ones', () => {
  const files = {
    'pyproject.toml': [
      '[project]',
      'name = "x"',
      'dynamic = ["dependencies"]',
      '[project.optional-dependencies]',
      'redis = ["redis>=5"]',
      '[dependency-groups]',
      'dev = ["django-debug-toolbar>=4", {include-group = "lint"}]',
      'lint = ["ruff"]',
      '[tool.setuptools.dynamic]',
      'dependencies = { file = ["base.txt"] }',
    ].join('\n'),
    'base.txt': 'django~=5.2.0\n',
  };
  assert.equal(django(files)?.display, '5.2');
  const model = modelOf(files);
  const toolbar = model.requirement('Django_Debug.Toolbar', id('x.py'));
  assert.equal(toolbar?.development, true);
  assert.equal(place(files, toolbar?.from), 'pyproject.toml: django-debug-toolbar>=4');
  assert.equal(model.requirement('redis', id('x.py'))?.development, false);
  assert.equal(model.isRequired('whitenoise', id('x.py')), false);
});

test('a pyproject.toml without dependencies says nothing', () => {
  const model = modelOf({ 'pyproject.toml': '[tool.black]\nline-length = 100\n' });
  assert.deepEqual(model.files, []);
  assert.equal(model.isRequired('django', id('x.py')), undefined);
});

test('Poetry: caret, tilde, wildcards, alternatives, tables and groups', () => {
  const poetry = (constraint: string) =>
    django({ 'pyproject.toml': `[tool.poetry.dependencies]\npython = "^3.12"\ndjango = ${constraint}\n` });
  assert.deepEqual(poetry('"^4.2"')?.series, ['4.2']);
  assert.deepEqual(poetry('"^5.0"')?.series, ['5.0', '5.1', '5.2']);
  assert.equal(poetry('"^5.0"')?.display, '^5.0');
  assert.deepEqual(poetry('"~5.1"')?.series, ['5.1']);
  assert.deepEqual(poetry('"~5"')?.series, ['5.0', '5.1', '5.2']);
  assert.deepEqual(poetry('"5.1.*"')?.series, ['5.1']);
  assert.deepEqual(poetry('">=4.2 <5.1"')?.series, ['4.2', '5.0']);
  assert.deepEqual(poetry('"~4.2 || ~5.2"')?.series, ['4.2', '5.2']);
  assert.equal(poetry('"5.2.1"')?.pinned, true);
  assert.equal(poetry('"*"')?.display, 'any version');
  assert.deepEqual(poetry('{ version = "~4.2", extras = ["argon2"] }')?.series, ['4.2']);
  assert.deepEqual(
    poetry('[{ version = "~4.2", python = "<3.10" }, { version = "~5.2", python = ">=3.10" }]')?.series,
    ['4.2', '5.2'],
  );
  const model = modelOf({
    'pyproject.toml': '[tool.poetry.dependencies]\ndjango = "^5"\n[tool.poetry.group.dev.dependencies]\nruff = "*"\n',
  });
  assert.equal(model.requirement('ruff', id('x.py'))?.development, true);
});

test('Pipfile and Pipfile.lock', () => {
  const pipfile = '[packages]\ndjango = "~=4.1"\n[dev-packages]\npytest = "*"\n';
  assert.equal(django({ Pipfile: pipfile })?.display, '~=4.1');
  const lock = '{\n  "default": {\n    "django": {\n      "version": "==4.2.11"\n    }\n  },\n  "develop": {}\n}\n';
  assert.deepEqual(django({ Pipfile: pipfile, 'Pipfile.lock': lock }), {
    display: '4.2',
    series: ['4.2'],
    pinned: true,
    from: 'Pipfile.lock: "django"',
  });
  assert.equal(django({ Pipfile: pipfile, 'Pipfile.lock': '{"default": [' })?.display, '~=4.1');
});

test('setup.py: lists of strings, through a name, and what is computed', () => {
  const setup =
    'from setuptools import setup\nNEEDS = ["Django>=5.1,<5.2", "redis"]\nsetup(name="x", install_requires=NEEDS)\n';
  assert.equal(django({ 'setup.py': setup })?.display, '5.1');
  assert.equal(modelOf({ 'setup.py': setup }).isRequired('celery', id('x.py')), false);
  const computed = 'import setuptools\nsetuptools.setup(install_requires=open("r").read().split())\n';
  const model = modelOf({ 'setup.py': computed, 'requirements.txt': 'django==5.2' });
  assert.equal(model.isRequired('celery', id('x.py')), undefined);
  assert.equal(model.isRequired('django', id('x.py')), true);
});

test('setup.cfg', () => {
  const files = {
    'setup.cfg':
      '[metadata]\nname = x\n\n[options]\nzip_safe = False\ninstall_requires =\n    # why\n    Django>=4.2,<5  # LTS\n    redis\npackages = find:\n\n[options.extras_require]\ntest =\n    pytest\n',
  };
  assert.equal(django(files)?.from, 'setup.cfg: Django>=4.2,<5');
  const model = modelOf(files);
  assert.equal(model.isRequired('redis', id('x.py')), true);
  assert.equal(model.requirement('pytest', id('x.py'))?.development, true);
  assert.equal(model.isRequired('find', id('x.py')), false);
});

test('false needs proof: an error or an unknown name makes it undefined', () => {
  const required = (text: string) => modelOf({ 'requirements.txt': text }).isRequired('redis', id('x.py'));
  assert.equal(required('django\n'), false);
  assert.equal(required('django\n{{ more }}\n'), undefined);
  assert.equal(required('django\n./vendor/thing.zip\n'), undefined);
  assert.equal(required('django\n-e .\n'), false);
  assert.equal(required('django\n-r missing.txt\n'), undefined);
  assert.equal(required('flask\n'), undefined);
  assert.equal(modelOf({}).isRequired('redis', id('x.py')), undefined);
});

test('a text that only lies beside requirements is no requirements file', () => {
  const model = modelOf({
    'requirements/README.txt': 'How we pin (a note).\n',
    'requirements/base.txt': 'django==5.2\n',
  });
  assert.equal(model.isRequired('redis', id('x.py')), false);
});

test('the command line wins over every file', () => {
  const files = { 'requirements.txt': 'django==4.2.1' };
  const found = modelOf(files, '5.2').djangoFor(id('x.py'));
  assert.deepEqual(found, { series: ['5.2'], pinned: true, display: '5.2', from: undefined });
  assert.deepEqual(modelOf(files, '>=5.1,<6').djangoFor(id('x.py'))?.series, ['5.1', '5.2']);
  assert.equal(modelOf(files, '5.2.3').djangoFor(id('x.py'))?.display, '5.2');
  assert.equal(modelOf(files, 'nonsense').djangoFor(id('x.py'))?.display, '4.2');
});

test('the Python of the project leaves out the Djangos that it cannot install', () => {
  const series = (files: Files): string | undefined =>
    django({ 'requirements.txt': 'Django>=3.2\n', ...files })?.display;
  const whole = '>=3.2';
  assert.equal(series({}), whole);
  assert.equal(series({ 'runtime.txt': 'python-3.6.12\n' }), '3.2');
  assert.equal(series({ Dockerfile: 'FROM python:3.9-slim AS base\nFROM base\n' }), '3.2 to 4.2');
  assert.equal(series({ 'deploy/web.Dockerfile': 'FROM docker.io/library/python:3.11\n' }), '3.2 to 5.2');
  assert.equal(series({ '.python-version': '3.8.1\n' }), '3.2 to 4.2');
  assert.equal(series({ Pipfile: '[requires]\npython_version = "3.7"\n' }), '3.2');
  assert.equal(series({ 'runtime.txt': 'python-3.12.1\n' }), whole);
});

test('the newest Python decides, and one that may be any leaves all Djangos', () => {
  const files = { 'requirements.txt': 'Django\n', 'runtime.txt': 'python-3.6.12\n' };
  assert.equal(django({ ...files, Dockerfile: 'FROM python:3.10\n' })?.display, '3.2 to 5.2');
  for (const from of ['python', 'python:3', 'python:latest', 'python:$VERSION', 'python:3.13'])
    assert.equal(django({ ...files, Dockerfile: `FROM ${from}\n` })?.display, 'any version', from);
  assert.equal(django({ ...files, Dockerfile: 'FROM ubuntu:18.04\n' })?.display, '3.2');
  assert.equal(django({ 'requirements.txt': 'Django==5.2\n', 'runtime.txt': 'python-3.6.12\n' })?.display, '5.2');
});

test('requirements with the ending of pip', () => {
  assert.equal(django({ 'requirements.pip': 'Django==1.8.12\n' })?.display, '1.8');
  assert.equal(django({ 'requirements/base.pip': 'Django==4.2.1\n' })?.display, '4.2');
});
