import assert from 'node:assert/strict';
import { test } from 'node:test';
import { effective } from '../../server/src/model/settings/questions.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf as build } from './settings-project.ts';
import { show } from './show-setting.ts';

await loadParsers();

type Case = readonly [source: string, expected: string];

/** The value of `X` at the end of a single module whose DEBUG is off, beside other files. */
function finalValue(source: string, files: Readonly<Record<string, string>> = {}): string {
  const model = build({ ...files, 'settings.py': `DEBUG = False\nALLOWED_HOSTS = []\n${source}\n` });
  return show(model.leaves.find((leaf) => leaf.module === 'settings')?.get('X')?.value);
}

/** The value of `X` in production where `DEBUG` comes from the environment. */
function inProduction(source: string): string {
  const model = build({
    'settings.py': `import os\nDEBUG = os.environ.get('DEBUG') == '1'\nALLOWED_HOSTS = []\n${source}\n`,
  });
  const leaf = model.leaves[0];
  return leaf === undefined ? 'no leaf' : show(effective(leaf, 'X')?.value);
}

function check(name: string, cases: readonly Case[], evaluate: (source: string) => string = finalValue): void {
  test(name, async (t) => {
    for (const [source, expected] of cases) await t.test(source, () => assert.equal(evaluate(source), expected));
  });
}

check('os.environ', [
  ['import os\nX = os.environ.pop("A")', 'env(A:string!)'],
  ['import os\nX = os.environ.pop("A", "b")', 'env(A:string="b")'],
  ['import os\nos.environ.setdefault("A", "b")\nX = os.environ["A"]', 'env(A:string="b")'],
  ['import os\nX = os.environ.setdefault("A", "b")', 'env(A:string="b")'],
  ['import os\nos.environ["A"] = "b"\nX = os.environ.get("A")', '"b"'],
  ['import os\nos.environ.pop("A", None)\nX = os.environ.get("A", "c")', '"c"'],
  ['import os\nif "A" in os.environ:\n    X = os.environ["A"]\nelse:\n    X = "b"', 'env(A:string="b")'],
  ['import os\nX = os.environ["A"] if "A" in os.environ else "b"', 'env(A:string="b")'],
  ['import os\nif (v := os.environ.get("A")) is not None:\n    X = v\nelse:\n    X = "b"', 'env(A:string="b")'],
  ['import os\nX = os.environ.get("A")\nif X is None:\n    X = "b"', 'env(A:string="b")'],
  ['import os\nX = os.environ.get("A")\nif not X:\n    raise ValueError', 'env(A:string!)'],
  ['import os\nassert "A" in os.environ\nX = os.environ.get("A")', 'env(A:string!)'],
  ['import os\ntry:\n    X = os.environ["A"]\nexcept KeyError:\n    X = "b"', 'env(A:string="b")'],
  ['import os\ntry:\n    X = int(os.environ["A"])\nexcept ValueError:\n    X = 5', 'env(A:integer!)? | 5?'],
  ['import os\nX = str(os.environ.get("A", False)).lower() == "true"', 'env(A:boolean=false)'],
  ['import os\nX = os.environ.get("A") is not None', 'env(A:boolean=false)'],
  ["import os\nX = f\"https://{os.environ.get('A', 'b')}/\"", 'env(A:unknown="https://b/")'],
  ['import os\nX = "https://" + os.environ["A"]', 'env(A:unknown!)'],
  ['import os\nX = os.environ.get("A", "a,b").split(",")[0]', 'env(A:string="a")'],
  ['import os\nX = {"1": True, "0": False}[os.environ.get("A", "0")]', 'env(A:boolean=false)'],
]);

check('casts of plain reads', [
  ['import os\nX = bool(int(os.environ.get("A", "0")))', 'env(A:boolean=false)'],
  ['import os\nX = float(os.environ.get("A", "0.5"))', 'env(A:number=0.5)'],
  ['import os, json\nX = json.loads(os.environ.get("A", "[1, {\\"a\\": true}]"))', 'env(A:json=list[1, {a: true}])'],
  ['import os, ast\nX = ast.literal_eval(os.environ.get("A", "True"))', 'env(A:json=true)'],
  ['import os, ast\nX = ast.literal_eval(os.environ.get("A", "[\'a\']"))', 'env(A:json=list["a"])'],
  ['import os\nX = eval(os.environ.get("A", "False"))', 'env(A:json=false)'],
  // Python's own gives 1 and 0; decouple's gives True and False.
  ['import os\nfrom distutils.util import strtobool\nX = strtobool(os.environ.get("A", "no"))', 'env(A:integer=0)'],
  [
    'import os\nfrom distutils.util import strtobool\nX = bool(strtobool(os.environ.get("A", "yes")))',
    'env(A:boolean=true)',
  ],
  ['from distutils.util import strtobool\nX = strtobool("on")', '1'],
  ['import os\nfrom str2bool import str2bool\nX = str2bool(os.environ.get("A", "no"))', 'env(A:boolean=false)'],
  ['import os\nX = list(map(str.strip, os.environ.get("A", "b").split(",")))', 'env(A:split=list["b"])'],
  ['import os\nX = tuple(h for h in os.environ.get("A", "").split(",") if h)', 'env(A:list=tuple[])'],
]);

check('django-environ', [
  // A default of another type than the cast is given back as it is: `env.bool('A', default='False')` is a text, and true.
  ['import environ\nenv = environ.Env()\nX = env.bool("A", default="False")', 'env(A:boolean="False")'],
  ['import environ\nenv = environ.Env()\nX = env.list("A", default="*")', 'env(A:list="*")'],
  ['import environ\nenv = environ.Env()\nX = env("A", default=False)', 'env(A:boolean=false)'],
  ['import environ\nenv = environ.Env()\nX = env("A", default=[])', 'env(A:list=list[])'],
  ['import environ\nenv = environ.Env()\nX = env("A", default=None)', 'env(A:string=null)'],
  ['import environ\nenv = environ.Env()\nX = env("A", bool, False)', 'env(A:boolean=false)'],
  ['import environ\nenv = environ.Env()\nX = env("A", cast=[str], default=[])', 'env(A:list=list[])'],
  ['import environ\nenv = environ.Env()\nX = env("A", default=env.NOTSET)', 'env(A:string!)'],
  ['import environ\nenv = environ.Env()\nX = env("A", default=environ.Env.NOTSET)', 'env(A:string!)'],
  // What comes second in `env.list` is a cast.
  ['import environ\nenv = environ.Env()\nX = env.list("A", ["a"])', 'env(A:list!)'],
  ['import environ\nenv = environ.Env()\nX = env.list("A", str, ["a"])', 'env(A:list=list["a"])'],
  ['import environ\nenv = environ.Env(A=(bool, False))\nX = env("A", default=True)', 'env(A:boolean=true)'],
  ['import environ\nenv = environ.Env(A=(list, []))\nX = env("A")', 'env(A:list=list[])'],
  ['import environ\nenv = environ.Env(A=int)\nX = env("A")', 'env(A:integer!)'],
  ['import environ\nenv = environ.FileAwareEnv()\nX = env.str("A", "b")', 'env(A:string="b")'],
  ['import environ\nenv = environ.Env()\nenv.prefix = "P_"\nX = env.int("A", 5)', 'env(P_A:integer=5)'],
  [
    'import environ\nenv = environ.Env()\nenviron.Env.read_env(".env")\nX = env.json("A", default={})',
    'env(A:json={})',
  ],
  [
    'import environ\nenv = environ.Env()\nX = env.db("A", default="sqlite:///db.sqlite3")["ENGINE"]',
    'env(A:url="django.db.backends.sqlite3")',
  ],
  ['import environ\nenv = environ.Env()\nX = env.db_url("A", "psql://u:p@h:5432/n")["PORT"]', 'env(A:url=5432)'],
  ['import environ\nenv = environ.Env()\nX = env.db("A", engine="x.y")["ENGINE"]', '"x.y"'],
  [
    'import environ\nenv = environ.Env()\nX = env.cache(default="locmemcache://")["BACKEND"]',
    'env(CACHE_URL:url="django.core.cache.backends.locmem.LocMemCache")',
  ],
  [
    'import environ\nenv = environ.Env()\nX = env.email(default="consolemail://")["EMAIL_BACKEND"]',
    'env(EMAIL_URL:url="django.core.mail.backends.console.EmailBackend")',
  ],
  [
    'import environ\nenv = environ.Env()\nvars().update(env.email("E", default="smtp+tls://u:p@h:587"))\nX = EMAIL_PORT',
    'env(E:url=587)',
  ],
  ['import environ\nroot = environ.Path(__file__) - 1\nX = root("static")', 'path(static)'],
  ['import environ\nroot = environ.Path(__file__) - 1\nX = str(root.path("static"))', 'path(static)'],
]);

check('environs', [
  ['from environs import Env\nenv = Env()\nX = env("A", False)', 'env(A:string=false)'],
  ['from environs import Env\nenv = Env()\nX = env.list("A", [])', 'env(A:list=list[])'],
  ['from environs import Env\nenv = Env()\nX = env.bool("A", "False")', 'env(A:boolean=unknown)'],
  ['from environs import Env\nenv = Env()\nX = env.log_level("A", 20)', 'env(A:unknown=20)'],
  [
    'from environs import Env\nenv = Env()\nwith env.prefixed("P_"):\n    X = env.bool("A", False)',
    'env(P_A:boolean=false)',
  ],
  [
    'from environs import Env\nenv = Env()\nwith env.prefixed("P_"):\n    with env.prefixed("Q_"):\n        X = env("A")',
    'env(P_Q_A:string!)',
  ],
  ['from environs import Env\nenv = Env()\nwith env.prefixed("P_"):\n    Y = env("B")\nX = env("A")', 'env(A:string!)'],
  ['from environs import Env\nenv = Env()\nX = env.dj_db_url("A", conn_max_age=60)["CONN_MAX_AGE"]', '60'],
]);

check('python-decouple and starlette', [
  ['from decouple import config\nX = config("A", cast=int, default="5")', 'env(A:integer=5)'],
  ['from decouple import config\nX = config("A", default=True, cast=bool)', 'env(A:boolean=true)'],
  ['from decouple import config\nX = config("A", "b")', 'env(A:string="b")'],
  ['from decouple import config, Csv\nX = config("A", default="a, b", cast=Csv())', 'env(A:list=list["a", "b"])'],
  [
    'from decouple import config, Csv\nX = config("A", default="1;2", cast=Csv(cast=int, delimiter=";", post_process=tuple))',
    'env(A:list=tuple[1, 2])',
  ],
  [
    'from decouple import config\nX = config("A", default="a b", cast=lambda v: [s.strip() for s in v.split(" ") if s])',
    'env(A:list=list["a", "b"])',
  ],
  [
    'from decouple import config\nX = config("A", default="", cast=lambda v: v.lower() == "true")',
    'env(A:boolean=false)',
  ],
  [
    'from decouple import config\ndef listed(v):\n    return v.split(",")\nX = config("A", default="a", cast=listed)',
    'env(A:split=list["a"])',
  ],
  ['from decouple import AutoConfig\nconfig = AutoConfig(search_path=".")\nX = config("A")', 'env(A:string!)'],
  [
    'from decouple import Config, RepositoryEnv\nconfig = Config(RepositoryEnv(".env"))\nX = config("A", cast=bool)',
    'env(A:boolean!)',
  ],
  ['from decouple import config, strtobool\nX = strtobool(config("A", default="no"))', 'env(A:boolean=false)'],
  [
    'from starlette.config import Config\nconfig = Config(".env")\nX = config("A", cast=bool, default=False)',
    'env(A:boolean=false)',
  ],
  [
    'from starlette.config import Config\nconfig = Config(env_prefix="P_")\nX = config("A", int, "5")',
    'env(P_A:integer=5)',
  ],
  [
    'from starlette.config import Config\nfrom starlette.datastructures import CommaSeparatedStrings\nconfig = Config()\nX = config("A", cast=CommaSeparatedStrings, default="a, b")',
    'env(A:list=list["a", "b"])',
  ],
  [
    'from starlette.config import Config\nfrom starlette.datastructures import Secret\nconfig = Config()\nX = config("A", cast=Secret)',
    'env(A:string!)',
  ],
]);

check('URLs of databases, caches and mail servers', [
  ['import dj_database_url\nX = dj_database_url.config(conn_max_age=600)["CONN_MAX_AGE"]', '600'],
  ['import dj_database_url\nX = dj_database_url.config()["ENGINE"]', 'env(DATABASE_URL:url=absent)'],
  [
    'import dj_database_url\nX = dj_database_url.config("A", default="postgres://u:p@localhost/n")["HOST"]',
    'env(A:url="localhost")',
  ],
  [
    'import dj_database_url\nX = dj_database_url.config(env="A", default="mysql://h/n").get("ENGINE")',
    'env(A:url="django.db.backends.mysql")',
  ],
  ['import dj_database_url\nX = dj_database_url.config(ssl_require=True)["OPTIONS"]', '{sslmode: "require", …}'],
  [
    'import dj_database_url\nX = dj_database_url.parse("postgres://u:p@h:1/n?sslmode=require")',
    '{ENGINE: "django.db.backends.postgresql", NAME: "n", USER: "u", PASSWORD: secret(1), HOST: "h", PORT: 1, OPTIONS: {sslmode: "require"}}',
  ],
  ['import dj_database_url, os\nX = dj_database_url.parse(os.environ["A"])["NAME"]', 'env(A:url!)'],
  ['import dj_database_url\nX = {**dj_database_url.config(default="sqlite:///x"), "ENGINE": "y"}["ENGINE"]', '"y"'],
  [
    'import dj_database_url\nD = {"default": {"ENGINE": "a"}}\nD["default"].update(dj_database_url.config(default="sqlite:///x"))\nX = D["default"]["ENGINE"]',
    'env(DATABASE_URL:url="django.db.backends.sqlite3")',
  ],
  // Only the scheme is known.
  [
    'import dj_database_url\nX = dj_database_url.config(default=f"sqlite:///{unseen()}")["ENGINE"]',
    'env(DATABASE_URL:url="django.db.backends.sqlite3")',
  ],
  [
    'import dj_database_url\nX = dj_database_url.config(default="sqlite:///" + unseen())["ENGINE"]',
    'env(DATABASE_URL:url="django.db.backends.sqlite3")',
  ],
  ['import dj_database_url\nX = dj_database_url.parse("sqlite://:memory:")["ENGINE"]', '"django.db.backends.sqlite3"'],
  [
    'import dj_email_url\nX = dj_email_url.config(default="smtp://u:p@h:25")["EMAIL_HOST_PASSWORD"]',
    'env(EMAIL_URL:url="p")',
  ],
  [
    'import dj_email_url\nX = dj_email_url.parse("console:")["EMAIL_BACKEND"]',
    '"django.core.mail.backends.console.EmailBackend"',
  ],
  [
    'import django_cache_url\nX = django_cache_url.config()["BACKEND"]',
    'env(CACHE_URL:url="django.core.cache.backends.locmem.LocMemCache")',
  ],
]);

const helpers: readonly Case[] = [
  // The way of the standard library's `strtobool`.
  [
    'def flag(v):\n    v = v.lower()\n    if v in ("y", "1"):\n        return 1\n    elif v in ("n", "0"):\n        return 0\n    else:\n        raise ValueError(v)\nX = bool(flag(os.environ.get("A") or "n"))',
    'env(A:boolean=false)',
  ],
  [
    'def flag(name, default="no"):\n    value = os.environ.get(name, default)\n    if value == "yes":\n        return True\n    if value == "no":\n        return False\n    return None\nX = flag("A", "yes")',
    'true? | false? | null?',
  ],
  [
    'def flag(name):\n    return True if os.environ.get(name) == "yes" else False\nX = flag("A")',
    'env(A:boolean=false)',
  ],
  [
    'def flag(v):\n    if v in ("y", "1"):\n        return True\n    return False\nX = flag(os.environ["A"])',
    'env(A:boolean!)',
  ],
  [
    'def env_bool(name, default=False):\n    return os.environ.get(name, str(default)).lower() in ("true", "1")\nX = env_bool("A", True)',
    'env(A:boolean=true)',
  ],
  [
    'def env_bool(name, default=False):\n    return os.environ.get(name, str(default)).lower() in ("true", "1")\nX = env_bool("A")',
    'env(A:boolean=false)',
  ],
  [
    'def hosts(name):\n    return [h.strip() for h in os.environ.get(name, "").split(",") if h.strip()]\nX = hosts("A")',
    'env(A:list=list[])',
  ],
  [
    'def hosts(name, default):\n    """Splits."""\n    value = os.environ.get(name, default)\n    return value.split(",")\nX = hosts("A", default="a")',
    'env(A:split=list["a"])',
  ],
  [
    'def get_env(name):\n    try:\n        return os.environ[name]\n    except KeyError:\n        raise ImproperlyConfigured(f"Set {name}")\nX = get_env("A")',
    'env(A:string!)',
  ],
  [
    'def get_env(name, default=None):\n    try:\n        return os.environ[name]\n    except KeyError:\n        if default is not None:\n            return default\n        raise ImproperlyConfigured(name)\nX = get_env("A", "b")',
    'env(A:string="b")',
  ],
  [
    'def get_env(name):\n    value = os.environ.get(name)\n    if not value:\n        raise ImproperlyConfigured(name)\n    return value\nX = get_env("A")',
    'env(A:string!)',
  ],
  // The cast is an argument, as in PostHog.
  [
    'def get(key, default=None, *, optional=False, type_cast=None):\n    value = os.getenv(key)\n    if value is None or value == "":\n        if optional:\n            return None\n        if default is not None:\n            return default\n        raise ImproperlyConfigured(key)\n    if type_cast is not None:\n        return type_cast(value)\n    return value\nX = get("A", 5, type_cast=int)',
    'env(A:integer=5)',
  ],
  [
    'def truthy(v):\n    return v.lower() in ("1", "true")\ndef get(key, default, cast=str):\n    if key in os.environ:\n        return cast(os.environ[key])\n    return default\nX = get("A", False, cast=truthy)',
    'env(A:boolean=false)',
  ],
  // The cast is the type of the default, as in sentry.
  [
    'def env(key, default=""):\n    value = os.environ.get(key)\n    if value is None:\n        return default\n    return type(default)(value)\nX = env("A", 5)',
    'env(A:integer=5)',
  ],
  [
    'def env(key, default=""):\n    if isinstance(default, bool):\n        return os.environ.get(key, str(default)) == "True"\n    return os.environ.get(key, default)\nX = env("A", False)',
    'env(A:boolean=false)',
  ],
  [
    'NOTSET = object()\ndef env(key, default=NOTSET):\n    if default is NOTSET:\n        return os.environ[key]\n    return os.environ.get(key, default)\nX = [env("A"), env("B", "b")]',
    'list[env(A:string!), env(B:string="b")]',
  ],
  [
    'PREFIX = "P_"\ndef env(key, *args):\n    return os.environ.get(PREFIX + key, *args)\nX = env("A")',
    'env(P_A:string=null)',
  ],
  ['flag = lambda name: os.environ.get(name) == "1"\nX = flag("A")', 'env(A:boolean=false)'],
  ['from functools import lru_cache\n@lru_cache\ndef apps():\n    return ["a"]\nX = apps()', 'list["a"]'],
  ['def apps(**extra):\n    return {"a": 1, **extra}\nX = apps(b=2)', '{a: 1, b: 2}'],
  ['def pick():\n    if DEBUG:\n        return "a"\n    return "b"\nX = pick()', '"b"'],
  ['def pick():\n    for a in unseen():\n        return a\nX = pick()', 'unknown'],
  ['def loop(n):\n    return loop(n)\nX = loop(1)', 'call(loop)'],
  ['@unseen\ndef wrapped():\n    return 1\nX = wrapped()', 'call(wrapped)'],
  [
    'def secret():\n    with open("/run/secrets/a") as f:\n        return f.read().strip()\nX = secret()',
    'call(undefined)',
  ],
  [
    'def outer(name):\n    def inner():\n        return os.environ[name]\n    return inner()\nX = outer("A")',
    'env(A:string!)',
  ],
  [
    'def both(a, b):\n    return os.environ.get(a) or os.environ.get(b) or "c"\nX = both("A", "B")',
    'env(A:string=env(B:string="c"))',
  ],
  ['def wrong(a):\n    return a\nX = wrong()', 'call(wrong)'],
];

check('functions of the project', helpers, (source) => finalValue(`import os\n${source}`));

test('a helper of another module is followed', () => {
  const files = {
    'manage.py': '',
    'shop/__init__.py': '',
    'shop/env.py':
      'import os\nYES = {"1", "true"}\ndef env_bool(name, default=False):\n    return os.getenv(name, str(default)).lower() in YES\n',
  };
  assert.equal(finalValue('from shop.env import env_bool\nX = env_bool("A")', files), 'env(A:boolean=false)');
  assert.equal(finalValue('from shop import env\nX = env.env_bool("A", True)', files), 'env(A:boolean=true)');
});

test('a helper that writes names of the module makes it open', () => {
  const model = build({
    'settings.py': 'DEBUG = False\nALLOWED_HOSTS = []\ndef load():\n    globals()["A"] = 1\nload()\n',
  });
  assert.equal(model.leaves[0]?.open, true);
});

check('values that something unseen may replace', [
  ['import importlib\nc = importlib.import_module(unseen)\nX = getattr(c, "A", "b")', '"b"? | unknown?'],
  ['import importlib\nc = importlib.import_module(unseen)\nX = getattr(c, "A")', 'unknown'],
  [
    'import configparser\nc = configparser.ConfigParser()\nc.read("x")\nX = c.get("s", "k", fallback="b")',
    '"b"? | unknown?',
  ],
  [
    'import configparser\nc = configparser.RawConfigParser()\nX = c.getboolean("s", "k", fallback=False)',
    'false? | unknown?',
  ],
  ['import configparser\nc = configparser.ConfigParser()\nX = c["s"]["k"]', 'unknown'],
  ['from pathlib import Path\nX = Path("/run/secrets/key").read_text().strip()', 'call(undefined)'],
  ['X = open("key").read().strip()', 'call(undefined)'],
  ['import boto3\nX = boto3.client("secretsmanager").get_secret_value(SecretId="a")["SecretString"]', 'unknown'],
  ['import hvac\nX = hvac.Client(url="a").secrets.kv.read_secret_version(path="p")["data"]["k"]', 'unknown'],
]);

check('constants of libraries', [
  [
    'from corsheaders.defaults import default_methods\nX = (*default_methods, "A")',
    'tuple["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT", "A"]',
  ],
  [
    'from corsheaders.defaults import default_headers\nX = list(default_headers) + ["a"]',
    'list["accept", "authorization", "content-type", "user-agent", "x-csrftoken", "x-requested-with", "a"]',
  ],
  ['import logging\nX = logging.INFO', '20'],
  [
    'from django.conf import global_settings\nX = ["a.Hasher", *global_settings.PASSWORD_HASHERS][:2]',
    'list["a.Hasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]',
  ],
  [
    'from django.conf.global_settings import FILE_UPLOAD_HANDLERS\nX = FILE_UPLOAD_HANDLERS[0]',
    '"django.core.files.uploadhandler.MemoryFileUploadHandler"',
  ],
  ['import django.conf.global_settings as DEFAULTS\nX = DEFAULTS.CSRF_COOKIE_AGE', '31449600'],
  // The languages are not the same in all versions.
  [
    'from django.conf import global_settings\nX = global_settings.LANGUAGES',
    'symbol(django.conf.global_settings.LANGUAGES)',
  ],
]);

check('lists', [
  ['X = ["a", "c"]\nX[1:1] = ["b"]', 'list["a", "b", "c"]'],
  ['X = ["b"]\nX[:0] = ["a"]', 'list["a", "b"]'],
  ['X = ["a"]\nX[len(X):] = ["b"]', 'list["a", "b"]'],
  ['X = ["a", "b"]\ndel X[0]', 'list["b"]'],
  ['X = ["a", "b", "c"]\ndel X[1:]', 'list["a"]'],
  ['X = ["a", "b"]\nX.insert(X.index("a") + 1, "c")', 'list["a", "c", "b"]'],
  // What may stand before is no reason not to know what stands beside.
  ['X = ["a", "c"]\nif unseen():\n    X.insert(0, "z")\nX.insert(X.index("a") + 1, "b")', 'list["z"?, "a", "b", "c"]'],
  ['X = ["a"]\nX.insert(-1, "b")', 'list["b", "a"]'],
  ['X = ["b", "a", "b"]\nX = sorted(set(X))', 'list["a", "b"]'],
  ['X = list({"a", "b"})', 'unknown'],
  ['X = ["b", "a"]\nX.sort()', 'list["a", "b"]'],
  ['X = list(reversed(["a", "b"]))', 'list["b", "a"]'],
  ['X = [f"shop.{a}" for a in ("a", "b") if a != "b"]', 'list["shop.a"]'],
  ['X = [a + b for a in "x y".split() for b in ("1", "2")]', 'list["x1", "x2", "y1", "y2"]'],
  ['X = [k for k, v in {"a": True, "b": False}.items() if v]', 'list["a"]'],
  ['X = ["a"]\nfor p in entry_points():\n    X.append(p)', 'list["a", unknown?, *unknown?]'],
  ['X = ["a"] + (["b"] if not DEBUG else [])', 'list["a", "b"]'],
  ['T = [{"O": {}}]\nfor t in T:\n    t["O"]["debug"] = True\nX = T', 'list[{O: {debug: true}}]'],
  ['X = ["a"]\nX = [*X, *unseen()]', 'list["a", *call(undefined)]'],
  ['X = list(filter(None, ["a", "", None]))', 'list["a"]'],
  ['X = list(map(str, [1, 2]))', 'list["1", "2"]'],
  ['X = any(a == "b" for a in ("a", "b"))', 'true'],
]);

check('dicts', [
  ['X = {"a": 1}\nX |= {"b": 2}', '{a: 1, b: 2}'],
  ['import copy\nX = copy.deepcopy({"a": {"b": 1}})\nX["a"]["b"] = 2', '{a: {b: 2}}'],
  ['from copy import deepcopy\nB = {"a": []}\nX = deepcopy(B)\nX["a"].append(1)', '{a: list[1]}'],
  ['X = {}\nX.setdefault("a", 1)\nX.setdefault("a", 2)', '{a: 1}'],
  ['X = {}\nX.setdefault("a", {})["b"] = 1', '{a: {b: 1}}'],
  ['X = {"a": 1, "b": 2}\ndel X["a"]', '{b: 2}'],
  ['X = {"a": 1, "b": 2}\nY = X.pop("a")', '{b: 2}'],
  ['D = {"a": 1}\nX = D.pop("a")', '1'],
  ['D = {"a": 1}\nX = D.setdefault("b", 2)', '2'],
  ['D = {"a": {}, "b": {}}\nfor alias in D:\n    D[alias]["c"] = 1\nX = D', '{a: {c: 1}, b: {c: 1}}'],
  ['D = {"a": {}, "b": {}}\nfor d in D.values():\n    d["c"] = 1\nX = D', '{a: {c: 1}, b: {c: 1}}'],
  ['D = {"a": {}}\nfor name, d in D.items():\n    d["c"] = name\nX = D', '{a: {c: "a"}}'],
  ['X = {k: v + 1 for k, v in {"a": 1}.items()}', '{a: 2}'],
  ['X = dict([unseen()], a=1)', '{a: 1, …}'],
  ['X = {"a": 1}.get("b", 2)', '2'],
  ['X = len({"a": 1}.keys())', '1'],
]);

check('numbers and durations', [
  ['X = int(1e6)', '1000000'],
  ['X = 5 << 20', '5242880'],
  ['X = 100_000 >> 1', '50000'],
  ['X = int("1.5")', 'unknown'],
  ['from datetime import timedelta\nX = timedelta(days=1).total_seconds()', '86400'],
  ['from datetime import timedelta\nX = int(timedelta(hours=1, minutes=30).total_seconds())', '5400'],
  ['import datetime\nX = (datetime.timedelta(1) * 2).total_seconds()', '172800'],
  ['from datetime import timedelta\nX = timedelta(days=unseen())', 'call(datetime.timedelta)'],
]);

check('texts', [
  ['X = "%(a)s-%(b)d" % {"a": "x", "b": 1}', '"x-1"'],
  ['X = "100%% of %s" % "x"', '"100% of x"'],
  ['X = "{a}/{b}".format(**{"a": 1, "b": 2})', '"1/2"'],
  ['X = "/a/".strip("/")', '"a"'],
  ['X = "a".lstrip().title()', '"A"'],
  ['X = f"{True} {None}"', '"True None"'],
  ['from pathlib import Path\nB = Path(__file__).parent\nX = f"{B}/static"', 'path(static)'],
  ['import os\nB = os.path.dirname(os.path.abspath(__file__))\nX = B + "/static"', 'path(static)'],
]);

check('flow', [
  ['match "a":\n    case "a" | "b":\n        X = 1\n    case _:\n        X = 2', '1'],
  ['match 3:\n    case 1:\n        X = 1\n    case other:\n        X = other', '3'],
  [
    'import os\nmatch os.environ.get("A", "dev"):\n    case "prod":\n        X = 1\n    case "dev":\n        X = 2\n    case _:\n        X = 3',
    '1? | 2? | 3?',
  ],
  ['X = 1\nmatch unseen():\n    case [a, b]:\n        X = 2', '2? | 1?'],
  ['X = ["a"]\ntry:\n    import toolbar\nexcept ImportError:\n    pass\nelse:\n    X.append("b")', 'list["a", "b"?]'],
  ['X = 1\nassert False, "no"\nX = 2', '1'],
  ['import sys\nX = 1\nif unseen():\n    X = 2\n    sys.exit(1)', '1'],
  ['def fail(m):\n    raise ValueError(m)\nX = 1\nif unseen():\n    X = 2\n    fail("no")', '1'],
  ['globals()["X"] = 1', '1'],
  ['locals().update({"X": 1, "Y": 2})', '1'],
]);

check(
  'flow in production while DEBUG comes from the environment',
  [
    ['match DEBUG:\n    case True:\n        X = 1\n    case False:\n        X = 2', '2'],
    ['T = os.environ.get("T") == "1"\nX = not T and not DEBUG', 'env(T:boolean=true)'],
    ['X = os.environ.get("A", "a" if DEBUG else "b")', 'env(A:string="b")'],
    // `None` has no `split`.
    ['X = os.environ.get("A").split(",")', 'env(A:split!)'],
    ['X = os.environ.get("A")\nif not DEBUG and X in (None, "changeme"):\n    raise ValueError', 'env(A:string!)'],
    ['X = os.environ.get("A") == "1" or DEBUG', 'env(A:boolean=false)'],
    [
      'def pick(name):\n    if DEBUG:\n        return os.environ.get(name, "a")\n    return os.environ[name]\nX = pick("A")',
      'env(A:string!)',
    ],
  ],
  inProduction,
);

test('what a call may change in place is not certain any more', async (t) => {
  const cases: readonly (readonly [name: string, source: string, overridable: boolean])[] = [
    ['a function that appends to its argument', 'def add(apps):\n    apps.append("b")\nadd(X)', true],
    ['a function that appends to a list of the module', 'def add():\n    X.append("b")\nadd()', true],
    ['a function that only reads its argument', 'def count(apps):\n    return len(apps)\nN = count(X)', false],
    ['a library that is handed the list', 'from lib import add_toolbar\nadd_toolbar(X)', true],
    ['a message', 'print(X)\nlogger.info(X)', false],
    ['a value made from the list', 'from lib import check\nN = check(X)', false],
  ];
  for (const [name, source, overridable] of cases)
    await t.test(name, () => {
      const model = build({ 'settings.py': `DEBUG = False\nALLOWED_HOSTS = []\nX = ["a"]\n${source}\n` });
      assert.equal(model.leaves[0]?.get('X')?.overridable, overridable);
    });
});

test('a package that imports many modules in order, the last under a condition', () => {
  const model = build({
    'manage.py': '',
    'config/__init__.py': '',
    'config/settings/__init__.py':
      'from .base import *\nfrom .apps import *\nfrom .cookies import secure, NAMES\nSESSION_COOKIE_SECURE = secure\n' +
      'if "extra" in INSTALLED_APPS:\n    from .extra import *\nif "other" in INSTALLED_APPS:\n    from .other import *\n',
    'config/settings/base.py': 'DEBUG = False\nALLOWED_HOSTS = []\nTIME_ZONE = "UTC"\n',
    'config/settings/apps.py': 'from .base import DEBUG\nINSTALLED_APPS = ["extra"]\nROOT_URLCONF = "u"\n',
    'config/settings/cookies.py': 'from .base import DEBUG\nsecure = not DEBUG\nNAMES = []\nUSE_TZ = True\n',
    'config/settings/extra.py': 'TIME_ZONE = "CET"\nSITE_ID = 1\n',
    'config/settings/other.py': 'TIME_ZONE = "EET"\nSITE_ID = 2\n',
  });
  const leaf = model.leaves.find((one) => one.module === 'config.settings');
  assert.equal(show(leaf?.get('TIME_ZONE')?.value), '"CET"');
  assert.equal(show(leaf?.get('SITE_ID')?.value), '1');
  assert.equal(show(leaf?.get('SESSION_COOKIE_SECURE')?.value), 'true');
  assert.equal(leaf?.get('USE_TZ'), undefined);
});

test('django-split-settings runs files in the namespace of the module', () => {
  const include = 'from split_settings.tools import include, optional\n';
  const files = {
    'manage.py': '',
    'config/__init__.py': '',
    'config/settings/__init__.py': `${include}include('components/base.py', optional('local.py'), 'components/*.py', scope=globals())\nX = [*X, 'end']\n`,
    'config/settings/components/base.py': "DEBUG = True\nALLOWED_HOSTS = []\nX = ['base']\nROOT_URLCONF = 'u'\n",
    'config/settings/components/caches.py': "CACHES = {}\nDEBUG = False\nX.append('caches')\nROOT_URLCONF = 'v'\n",
    'config/settings/local.py': "X.append('local')\nDEBUG = True\nTIME_ZONE = 'UTC'\n",
  };
  const model = build(files);
  assert.deepEqual(
    model.leaves.map((leaf) => leaf.module),
    ['config.settings'],
  );
  const [leaf] = model.leaves;
  // `base.py` runs twice, the second time because the pattern matches it too.
  assert.equal(show(leaf?.get('X')?.value), 'list["base", "caches", "end"]');
  assert.equal(show(leaf?.get('DEBUG')?.value), 'false');
  assert.equal(leaf?.get('CACHES')?.assigned?.statement.file, 'config/settings/components/caches.py');
  assert.equal(leaf?.open, false);
  const { 'config/settings/local.py': _, ...without } = files;
  assert.equal(build(without).leaves[0]?.open, true);
});

test('a variable chooses among included files; the one for production counts', () => {
  const settings =
    "from os import environ\nfrom split_settings.tools import include, optional\nenviron.setdefault('DJANGO_ENV', 'development')\n" +
    "_ENV = environ['DJANGO_ENV']\n_base = ('components/common.py', f'environments/{_ENV}.py')\ninclude(*_base)\n";
  const files = {
    'manage.py': '',
    'server/__init__.py': '',
    'server/settings/__init__.py': settings,
    'server/settings/components/common.py': "ROOT_URLCONF = 'u'\nALLOWED_HOSTS = []\n",
    'server/settings/environments/__init__.py': '',
    'server/settings/environments/development.py': 'DEBUG = True\nTIME_ZONE = "UTC"\n',
    'server/settings/environments/production.py': 'DEBUG = False\nALLOWED_HOSTS = ["a"]\n',
  };
  const model = build(files);
  assert.deepEqual(
    model.leaves.map((leaf) => leaf.module),
    ['server.settings'],
  );
  assert.equal(show(model.leaves[0]?.get('DEBUG')?.value), 'false');
  assert.equal(show(model.leaves[0]?.get('ALLOWED_HOSTS')?.value), 'list["a"]');
});
