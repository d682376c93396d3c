// Verdicts of Django's checks on small modules; what a real Django says of larger ones is in test/proof.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployChecks } from '../../server/src/model/settings/deploy-checks.ts';
import type { Verdict } from '../../server/src/model/settings/judgement.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf } from './settings-project.ts';

await loadParsers();

const middleware = `MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
INSTALLED_APPS = ["django.contrib.sessions"]
ROOT_URLCONF = "urls"
`;
const strongKey = 'Kq7vT2xB9mN4wR8cJ5zL3hF6yD1gS0pAeUiOKq7vT2xB9mN4wR8cJ5';

/** What the checks say of a module `settings.py` that ends with these lines. */
function verdicts(lines: string, files: Readonly<Record<string, string>> = {}): Readonly<Record<string, Verdict>> {
  const { leaves } = buildSettingsOf({ 'settings.py': `import os\n${middleware}${lines}`, ...files });
  const [leaf] = leaves;
  assert.equal(leaf?.module, 'settings');
  return deployChecks(leaf);
}

test('local settings that are not in the repository and need not be there count as absent', async (t) => {
  const imports = {
    'the import alone': 'try:\n    from .local import *\nexcept ImportError:\n    pass\n',
    suppressed: 'from contextlib import suppress\nwith suppress(ImportError):\n    from .local import *\n',
    'from the top of the path': 'try:\n    from local_settings import *\nexcept Exception:\n    pass\n',
    'where a file is':
      'if os.path.isfile(os.path.join(os.path.dirname(__file__), "local.py")):\n    from .local import *\n',
    'after other statements':
      'try:\n    FLAG = 1\n    from .local import *\nexcept (ImportError, KeyError):\n    pass\n',
    'a fallback for what it would give':
      'try:\n    from .local import HSTS\nexcept ImportError:\n    HSTS = 0\nSECURE_HSTS_SECONDS = HSTS\n',
  };
  for (const [name, lines] of Object.entries(imports))
    await t.test(name, () => {
      const said = verdicts(`DEBUG = False\nALLOWED_HOSTS = ["a.example.org"]\n${lines}`);
      assert.equal(said['security.W018'], 'passes');
      assert.equal(said['security.W020'], 'passes');
      assert.equal(said['security.W004'], 'fails');
    });
  await t.test('they count where the program stops without them', () => {
    const said = verdicts('DEBUG = False\ntry:\n    from .local import *\nexcept ImportError:\n    raise SystemExit\n');
    assert.equal(said['security.W018'], 'unknown');
    assert.equal(verdicts('DEBUG = False\nfrom .local import *\n')['security.W018'], 'unknown');
  });
  await t.test('a rule still sees that they may change everything', () => {
    const { leaves } = buildSettingsOf({
      'settings.py': `${middleware}DEBUG = False\ntry:\n    from .local import *\nexcept ImportError:\n    pass\n`,
    });
    assert.equal(leaves[0]?.open, true);
    assert.equal(leaves[0]?.get('DEBUG')?.overridable, true);
  });
});

test('a key and hosts from a variable are taken to fit, their fallbacks are judged', () => {
  const w009 = (lines: string) => verdicts(lines)['security.W009'];
  assert.equal(w009('SECRET_KEY = os.environ["KEY"]\n'), 'passes');
  assert.equal(w009(`SECRET_KEY = os.environ.get("KEY", "${strongKey}")\n`), 'passes');
  assert.deepEqual(w009('SECRET_KEY = os.environ.get("KEY", "changeme")\n'), { depends: ['KEY'] });
  assert.deepEqual(w009('SECRET_KEY = os.environ.get("KEY")\n'), { depends: ['KEY'] });
  const generated =
    'from django.core.management.utils import get_random_secret_key\nSECRET_KEY = get_random_secret_key()\n';
  assert.equal(w009(generated), 'passes');
  const w020 = (lines: string) => verdicts(`import environ\nenv = environ.Env()\n${lines}`)['security.W020'];
  assert.equal(w020('ALLOWED_HOSTS = env.list("HOSTS")\n'), 'passes');
  assert.equal(w020('ALLOWED_HOSTS = env.list("HOSTS", default=["localhost"])\n'), 'passes');
  assert.deepEqual(w020('ALLOWED_HOSTS = env.list("HOSTS", default=[])\n'), { depends: ['HOSTS'] });
});

test('django-environ casts to the type of the default', () => {
  const env = 'import environ\nenv = environ.Env()\n';
  const w016 = (read: string) => verdicts(`${env}CSRF_COOKIE_SECURE = ${read}\n`)['security.W016'];
  assert.deepEqual(w016('env("SECURE", default=False)'), { depends: ['SECURE'] });
  assert.equal(w016('env("SECURE", default="False")'), 'fails');
  assert.equal(w016('os.environ.get("SECURE", False)'), 'fails');
});

test('checks look for the very text, not for what it stands for', () => {
  const asConfig = 'INSTALLED_APPS = ["django.contrib.sessions.apps.SessionsConfig"]\n';
  assert.equal(verdicts(asConfig)['security.W011'], 'fails');
  assert.equal(verdicts(asConfig)['security.W012'], 'passes');
});

test('policies that no browser knows, and old keys', () => {
  assert.equal(verdicts('SECURE_REFERRER_POLICY = "same-orgin"\n')['security.E023'], 'fails');
  assert.equal(verdicts('SECURE_REFERRER_POLICY = ["origin", "no-referrer"]\n')['security.E023'], 'passes');
  assert.equal(verdicts('SECURE_REFERRER_POLICY = "origin, no-referrer"\n')['security.E023'], 'passes');
  assert.equal(verdicts('SECURE_CROSS_ORIGIN_OPENER_POLICY = "none"\n')['security.E024'], 'fails');
  assert.equal(verdicts('')['security.E024'], 'passes');
  assert.equal(verdicts('SECRET_KEY_FALLBACKS = ["old"]\n')['security.W025'], 'fails');
  assert.equal(verdicts(`SECRET_KEY_FALLBACKS = ["${strongKey}"]\n`)['security.W025'], 'passes');
  assert.equal(verdicts('SECRET_KEY_FALLBACKS = [os.environ["OLD"]]\n')['security.W025'], 'passes');
});

test('a middleware that a variable adds or takes away', () => {
  const optional = 'if os.environ.get("FRAMES") == "on":\n    MIDDLEWARE.append("x.FrameMiddleware")\n';
  assert.equal(verdicts(optional)['security.W002'], 'passes');
  const removed = 'if os.environ.get("FRAMES") == "on":\n    MIDDLEWARE = MIDDLEWARE[:3]\n';
  assert.deepEqual(verdicts(removed)['security.W002'], { depends: ['FRAMES'] });
});

test('django_heroku writes but a few names', () => {
  const said = verdicts('import django_heroku\nDEBUG = False\ndjango_heroku.settings(locals())\n');
  assert.equal(said['security.W018'], 'passes');
  assert.equal(said['security.W001'], 'passes');
  assert.equal(said['security.W020'], 'unknown');
});

test('an example project finds the library of its repository below src', () => {
  const said = verdicts('DEBUG = False\nfrom shop.defaults import *\n', {
    'src/shop/__init__.py': '',
    'src/shop/defaults.py': 'SECURE_HSTS_SECONDS = 60\n',
  });
  assert.equal(said['security.W004'], 'passes');
  assert.equal(said['security.W018'], 'passes');
});

test('a DEBUG that is given anew leaves what followed the one before', () => {
  const base = (debug: string) => ({
    'settings/base.py': `import os\n${middleware}DEBUG = ${debug}\nSECURE_SSL_REDIRECT = not DEBUG\nif DEBUG:\n    SECURE_HSTS_SECONDS = 0\nelse:\n    SECURE_HSTS_SECONDS = 60\n`,
  });
  const { leaves } = buildSettingsOf({
    ...base('os.environ.get("DEBUG") == "1"'),
    'settings/production.py': 'from .base import *\nDEBUG = True\n',
  });
  const [leaf] = leaves;
  assert.ok(leaf);
  const said = deployChecks(leaf);
  assert.equal(said['security.W018'], 'fails');
  assert.deepEqual(said['security.W004'], { depends: ['DEBUG'] });
  assert.deepEqual(said['security.W008'], { depends: ['DEBUG'] });
  const constant = buildSettingsOf({
    ...base('True'),
    'settings/production.py': 'from .base import *\nDEBUG = False\n',
  }).leaves[0];
  assert.ok(constant);
  assert.equal(deployChecks(constant)['security.W004'], 'fails');
});
