import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

const base = 'ALLOWED_HOSTS = ["shop.example.org"]\nROOT_URLCONF = "urls"\n';
const onBase = 'from .base import *\nDEBUG = True\n';

/** Each leaf with its environment, `idle` added to what nothing uses. */
function leavesOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { leaves } = buildSettingsOf(files);
  return Object.fromEntries(
    leaves.map((leaf) => [leaf.module, leaf.isIdle ? `${leaf.environment}, idle` : leaf.environment]),
  );
}

test('names that are for developers', () => {
  const names = ['dev', 'devstack', 'devbox', 'development', 'devops', 'devices', 'sandbox'];
  const files = Object.fromEntries(names.map((name) => [`settings/${name}.py`, onBase]));
  const development = ['dev', 'devbox', 'development', 'devstack', 'sandbox'];
  assert.deepEqual(
    Object.entries(leavesOf({ 'manage.py': '', 'settings/base.py': base, ...files }))
      .filter(([, environment]) => environment === 'development')
      .map(([module]) => module),
    development.map((name) => `settings.${name}`),
  );
});

test('what nothing selects, beside a module that a process file selects', async (t) => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    'settings/__init__.py': 'from .base import *\n',
    'settings/base.py': base,
    'settings/production.py': onBase,
    'settings/training.py': onBase,
  };
  const uwsgi = '[uwsgi]\nmodule = wsgi:application\nenv = DJANGO_SETTINGS_MODULE=settings\n';
  await t.test('the name decides while no process file speaks', () => {
    assert.deepEqual(leavesOf(files), {
      settings: 'unknown, idle',
      'settings.production': 'production',
      'settings.training': 'unknown, idle',
    });
  });
  await t.test('it is left behind when one does', () => {
    assert.deepEqual(leavesOf({ ...files, 'web.ini': uwsgi }), {
      settings: 'production',
      'settings.production': 'unknown, idle',
      'settings.training': 'unknown, idle',
    });
  });
  await t.test('an ini of something else says nothing', () => {
    assert.equal(
      leavesOf({ ...files, 'web.ini': uwsgi.replace('[uwsgi]', '[app]') })['settings.production'],
      'production',
    );
  });
  await t.test('not when anything names it', () => {
    const script = 'DJANGO_SETTINGS_MODULE=settings.production ./manage.py migrate\n';
    assert.equal(leavesOf({ ...files, 'web.ini': uwsgi, 'up.sh': script })['settings.production'], 'production');
  });
  await t.test('not when it builds on the one that is selected', () => {
    const production = 'from settings import *\nDEBUG = True\n';
    assert.equal(
      leavesOf({ ...files, 'web.ini': uwsgi, 'settings/production.py': production })['settings.production'],
      'production',
    );
  });
  await t.test('not when what is selected is for one environment: staging stands beside production', () => {
    const staging = { 'settings/staging.py': onBase, 'web.ini': uwsgi.replace('=settings', '=settings.production') };
    assert.equal(leavesOf({ ...files, ...staging })['settings.staging'], 'production');
  });
  await t.test('not when what is selected is for developers', () => {
    const local = uwsgi.replace('=settings', '=settings.local');
    assert.equal(
      leavesOf({ ...files, 'settings/local.py': onBase, 'web.ini': local })['settings.production'],
      'production',
    );
  });
});

test('an image that selects a module for developers', async (t) => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.dev")\n',
    'settings/base.py': base,
    'settings/dev.py': onBase,
    Dockerfile: 'FROM python:3.13\nENV DJANGO_SETTINGS_MODULE=settings.dev\n',
  };
  await t.test('is for developers too beside a production module', () => {
    assert.deepEqual(leavesOf({ ...files, 'settings/production.py': onBase }), {
      'settings.dev': 'development',
      'settings.production': 'production',
    });
  });
  await t.test('also beside one that is written at the server', () => {
    const wsgi = 'import os\nos.environ["DJANGO_SETTINGS_MODULE"] = "settings.production"\n';
    assert.deepEqual(leavesOf({ ...files, 'wsgi.py': wsgi }), { 'settings.dev': 'development' });
  });
  await t.test('is what is deployed where there is none', () => {
    assert.deepEqual(leavesOf(files), { 'settings.dev': 'production' });
  });
});

test('what the server falls back on is unknown beside a module that is named for production', () => {
  const files = {
    'manage.py': '',
    'site/wsgi.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
    'site/settings_base.py': base,
    'site/settings.py': 'from .settings_base import *\nDEBUG = True\n',
  };
  const production = { 'site/settings_production.py': 'from .settings_base import *\n' };
  assert.deepEqual(leavesOf(files), { 'site.settings': 'production' });
  assert.deepEqual(leavesOf({ ...files, ...production }), {
    'site.settings': 'unknown, idle',
    'site.settings_production': 'production',
  });
});

test('the project of a reusable app is there to develop it', () => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "demo_site.settings")\n',
    'setup.py': 'setup(classifiers=["Framework :: Django"])\n',
    'demo_site/settings.py': 'INSTALLED_APPS = []\nROOT_URLCONF = "urls"\nDEBUG = True\nALLOWED_HOSTS = []\n',
  };
  assert.deepEqual(leavesOf(files), { 'demo_site.settings': 'development' });
  const hosts = files['demo_site/settings.py']
    .replace('[]\nROOT', '["books"]\nROOT')
    .replace('S = []\n', 'S = ["*"]\n');
  for (const other of [{ 'setup.py': '' }, { 'demo_site/settings.py': hosts }, { Procfile: 'web: gunicorn x\n' }])
    assert.deepEqual(leavesOf({ ...files, ...other }), { 'demo_site.settings': 'production' });
});

test('a part of settings that another program loads in a way of its own', () => {
  const files = {
    'manage.py': '',
    'shop/settings.py': `${base}INSTALLED_APPS = []\n`,
    'docker/etc/settings.py': 'DEBUG = True\nDATABASES = {}\n',
  };
  assert.deepEqual(leavesOf(files), { 'docker.etc.settings': 'unknown, idle', 'shop.settings': 'unknown' });
});

test('what is deployed is written when the server is set up', async (t) => {
  const files = {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "forum.settings")\n',
    'forum/settings.py': `${base}INSTALLED_APPS = []\n`,
    'conf/supervisor.conf': '[program:web]\nenvironment=DJANGO_SETTINGS_MODULE=conf.run.site_settings\n',
  };
  await t.test('nothing in the repository is production then', () => {
    assert.deepEqual(leavesOf(files), { 'forum.settings': 'unknown, idle' });
  });
  await t.test('but for what is named so', () => {
    const production = { 'forum/settings_production.py': 'from .settings import *\n' };
    assert.equal(leavesOf({ ...files, ...production })['forum.settings_production'], 'production');
  });
  await t.test('a file of that name in another folder may be meant', () => {
    const moved = { ...files, 'deploy/conf/run/site_settings.py': 'from forum.settings import *\n' };
    assert.equal(leavesOf(moved)['forum.settings'], 'unknown');
  });
});

test('settings for developers in a folder of their own, beside a project', () => {
  const files = {
    'app/manage.py': '',
    'app/settings.py': `${base}INSTALLED_APPS = []\n`,
    'vagrant/settings_local.py': `${base}DEBUG = True\n`,
  };
  assert.deepEqual(leavesOf(files), { settings: 'production', settings_local: 'development' });
});

test('what a platform starts the project with is production, a base or not', () => {
  const files = {
    'manage.py': '',
    'settings/__init__.py': '',
    'settings/base.py': base,
    'settings/dev.py': onBase,
    'settings/cloud.py': onBase,
  };
  const spec = `envs:
  - key: DJANGO_SETTINGS_MODULE
    scope: RUN_TIME
    value: "settings.base"
  - key: DEBUG
    value: "settings.dev"
`;
  for (const file of ['.do/app.yaml', 'render.yaml', 'k8s/web.yaml'])
    assert.equal(leavesOf({ ...files, [file]: spec })['settings.base'], 'production', file);
  assert.equal(leavesOf(files)['settings.base'], undefined);
});

test('a module for a machine of developers stays theirs, though the server falls back on it', () => {
  const served = (module: string) =>
    `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.${module}")\n`;
  const files = { 'manage.py': '', 'settings/base.py': base };
  for (const [name, environment] of [
    ['docker_compose', 'development'],
    ['local', 'production'],
  ] as const)
    assert.deepEqual(leavesOf({ ...files, 'wsgi.py': served(name), [`settings/${name}.py`]: onBase }), {
      [`settings.${name}`]: environment,
    });
});
