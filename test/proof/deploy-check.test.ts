import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { declareMissingDjangos } from './not-proved.ts';
import { prepareDjangos } from './prepare-djangos.ts';
import { checkDeploy, runManage } from './run-manage.ts';

const cleanBase = fileURLToPath(new URL('../support/clean/', import.meta.url));
const storefront = fileURLToPath(new URL('../projects/storefront/', import.meta.url));

const longKey = 'Kq7-vT2_xB9+mN4=wR8~cJ5^zL3!hF6*yD1:gS0%pA;eU,iO.'.repeat(2);
const cleanVariables = {
  DJANGO_SECRET_KEY: longKey,
  DJANGO_ALLOWED_HOSTS: 'www.example.org',
  DATABASE_HOST: 'database.example.org',
  DATABASE_PASSWORD: 'not used',
};

const djangos = await prepareDjangos();
declareMissingDjangos(djangos, 'settings by check --deploy');

for (const django of djangos.ready) {
  test(`the clean base has no issue under Django ${django.version}`, () => {
    assert.deepEqual(checkDeploy(django, cleanBase, 'config.settings.production', cleanVariables), []);
  });

  test(`the clean base needs no migration under Django ${django.version}`, () => {
    const command = ['makemigrations', '--check', '--dry-run'];
    const { status, output } = runManage(django, cleanBase, 'clean_on_sqlite', command, cleanVariables);
    assert.equal(status, 0, output);
  });
}

for (const django of djangos.ready.filter(({ series }) => series === '5.2')) {
  const ask = (module: string, expression: string): string => {
    const command = ['shell', '--no-imports', '--command', `from django.conf import settings; print(${expression})`];
    const { status, output } = runManage(django, storefront, module, command, { DJANGO_SECRET_KEY: longKey });
    assert.equal(status, 0, output);
    return output.trim();
  };

  test(`the storefront's staging fails the checks that our rules stand for under Django ${django.version}`, () => {
    // W004 is https/hsts-missing, W009 secrets/secret-key-insecure, W018 settings/debug-true; W008 is no HTTPS redirect.
    const expected = ['security.W004', 'security.W008', 'security.W009', 'security.W018'];
    assert.deepEqual(checkDeploy(django, storefront, 'config.settings.staging', {}), expected);
  });

  test(`check --deploy is silent where the storefront's production answers nobody, Django ${django.version}`, () => {
    const module = 'config.settings.production';
    assert.deepEqual(checkDeploy(django, storefront, module, { DJANGO_SECRET_KEY: longKey }), []);
    assert.equal(ask(module, 'settings.ALLOWED_HOSTS'), "['']");
  });

  test(`Django ${django.version} does not read the STATICFILES_STORAGE of the storefront's production`, () => {
    const backend = ask('config.settings.production', "settings.STORAGES['staticfiles']['BACKEND']");
    assert.equal(backend, 'django.contrib.staticfiles.storage.StaticFilesStorage');
  });

  test(`WhiteNoise runs last in the storefront's staging under Django ${django.version}`, () => {
    const last = ask('config.settings.staging', 'settings.MIDDLEWARE[-1]');
    assert.equal(last, 'whitenoise.middleware.WhiteNoiseMiddleware');
  });
}
