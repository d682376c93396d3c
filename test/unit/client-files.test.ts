import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isProjectPath, projectFilePatterns } from '../../client/src/project-files.ts';
import { fileId } from '../../server/src/text/file-id.ts';
import { globMatcher } from '../../server/src/workspace/glob.ts';
import { isRead } from '../../server/src/workspace/read-policy.ts';

/** VS Code's globs are ours with braces. */
function expandBraces(pattern: string): readonly string[] {
  const [, before = '', inside, after = ''] = /^([^{]*)\{([^}]*)\}(.*)$/.exec(pattern) ?? [];
  if (inside === undefined) return [pattern];
  return inside.split(',').flatMap((one) => expandBraces(`${before}${one}${after}`));
}

const matchers = projectFilePatterns.flatMap(expandBraces).map(globMatcher);
const isWatched = (file: string): boolean => matchers.some((matches) => matches(file));

const readFiles = [
  'manage.py',
  'shop/models.py',
  'Dockerfile',
  'docker/dockerfile',
  'Dockerfile.prod',
  'Dockerfile-dev',
  'Containerfile',
  'containerfile.prod',
  'deploy/web.dockerfile',
  'deploy/web.Dockerfile',
  'web.Dockerfile.dockerignore',
  'web.containerfile',
  'web.dockerfile.prod',
  '.dockerignore',
  'compose.yaml',
  'docker-compose.override.yml',
  'production.yml',
  'requirements.txt',
  'requirements/base.in',
  'requirements.pip',
  'pyproject.toml',
  '.djpreflight.toml',
  'setup.cfg',
  'uv.lock',
  'poetry.lock',
  'Pipfile',
  'Pipfile.lock',
  '.python-version',
  'uwsgi.ini',
  'supervisord.conf',
  '.env',
  '.env.production',
  '.envs/prod.env',
  'Procfile',
  'Procfile.dev',
  'Makefile',
  'makefile',
  'entrypoint',
  'docker-entrypoint.sh',
  'docker-entrypoint-web',
  'entrypoint.prod',
  'compose/production/django/start',
  'start-celeryworker',
  'run_web',
  'app.yaml',
  'nginx/default.conf',
  'nginx/default.conf.j2',
  'nginx.conf.template',
  'traefik/traefik.yml',
  'Caddyfile',
  '.github/workflows/ci.yml',
];

test('the editor tells of every kind of file that the server reads', () => {
  for (const file of readFiles) {
    const id = fileId(file);
    assert.ok(id !== undefined && isRead(id), `${file} is not read`);
    assert.ok(isWatched(file), `${file} is not watched`);
  }
});

test('templates and ignore files are watched, pictures and scripts of the browser are not', () => {
  for (const file of ['shop/templates/shop/book.html', '.gitignore', 'shop/.gitignore'])
    assert.ok(isWatched(file), file);
  for (const file of ['static/logo.png', 'static/app.js', 'README.md', 'data.json']) assert.ok(!isWatched(file), file);
});

test('deletions of git and of installed packages are nobody’s concern', () => {
  for (const path of ['vscode:/a/.git/index.lock', 'vscode:/a/node_modules/x/y.js', 'vscode:/a/__pycache__/b.pyc']) {
    assert.equal(isProjectPath(path), false, path);
  }
  for (const path of ['vscode:/a/.github', 'vscode:/a/shop', 'vscode:/a/.gitignore', 'vscode:/a/node_modules']) {
    assert.equal(isProjectPath(path), true, path);
  }
});
