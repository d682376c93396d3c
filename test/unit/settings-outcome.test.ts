import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  entryOf,
  installs,
  outcome,
  outcomeConstant,
  runsMiddleware,
  settled,
} from '../../server/src/model/settings/questions.ts';
import type { SettingsLeaf } from '../../server/src/model/settings/settings-model.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

const head = `import os\nINSTALLED_APPS = ['django.contrib.sessions', 'shop.apps.ShopConfig']\nROOT_URLCONF = 'urls'\n`;

function leafOf(body: string, others: Readonly<Record<string, string>> = {}): SettingsLeaf {
  const files = { 'config/settings.py': `${head}${body}`, 'config/__init__.py': '', ...others };
  const { leaves } = buildSettingsOf({
    'manage.py': `import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n`,
    ...files,
  });
  const leaf = leaves.find(({ file }) => file === 'config/settings.py');
  assert.ok(leaf);
  return leaf;
}

test('a setting comes to its constant, its fallback, or the default of Django', () => {
  const written = outcome(leafOf('X_FRAME_OPTIONS = "SAMEORIGIN"\n'), 'X_FRAME_OPTIONS');
  assert.equal(written?.from, 'module');
  assert.equal(outcomeConstant(written), 'SAMEORIGIN');
  const read = settled(leafOf('STATIC_URL = os.environ.get("STATIC_URL", "/s/")\n'), 'STATIC_URL');
  assert.equal(read?.read?.variable, 'STATIC_URL');
  assert.deepEqual(read?.value.kind === 'constant' && read.value.value, '/s/');
  const absent = outcome(leafOf(''), 'X_FRAME_OPTIONS');
  assert.deepEqual(absent, { from: 'default', value: 'DENY' });
});

test('nothing is said of what a variable, a branch or unseen code decides', () => {
  assert.equal(outcome(leafOf('X_FRAME_OPTIONS = os.environ["X"]\n'), 'X_FRAME_OPTIONS'), undefined);
  assert.equal(outcome(leafOf('if "X" in os.environ:\n    X_FRAME_OPTIONS = "DENY"\n'), 'X_FRAME_OPTIONS'), undefined);
  assert.equal(outcome(leafOf('X_FRAME_OPTIONS = "DENY"\nfrom .local import *\n'), 'X_FRAME_OPTIONS'), undefined);
  assert.equal(outcome(leafOf('from .local import *\n'), 'X_FRAME_OPTIONS'), undefined);
  assert.equal(outcome(leafOf(''), 'USE_TZ'), undefined, 'the default depends on the series');
});

test('an app is installed by its name or by an AppConfig of its own', () => {
  const leaf = leafOf('');
  assert.equal(installs(leaf, 'django.contrib.sessions'), true);
  assert.equal(installs(leaf, 'shop'), true);
  assert.equal(installs(leaf, 'django.contrib.admin'), false);
  assert.equal(installs(leafOf('INSTALLED_APPS += EXTRA\n'), 'django.contrib.admin'), undefined);
  const sometimes = leafOf('if os.environ.get("A"):\n    INSTALLED_APPS.append("django.contrib.admin")\n');
  assert.equal(installs(sometimes, 'django.contrib.admin'), undefined);
});

test('middleware runs as itself or as a subclass', () => {
  const csrf = ['django.middleware.csrf.CsrfViewMiddleware'];
  const own = {
    'shop/__init__.py': '',
    'shop/csrf.py': 'from django.middleware.csrf import CsrfViewMiddleware\nclass Own(CsrfViewMiddleware): pass\n',
  };
  assert.equal(runsMiddleware(leafOf('MIDDLEWARE = ["shop.csrf.Own"]\n', own), csrf), true);
  assert.equal(runsMiddleware(leafOf('MIDDLEWARE = ["a.B"]\n'), csrf), false);
  assert.equal(runsMiddleware(leafOf('MIDDLEWARE = ["lib.MyCsrf"]\n'), csrf, /csrf/i), undefined);
  assert.equal(runsMiddleware(leafOf('MIDDLEWARE = ["a.B"] + MORE\n'), csrf), undefined);
  assert.equal(runsMiddleware(leafOf(''), csrf), false, 'Django runs none without the setting');
});

test('an entry of a dict is certain only on every path', () => {
  const dict = (body: string) => settled(leafOf(body), 'CACHES')?.value;
  assert.equal(entryOf(dict('CACHES = {"default": {"BACKEND": "b"}}\n'), 'default')?.kind, 'dict');
  assert.equal(entryOf(dict('CACHES = {}\n'), 'default'), undefined);
  assert.equal(
    entryOf(dict('CACHES = {}\nif os.environ.get("A"):\n    CACHES["default"] = {}\n'), 'default'),
    undefined,
  );
});
