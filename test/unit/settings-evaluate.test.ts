import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective } from '../../server/src/model/settings/questions.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf as build } from './settings-project.ts';
import { show } from './show-setting.ts';

await loadParsers();

/** The value of `X` at the end of a single module. */
function finalValue(source: string): string {
  const model = build({ 'settings.py': `DEBUG = False\nALLOWED_HOSTS = []\n${source}\n` });
  return show(model.leaves[0]?.get('X')?.value);
}

/** The value of `X` where `DEBUG` comes from the environment, as it is in production. */
function inProduction(source: string): string {
  const model = build({
    'settings.py': `import os\nDEBUG = os.environ.get('DEBUG') == '1'\nALLOWED_HOSTS = []\n${source}\n`,
  });
  const leaf = model.leaves[0];
  return leaf === undefined ? 'no leaf' : show(effective(leaf, 'X')?.value);
}

const values: readonly (readonly [source: string, expected: string])[] = [
  // Constants and arithmetic.
  ['X = 60 * 60 * 24 * 365', '31536000'],
  ['X = 2 ** 10 + 7 // 2 - 1', '1026'],
  ['X: int = -3', '-3'],
  ['A = X = "a"', '"a"'],
  ['X, Y = 1, 2', '1'],
  ['X = ("a" "b") + "c"', '"abc"'],
  ['N = "db"\nX = f"{N}-{1}"', '"db-1"'],
  ['X = "%s:%d" % ("a", 5)', '"a:5"'],
  ['X = "{}/{name}".format("a", name="b")', '"a/b"'],
  ['X = "a,b".split(",")', 'list["a", "b"]'],
  ['X = ",".join(["a", "b"])', '"a,b"'],
  ['X = unseen(1)', 'call(undefined)'],
  ['from lib import thing\nX = thing(1)', 'call(lib.thing)'],
  ['X = 1 if unseen() else 2', '1? | 2?'],
  ['X = 1 if DEBUG else 2', '2'],
  ['X = not DEBUG', 'true'],
  ['X = 1 < 2 <= 2', 'true'],
  ['X = "a" in ("a", "b")', 'true'],
  ['X = None or "b"', '"b"'],
  ['import sys\nX = "test" in sys.argv', 'false'],
  // Environment.
  ['import os\nX = os.environ["A"]', 'env(A:string!)'],
  ['import os\nX = os.environ.get("A")', 'env(A:string=null)'],
  ['from os import environ, getenv\nX = getenv("A", "b")', 'env(A:string="b")'],
  ['from os import environ\nX = environ.get("A", "b")', 'env(A:string="b")'],
  ['import os\nX = os.environ.get("A", "True") == "True"', 'env(A:boolean=true)'],
  ['import os\nX = os.environ.get("A", "no").lower() in ("true", "1")', 'env(A:boolean=false)'],
  ['import os\nX = os.environ.get("A", "").split(",")', 'env(A:split=list[""])'],
  ['import os\nX = os.environ.get("A", "").split()', 'env(A:list=list[])'],
  ['import os\nX = [h for h in os.environ.get("A", "").split(",") if h]', 'env(A:list=list[])'],
  ['import os\nX = [h.strip() for h in os.environ.get("A", "").split(",")]', 'env(A:split=list[""])'],
  ['import os\nX = list(filter(None, os.environ.get("A", "").split(",")))', 'env(A:list=list[])'],
  ['import os\nX = int(os.environ.get("A", "5"))', 'env(A:integer=5)'],
  ['import os\nX = bool(os.environ.get("A", False))', 'env(A:truthiness=false)'],
  ['import os\nX = bool(int(os.environ.get("A", 0)))', 'env(A:boolean=false)'],
  ['import os\nX = "A" in os.environ', 'env(A:boolean=false)'],
  ['import os\nX = os.environ.get("A") or "b"', 'env(A:string="b")'],
  ['import os\nif os.environ.get("A"):\n    X = os.environ.get("A", "").split(",")', 'env(A:split!)? | absent?'],
  ['import os\nh = os.environ.get("A")\nX = h.split(",") if h else []', 'env(A:split=list[])'],
  ['import environ\nenv = environ.Env(A=(bool, False))\nX = env("A")', 'env(A:boolean=false)'],
  ['import environ\nenv = environ.Env()\nX = env.bool("A", False)', 'env(A:boolean=false)'],
  ['import environ\nenv = environ.Env()\nX = env.list("A", default=["a"])', 'env(A:list=list["a"])'],
  ['import environ\nenv = environ.Env()\nX = env("A")', 'env(A:string!)'],
  [
    'import environ\nenv = environ.Env()\nX = {"default": env.db()}',
    [
      '{default: {ENGINE: env(DATABASE_URL:url!), NAME: env(DATABASE_URL:url!), USER: env(DATABASE_URL:url!), ',
      'PASSWORD: env(DATABASE_URL:url!), HOST: env(DATABASE_URL:url!), PORT: env(DATABASE_URL:url!), …}}',
    ].join(''),
  ],
  ['from decouple import config, Csv\nX = config("A", default="", cast=Csv())', 'env(A:list=list[])'],
  ['from decouple import config\nX = config("A", default="false", cast=bool)', 'env(A:boolean=false)'],
  ['from decouple import config\nX = config("A", default="", cast=lambda v: v.split(","))', 'env(A:split=list[""])'],
  // Lists.
  ['B = ["a"]\nX = B + ["b"]', 'list["a", "b"]'],
  ['X = ["a"]\nX += ["b"]\nX.append("c")\nX.insert(0, "z")', 'list["z", "a", "b", "c"]'],
  ['X = ["a", "b"]\nX.remove("a")\nX.extend(("c",))', 'list["b", "c"]'],
  ['B = ("b",)\nX = ("a", *B)', 'tuple["a", "b"]'],
  ['X = ["a"] + unseen()', 'list["a", *call(undefined)]'],
  ['X = [a for a in ["a", "b"] if a != "a"]', 'list["b"]'],
  ['X = ["a"]\nif unseen():\n    X.append("b")', 'list["a", "b"?]'],
  ['X = ["a"]\nfor i in ("b", "c"):\n    X.append(i)', 'list["a", "b", "c"]'],
  ['X = ["a"]\nfor i in unseen():\n    X.append(i)', 'list["a", unknown?, *unknown?]'],
  ['X = ["a", "c"]\nX.insert(X.index("c"), "b")', 'list["a", "b", "c"]'],
  ['X = list(("a", "b"))', 'list["a", "b"]'],
  // Dicts.
  ['X = {"a": {"b": 1}}\nX["a"]["c"] = 2', '{a: {b: 1, c: 2}}'],
  ['B = {"a": 1}\nX = {**B, "b": 2}', '{a: 1, b: 2}'],
  ['X = {"a": 1} | {"a": 2}', '{a: 2}'],
  ['X = dict(a=1)\nX.update(b=2)\nX.update({"c": 3})', '{a: 1, b: 2, c: 3}'],
  ['X = {"a": {"l": ["x"]}}\nX["a"]["l"].append("y")', '{a: {l: list["x", "y"]}}'],
  ['X = {}\nX[unseen] = 1', '{, …}'],
  ['T = [{"O": {"l": []}}]\nT[0]["O"]["l"] += ["y"]\nX = T', 'list[{O: {l: list["y"]}}]'],
  // Control flow.
  ['if DEBUG:\n    X = 1\nelse:\n    X = 2', '2'],
  ['X = 1\nif unseen():\n    X = 2\nelif unseen2():\n    X = 3', '2? | 3? | 1?'],
  ['X = 1\nif unseen():\n    raise ValueError', '1'],
  ['import sys\nif unseen():\n    X = 1\nelse:\n    sys.exit(1)', '1'],
  ['try:\n    import lib\n    X = 1\nexcept ImportError:\n    X = 2', '1? | 2?'],
  ['import os\ntry:\n    X = os.environ["A"]\nexcept KeyError:\n    raise RuntimeError', 'env(A:string!)'],
  ['with open("f") as f:\n    X = f.read()', 'call(undefined)'],
  ['match unseen():\n    case "a":\n        X = 1\n    case _:\n        X = 2', '1? | 2?'],
  ['X = 1\ndel X', 'none'],
  ['X = X2 = 5\nwhile unseen():\n    X = 6', '5? | 6?'],
  ['if (n := 5) > 4:\n    X = n', '5'],
  // Paths.
  ['from pathlib import Path\nX = Path(__file__).resolve().parent / "static"', 'path(static)'],
  ['import os\nX = os.path.join(os.path.dirname(os.path.abspath(__file__)), "media")', 'path(media)'],
  // Secrets never show.
  ['X = {"default": {"PASSWORD": "hunter2", "USER": "u"}}', '{default: {PASSWORD: secret(7), USER: "u"}}'],
  ['X = "postgres://u:pw@host/db"', 'secret(23)'],
];

test('values of a single module', async (t) => {
  for (const [source, expected] of values) await t.test(source, () => assert.equal(finalValue(source), expected));
});

const production: readonly (readonly [source: string, expected: string])[] = [
  ['X = ["a"]\nif DEBUG:\n    X += ["b"]\nif DEBUG:\n    X = ["c"] + X', 'list["a"]'],
  ['X = not DEBUG', 'true'],
  ['X = 3600 if not DEBUG else 0', '3600'],
  ['if not DEBUG:\n    X = 1', '1'],
  ['if DEBUG:\n    X = 1', 'absent'],
  ['X = ["a"]\nif DEBUG:\n    X += ["toolbar"]', 'list["a"]'],
  ['X = ["a"]\nif not DEBUG:\n    X.insert(0, "b")', 'list["b", "a"]'],
  ['TEST = os.environ.get("T") == "1"\nX = not DEBUG and not TEST', 'env(T:boolean=true)'],
  ['X = "a"\nif not DEBUG and X == "a":\n    raise ValueError', '"a"'],
  ['X = {"debug": DEBUG}', '{debug: false}'],
  ['if DEBUG:\n    A = 1\nelse:\n    A = 2\nX = A + 1', '3'],
  ['X = 1\nif DEBUG or unseen():\n    X = 2', '2? | 1?'],
];

test('values in production while DEBUG comes from the environment', async (t) => {
  for (const [source, expected] of production) await t.test(source, () => assert.equal(inProduction(source), expected));
});

test('a chain of star and explicit imports, with places of what won and what changed it', () => {
  const model = build({
    'manage.py': '',
    'config/__init__.py': '',
    'config/settings/__init__.py': '',
    'config/settings/base.py':
      "from .apps import INSTALLED_APPS\nDEBUG = True\nMIDDLEWARE = ['a']\nROOT_URLCONF = 'u'\n",
    'config/settings/apps.py': "INSTALLED_APPS = ['shop']\nAUTH_USER_MODEL = 'shop.User'\n",
    'config/settings/production.py':
      "from .base import *\nfrom config.settings.apps import AUTH_USER_MODEL\nDEBUG = False\nMIDDLEWARE.append('b')\n",
  });
  const leaf = model.leaves.find((one) => one.module === 'config.settings.production');
  assert.deepEqual(leaf?.chain, [
    'config/settings/production.py',
    'config/settings/base.py',
    'config/settings/apps.py',
  ]);
  assert.equal(leaf.open, false);
  assert.equal(leaf.environment, 'production');
  assert.equal(show(leaf.get('DEBUG')?.value), 'false');
  assert.equal(leaf.get('DEBUG')?.assigned?.name.file, 'config/settings/production.py');
  assert.equal(show(leaf.get('INSTALLED_APPS')?.value), 'list["shop"]');
  assert.equal(leaf.get('INSTALLED_APPS')?.assigned?.statement.file, 'config/settings/apps.py');
  assert.equal(show(leaf.get('MIDDLEWARE')?.value), 'list["a", "b"]');
  assert.deepEqual(
    leaf.get('MIDDLEWARE')?.mutations.map((one) => [one.method, one.statement.file]),
    [['append', 'config/settings/production.py']],
  );
  assert.equal(model.userModelFor('shop/models.py' as FileId), 'shop.User');
});

const open: readonly (readonly [name: string, source: string])[] = [
  ['a star import of something unseen', 'from unseen import *'],
  ['a local module that is not in the repository', 'try:\n    from .local import *\nexcept ImportError:\n    pass'],
  ['globals()[…] in a loop', 'for k in unseen:\n    globals()[k] = 1'],
  ['globals().update', 'globals().update(x)'],
  ['a helper that gets locals()', 'import heroku\nheroku.settings(locals())'],
  ['a helper that gets the name of the module', 'update_from_file(__name__, "local_settings")'],
  ['dynaconf', 'import dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)'],
  ['exec', 'exec(open("x").read())'],
  ['settings in a class', 'class Base:\n    DEBUG = True\n    SECRET_KEY = "x"'],
  ['half-typed code', 'X = [1,\n'],
];

test('what may add names makes a leaf open', async (t) => {
  for (const [name, source] of open)
    await t.test(name, () => {
      const leaf = build({ 'settings.py': `DEBUG = True\nALLOWED_HOSTS = []\n${source}\n` }).leaves[0];
      assert.equal(leaf?.open, true);
    });
});

test('import cycles end with what is assigned so far', () => {
  const model = build({
    'manage.py': '',
    'settings/__init__.py': '',
    'settings/one.py': 'A = 1\nfrom .two import *\nDEBUG = False\nALLOWED_HOSTS = []\n',
    'settings/two.py': 'from .one import *\nB = A + 1\nROOT_URLCONF = "x"\nDEBUG = True\n',
    'settings/production.py': 'from .one import *\n',
  });
  const leaf = model.leaves.find((one) => one.module === 'settings.production');
  assert.equal(show(leaf?.get('B')?.value), '2');
  assert.equal(show(leaf?.get('DEBUG')?.value), 'false');
});

const blocks = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${' '.repeat(i)}${line(i)}`).join('\n');

const bounded: readonly (readonly [name: string, source: string])[] = [
  ['deep blocks', `${blocks(90, () => 'if unseen():')}\n${' '.repeat(90)}X = 1`],
  ['a list that doubles', `X = [0]\n${'X = X + X\n'.repeat(40)}`],
  ['text that doubles', `X = "a"\n${'X = X + X\n'.repeat(40)}`],
  [
    'nested loops',
    `X = 0\n${blocks(8, (i) => `for a${i} in [1, 2, 3, 4, 5, 6, 7, 8, 9]:`)}\n${' '.repeat(8)}X = X + 1`,
  ],
  ['many tests', Array.from({ length: 60 }, (_, i) => `if unseen(${i}):\n    X = ${i}`).join('\n')],
  ['a sum that is too long', `X = ${'1 + '.repeat(900)}1`],
  ['a power beyond all numbers', 'X = 10 ** 400'],
];

test('what would cost without bound is given up', async (t) => {
  for (const [name, source] of bounded)
    await t.test(name, () => {
      const leaf = build({ 'settings.py': `DEBUG = False\nALLOWED_HOSTS = []\n${source}\n` }).leaves[0];
      const kind = leaf?.get('X')?.value.kind;
      assert.ok(leaf?.open === true || kind === 'unknown' || kind === 'union', `${kind}`);
    });
});

test('a project class counts as the library class it builds on', () => {
  const model = build({
    'manage.py': '',
    'site/settings.py': 'DEBUG = False\nMIDDLEWARE = []\n',
    'shop/__init__.py': 'from .middleware import Third\n',
    'shop/middleware.py':
      'from django.middleware import security\nfrom django.middleware.csrf import CsrfViewMiddleware as Csrf\nfrom unseen import mixin\n' +
      'class First(security.SecurityMiddleware):\n    pass\nclass Second(First, Csrf):\n    pass\nclass Third(mixin()):\n    pass\n',
  });
  const ancestry = (path: string) => model.leaves[0]?.ancestry(path);
  assert.deepEqual(ancestry('shop.middleware.Second'), {
    isProject: true,
    names: [
      'shop.middleware.Second',
      'shop.middleware.First',
      'django.middleware.security.SecurityMiddleware',
      'django.middleware.csrf.CsrfViewMiddleware',
    ],
    complete: true,
  });
  const third = { isProject: true, names: ['shop.Third', 'shop.middleware.Third'], complete: false };
  assert.deepEqual(ancestry('shop.Third'), third);
  assert.deepEqual(ancestry('lib.Thing'), { isProject: false, names: ['lib.Thing'], complete: true });
});

test('the text of a secret is nowhere in what rules see', () => {
  const leaf = build({
    'settings.py':
      'DEBUG = False\nSECRET_KEY = "hunter2-" + "hunter2"\nOTHER = {"API_TOKEN": ["hunter2"]}\nDSN = "https://a:hunter2@host/1"\n' +
      'import os\nSECRET_KEY_FALLBACKS = os.environ.get("K", "hunter2").split(",")\n',
  }).leaves[0];
  assert.ok(leaf !== undefined);
  assert.ok(leaf.names.includes('SECRET_KEY_FALLBACKS'));
  const seen = leaf.names.map((name) => JSON.stringify(leaf.get(name))).join('\n');
  assert.doesNotMatch(seen, /hunter2/);
});

const two = 'DEBUG = True\nALLOWED_HOSTS = []\n';
const star = 'from .base import *\n';

const environments: readonly (readonly [
  name: string,
  files: Readonly<Record<string, string>>,
  expected: Readonly<Record<string, string>>,
])[] = [
  ['the only leaf is production', { 'site/settings.py': two }, { 'site.settings': 'production' }],
  [
    'names decide where several are there',
    {
      'config/settings/__init__.py': '',
      'config/settings/base.py': two,
      'config/settings/dev.py': star,
      'config/settings/prod.py': star,
      'config/settings/staging.py': star,
      'config/settings/docker_compose.py': star,
      'config/settings/other.py': star,
    },
    {
      'config.settings.dev': 'development',
      'config.settings.docker_compose': 'development',
      'config.settings.other': 'unknown',
      'config.settings.prod': 'production',
      'config.settings.staging': 'production',
    },
  ],
  [
    'settings.py stays a leaf beside a module for developers that builds on it',
    { 'manage.py': '', 'site/settings.py': two, 'site/settings_dev.py': 'from .settings import *\nDEBUG = True\n' },
    { 'site.settings': 'production', 'site.settings_dev': 'development' },
  ],
  [
    'what a Dockerfile names is production, whatever its name',
    {
      Dockerfile: 'FROM python\nENV DJANGO_SETTINGS_MODULE=config.settings.local\n',
      'config/settings/__init__.py': '',
      'config/settings/base.py': two,
      'config/settings/local.py': star,
      'config/settings/extra.py': star,
    },
    { 'config.settings.extra': 'unknown', 'config.settings.local': 'production' },
  ],
  [
    'a module that only the test runner names is for tests',
    {
      'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site.settings_quick\n',
      'site/settings.py': two,
      'site/settings_quick.py': two,
    },
    { 'site.settings': 'production', 'site.settings_quick': 'test' },
  ],
  [
    'a name built at run time, a build step and a Kubernetes value',
    {
      'deploy/app.yaml': 'env:\n  - name: DJANGO_SETTINGS_MODULE\n    value: site.settings.cluster\n',
      Dockerfile: 'FROM python\nRUN DJANGO_SETTINGS_MODULE=site.settings.test python manage.py compilemessages\n',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: compose writes variables like this
      'compose.yml': 'DJANGO_SETTINGS_MODULE: site.settings.${STAGE}\n',
      'site/settings/__init__.py': '',
      'site/settings/base.py': two,
      'site/settings/cluster.py': star,
      'site/settings/test.py': star,
      'site/settings/extra.py': star,
    },
    { 'site.settings.cluster': 'production', 'site.settings.extra': 'unknown', 'site.settings.test': 'test' },
  ],
  [
    'what builds on a module for developers is for developers',
    {
      'site/settings/__init__.py': '',
      'site/settings/base.py': two,
      'site/settings/dev.py': star,
      'site/settings/docker.py': 'from .dev import *\n',
      'site/settings/prod.py': star,
    },
    { 'site.settings.docker': 'development', 'site.settings.prod': 'production' },
  ],
  [
    'templates and examples are none',
    { 'site/settings.py': two, 'site/settings_example.py': two },
    { 'site.settings': 'production' },
  ],
  [
    'an app that only reads settings is none',
    { 'shop/settings.py': 'from django.conf import settings\nSHOP_SIZE = getattr(settings, "SHOP_SIZE", 1)\n' },
    {},
  ],
  [
    'what wsgi falls back on is production unless another module is',
    {
      'site/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings.dev')\n",
      'site/settings/__init__.py': '',
      'site/settings/base.py': two,
      'site/settings/dev.py': star,
      'site/settings/ci.py': star,
      'site/settings/local.py': star,
    },
    { 'site.settings.ci': 'test', 'site.settings.dev': 'production', 'site.settings.local': 'development' },
  ],
  [
    'a module for developers that wsgi falls back on gives way to one that no name explains',
    {
      'site/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings.local')\n",
      'site/settings/__init__.py': '',
      'site/settings/base.py': two,
      'site/settings/cabotage.py': star,
      'site/settings/local.py': star,
    },
    { 'site.settings.cabotage': 'production', 'site.settings.local': 'development' },
  ],
  [
    'a project to develop a library with is no production, its wsgi.py or not',
    {
      'devproject/settings.py': two,
      'devproject/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'devproject.settings')\n",
    },
    { 'devproject.settings': 'development' },
  ],
  [
    'unless an image starts with it',
    { 'sandbox/settings.py': two, Dockerfile: 'FROM python:3.13\nENV DJANGO_SETTINGS_MODULE=sandbox.settings\n' },
    { 'sandbox.settings': 'production' },
  ],
  [
    'defaults that nothing here builds on are no leaf, unless a server starts with them',
    {
      'engine/settings_default.py': two,
      'site/base.py': two,
      'site/wsgi.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.base')\n",
    },
    { 'site.base': 'production' },
  ],
];

test('which modules are leaves, and for which environment', async (t) => {
  for (const [name, files, expected] of environments)
    await t.test(name, () => {
      const leaves = build({ 'manage.py': '', ...files }).leaves.map((leaf) => [leaf.module, leaf.environment]);
      assert.deepEqual(Object.fromEntries(leaves), expected);
    });
});
