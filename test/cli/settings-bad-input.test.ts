// Settings that no evaluator likes: there is an answer for each, and what cannot be seen is never taken for certain.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { parseJsonReport } from '../support/json-report.ts';
import { runCli } from '../support/run-cli.ts';
import { tempProject } from '../support/temp-project.ts';

const factsSchema = z.looseObject({
  settings: z.array(
    z.looseObject({ module: z.string(), environment: z.string(), checks: z.record(z.string(), z.unknown()) }),
  ),
});

const project = { 'manage.py': '', 'urls.py': 'urlpatterns = []\n', 'shop/__init__.py': '' };
const common = `ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.sessions"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware"]
`;

type Context = Parameters<typeof tempProject>[0];

/** What the checks say of each settings module; `check` and `settings` have to end well too. */
function judge(
  context: Context,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, Record<string, unknown>>> {
  const folder = tempProject(context, { ...project, ...files });
  for (const command of ['settings', 'facts']) {
    const run = runCli([command, folder, '--format', 'json']);
    assert.equal(run.status, 0, run.stderr);
  }
  assert.ok([0, 1].includes(runCli(['check', folder, '--preset', 'strict']).status ?? -1));
  const { settings } = factsSchema.parse(JSON.parse(runCli(['facts', folder]).stdout));
  return Object.fromEntries(settings.map(({ module, checks }) => [module, checks]));
}

/** Rules that speak of a project's settings. */
function rulesIn(context: Context, files: Readonly<Record<string, string>>): readonly string[] {
  const run = runCli([
    'check',
    tempProject(context, { ...project, ...files }),
    '--preset',
    'strict',
    '--format',
    'json',
  ]);
  const { findings } = parseJsonReport(run.stdout);
  return findings.filter(({ area }) => area === 'settings').map(({ rule, file }) => `${rule} ${file}`);
}

test('imports in a circle', (context) => {
  const said = judge(context, {
    'shop/settings/__init__.py': '',
    'shop/settings/base.py': `from .production import *\nfrom .base import *\n${common}DEBUG = True\n`,
    'shop/settings/production.py': 'from .base import *\nDEBUG = False\n',
  });
  assert.equal(said['shop.settings.production']?.['security.W018'], 'passes');
});

test('a module that imports itself and its package', (context) => {
  const said = judge(context, {
    'shop/settings.py': `from shop.settings import *\nimport shop.settings\n${common}DEBUG = False\n`,
  });
  assert.equal(said['shop.settings']?.['security.W018'], 'passes');
  assert.equal(said['shop.settings']?.['security.W001'], 'passes');
});

test('modules that are not there', (context) => {
  const files = {
    'shop/settings.py': `${common}DEBUG = False\nfrom .not_here import *\nfrom company_settings.base import *\nALLOWED_HOSTS = ["a.example.org"]\n`,
  };
  const said = judge(context, files)['shop.settings'];
  assert.equal(said?.['security.W020'], 'passes', 'it is set after them');
  for (const id of ['security.W018', 'security.W004', 'security.W008', 'security.W009', 'security.W012']) {
    assert.equal(said?.[id], 'unknown', id);
  }
  assert.deepEqual(rulesIn(context, files), []);
});

test('Python 2', (context) => {
  const files = {
    'shop/settings.py': `# -*- coding: utf-8 -*-\n${common}DEBUG = False\ntry:\n    from local import *\nexcept ImportError, error:\n    print "no local settings: %s" % error\nSESSION_COOKIE_SECURE = True\nTIMEOUT = 10L\nif DEBUG <> True:\n    X_FRAME_OPTIONS = 'DENY'\n`,
  };
  const said = judge(context, files)['shop.settings'];
  assert.equal(said?.['security.W004'], 'unknown');
  assert.equal(said?.['security.W009'], 'unknown');
  const absent = rulesIn(context, files).filter((one) => /missing|absent|hsts/.test(one));
  assert.deepEqual(absent, []);
});

test('a template of a project', (context) => {
  const template = `{% if cookiecutter.use_docker == 'y' %}\nimport os\n{% endif %}\n${common}DEBUG = True\nSECRET_KEY = "{{ cookiecutter.secret_key }}"\n`;
  const files = {
    '{{cookiecutter.project_slug}}/config/settings/base.py': template,
    '{{cookiecutter.project_slug}}/config/settings/production.py': `from .base import *\n{%- if cookiecutter.cloud == 'aws' %}\nDEBUG = True\n{%- endif %}\n`,
  };
  assert.deepEqual(judge(context, files), {});
  assert.deepEqual(rulesIn(context, files), []);
});

test('a template that is kept as a settings module', (context) => {
  const text = `${common}DEBUG = {{ debug }}\n{% for host in hosts %}\nALLOWED_HOSTS = ["{{ host }}"]\n{% endfor %}\n`;
  const said = judge(context, { 'shop/settings.py': text })['shop.settings'];
  assert.equal(said?.['security.W018'], 'unknown');
  assert.equal(said?.['security.W009'], 'unknown');
});

test('two thousand lines', (context) => {
  const lines = Array.from({ length: 2000 }, (_, i) =>
    i % 4 === 0
      ? `if os.environ.get("FLAG_${i}"):\n    OPTION_${i} = {"a": [${i}, "b"]}`
      : `NAME_${i} = "v" + str(${i}) + NAME_OF`,
  );
  const text = `import os\nNAME_OF = "x"\n${common}DEBUG = True\n${lines.join('\n')}\nDEBUG = False\nALLOWED_HOSTS = ["a.example.org"]\n`;
  const said = judge(context, { 'shop/settings.py': text })['shop.settings'];
  assert.equal(said?.['security.W018'], 'passes');
  assert.equal(said?.['security.W020'], 'passes');
  assert.equal(said?.['security.W004'], 'fails');
});

test('settings of a test fixture serve no production', (context) => {
  const weak = `${common}DEBUG = True\nSECRET_KEY = "x"\nALLOWED_HOSTS = ["*"]\n`;
  const files = {
    'shop/settings.py': `${common}DEBUG = False\n`,
    'tests/fixtures/project/settings.py': weak,
    'tests/settings.py': weak,
    'shop/tests/data/app/settings/production.py': weak,
  };
  const folder = tempProject(context, { ...project, ...files });
  const { settings } = factsSchema.parse(JSON.parse(runCli(['facts', folder]).stdout));
  assert.deepEqual(
    settings.filter(({ environment }) => environment === 'production').map(({ module }) => module),
    ['shop.settings'],
  );
  const found = rulesIn(context, files).filter((one) => !one.endsWith(' shop/settings.py'));
  assert.deepEqual(found, []);
});

test('an empty module, one of comments, and one that is no text', (context) => {
  assert.deepEqual(judge(context, { 'shop/settings.py': '' }), {});
  assert.deepEqual(judge(context, { 'shop/settings.py': '# nothing yet\n' }), {});
  assert.deepEqual(judge(context, { 'shop/settings.py': '\u0000\u0001' }), {});
});

test('a loop without end, a module that always stops, and names from nowhere', (context) => {
  const endless = judge(context, {
    'shop/settings.py': `${common}while True:\n    DEBUG = not DEBUG\nDEBUG = False\n`,
  });
  assert.equal(endless['shop.settings']?.['security.W004'], 'fails');
  const stops = judge(context, { 'shop/settings.py': `${common}DEBUG = False\nraise SystemExit("no")\n` });
  assert.equal(stops['shop.settings']?.['security.W018'], 'unknown');
  const names = judge(context, {
    'shop/settings.py': `${common}DEBUG = UNDEFINED\nALLOWED_HOSTS = UNDEFINED[0].x(y=z)\n`,
  });
  assert.equal(names['shop.settings']?.['security.W018'], 'unknown');
  assert.equal(names['shop.settings']?.['security.W020'], 'unknown');
});
