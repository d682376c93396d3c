import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SettingsModel } from '../../server/src/model/settings/settings-model.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { buildSettingsOf as build } from './settings-project.ts';
import { show } from './show-setting.ts';

await loadParsers();

/** Settings of one leaf in a line each; `?` behind what unseen code may change. */
function settingsOf(model: SettingsModel, module: string, names: string): Readonly<Record<string, string>> {
  const leaf = model.leaves.find((one) => one.module === module);
  assert.ok(leaf !== undefined, `${module} is none of ${model.leaves.map((one) => one.module).join(', ')}`);
  return Object.fromEntries(
    names.split(' ').map((name) => {
      const setting = leaf.get(name);
      return [name, `${show(setting?.value)}${setting?.overridable === true ? '?' : ''}`];
    }),
  );
}

function environmentsOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(build(files).leaves.map((leaf) => [leaf.module, leaf.environment]));
}

const head = 'from configurations import Configuration, values\n';

// What django-configurations 2.5 gives for these classes was seen by running it, except where a comment says why ours is less.
test('values of django-configurations', () => {
  const model = build({
    'settings.py': `${head}class Site(Configuration):
    DEBUG = values.BooleanValue(True)
    TEMPLATE_DEBUG = DEBUG
    IS_QUIET = not DEBUG
    ALLOWED_HOSTS = values.ListValue(['a'])
    HOSTS = values.TupleValue()
    COUNT = values.IntegerValue(3, environ_name='N', environ_prefix=None)
    PREFIXED = values.Value('x', environ_prefix='SHOP_')
    LIST = values.ListValue([1], environ=False)
    OFF = values.BooleanValue(False, environ=False)
    SECRET_KEY = values.SecretValue()
    NEEDED = values.Value(environ_required=True)
    DATABASES = values.DatabaseURLValue('sqlite://')
    CACHES = values.CacheURLValue(alias='main')
    EMAIL_HOST = 'localhost'
    EMAIL = values.EmailURLValue('console://')
    SPREAD = values.Value(**OPTIONS)
    STORAGES = {'default': {'BACKEND': values.Value('a.B', environ_name='BACKEND')}}
`,
  });
  assert.deepEqual(
    settingsOf(
      model,
      'settings:Site',
      'DEBUG TEMPLATE_DEBUG IS_QUIET ALLOWED_HOSTS HOSTS COUNT PREFIXED LIST OFF SECRET_KEY NEEDED DATABASES CACHES EMAIL_HOST ' +
        'SPREAD STORAGES',
    ),
    {
      DEBUG: 'env(DJANGO_DEBUG:boolean=true)',
      // The same object reads the variable of its other name.
      TEMPLATE_DEBUG: 'env(DJANGO_TEMPLATE_DEBUG:boolean=true)',
      // In the body of the class the value is its default.
      IS_QUIET: 'false',
      ALLOWED_HOSTS: 'env(DJANGO_ALLOWED_HOSTS:list=list["a"])',
      HOSTS: 'env(DJANGO_HOSTS:list=tuple[])',
      COUNT: 'env(N:integer=3)',
      PREFIXED: 'env(SHOP_PREFIXED:string="x")',
      LIST: 'list[1]',
      OFF: 'false',
      SECRET_KEY: 'env(DJANGO_SECRET_KEY:string!)',
      NEEDED: 'env(DJANGO_NEEDED:string!)',
      DATABASES: '{default: env(DATABASE_URL:url=unknown)}',
      CACHES: '{main: env(CACHE_URL:url!)}',
      // An email URL sets all settings of mail.
      EMAIL_HOST: 'unknown?',
      SPREAD: 'unknown',
      STORAGES: '{default: {BACKEND: env(DJANGO_BACKEND:string="a.B")}}',
    },
  );
});

const family = `${head}
class Mixin:
    SECURE_SSL_REDIRECT = True
    FOO = 'mixin'
class ConfiguredMixin(Configuration):
    FOO = 'configured'
class Base(Configuration):
    DEBUG = True
    SECURE_HSTS_SECONDS = 5
    DEFAULT_AUTO_FIELD = 'x.BigAutoField'
    NAME = 'base'
    @property
    def LABEL(self):
        return [self.NAME, self.DEBUG]
    def CALLED(self):
        return self.NAME + '!'
    @classmethod
    def BOUND(cls):
        return cls.NAME + '!'
class A(Base):
    pass
class B(Base):
    SECURE_HSTS_SECONDS = 10
    NAME = 'b'
class Diamond(A, B):
    pass
class ConfiguredFirst(ConfiguredMixin, Base):
    pass
class PlainFirst(Mixin, Base):
    pass
class PlainLast(Base, Mixin):
    pass
class Heir(B):
    DEBUG = False
    @property
    def LABEL(self):
        return super().LABEL + ['heir']
DEBUG = 'of the module'
OWN = 'of the module'
`;

test('which class of django-configurations gives a setting', async (t) => {
  const names = 'DEBUG SECURE_HSTS_SECONDS SECURE_SSL_REDIRECT DEFAULT_AUTO_FIELD LABEL CALLED BOUND FOO OWN';
  const model = build({ 'settings.py': family });
  const inherited = {
    DEBUG: 'true',
    SECURE_HSTS_SECONDS: '5',
    SECURE_SSL_REDIRECT: 'none',
    DEFAULT_AUTO_FIELD: '"x.BigAutoField"',
    LABEL: 'list["base", true]',
    CALLED: '"base!"',
    BOUND: '"base!"',
    FOO: 'none',
    OWN: '"of the module"',
  };
  await t.test('the first base in a diamond has copied what the common one says', () => {
    assert.deepEqual(settingsOf(model, 'settings:Diamond', names), inherited);
  });
  await t.test('a mixin that is a configuration brings the defaults of Django', () => {
    assert.deepEqual(settingsOf(model, 'settings:ConfiguredFirst', names), {
      ...inherited,
      DEBUG: 'none',
      SECURE_HSTS_SECONDS: 'none',
      LABEL: 'list["base", false]',
      FOO: '"configured"',
    });
  });
  await t.test('a plain mixin counts only before the configuration, but for settings that are not of Django', () => {
    const first = { ...inherited, SECURE_SSL_REDIRECT: 'true', FOO: '"mixin"' };
    assert.deepEqual(settingsOf(model, 'settings:PlainFirst', names), first);
    assert.deepEqual(settingsOf(model, 'settings:PlainLast', names), { ...inherited, FOO: '"mixin"' });
  });
  await t.test('properties and methods are called on the class that is set up, class methods on their own', () => {
    assert.deepEqual(settingsOf(model, 'settings:Heir', names), {
      ...inherited,
      DEBUG: 'false',
      SECURE_HSTS_SECONDS: '10',
      LABEL: 'list["b", false, "heir"]',
      CALLED: '"b!"',
    });
  });
  assert.ok(model.leaves.every((leaf) => !leaf.open));
});

test('what changes settings besides the body of their class', () => {
  const model = build({
    'settings.py': `${head}
class Base(Configuration):
    INSTALLED_APPS = ['a']
    MIDDLEWARE = ('m',)
    HOSTS = ['h']
    DEBUG = False
    ROOT_URLCONF = 'urls'
    USE_TZ = True
    @classmethod
    def post_setup(cls):
        super().post_setup()
        print(cls.ROOT_URLCONF)
        cls.extend()
    @classmethod
    def extend(cls):
        cls.HOSTS.append('x')
class Dev(Base):
    INSTALLED_APPS = Base.INSTALLED_APPS
    INSTALLED_APPS += ['debug_toolbar']
    MIDDLEWARE = Base.MIDDLEWARE
    MIDDLEWARE += ('toolbar',)
    def __init__(self):
        self.USE_TZ = False
class Prod(Base):
    pass
Base.DEBUG = True
`,
  });
  const names = 'INSTALLED_APPS MIDDLEWARE HOSTS DEBUG ROOT_URLCONF USE_TZ';
  assert.deepEqual(settingsOf(model, 'settings:Prod', names), {
    // The list is one and the same, so production may have the toolbar too.
    INSTALLED_APPS: 'list["a"]?',
    MIDDLEWARE: 'tuple["m"]',
    HOSTS: 'list["h"]?',
    DEBUG: 'false?',
    ROOT_URLCONF: '"urls"',
    USE_TZ: 'true',
  });
  assert.equal(settingsOf(model, 'settings:Dev', names)['MIDDLEWARE'], 'tuple["m", "toolbar"]');
  assert.equal(settingsOf(model, 'settings:Dev', names)['USE_TZ'], 'true?');
});

test('a base that cannot be seen leaves what is absent unknown', () => {
  const model = build({
    'settings.py': `${head}from lib import Shared
class Before(Shared, Configuration):
    DEBUG = False
class Base(Configuration):
    USE_TZ = True
class Behind(Base, Shared):
    pass
class Under(Shared, Base):
    pass
`,
  });
  const states = (module: string) => {
    const leaf = model.leaves.find((one) => one.module === module);
    return [leaf?.open, ...Object.values(settingsOf(model, module, 'DEBUG USE_TZ'))];
  };
  assert.deepEqual(states('settings:Before'), [true, 'false', 'none']);
  assert.deepEqual(states('settings:Behind'), [true, 'none', 'true']);
  assert.deepEqual(states('settings:Under'), [true, 'none', 'true?']);
});

test('which classes are leaves, and for which environment', async (t) => {
  const classes = `${head}class Base(Configuration):
    ROOT_URLCONF = 'urls'
class Build(Base):
    pass
class Dev(Base):
    DEBUG = True
class CI(Base):
    pass
class ContinuousIntegration(CI):
    pass
class Production(Base):
    pass
class Staging(Production):
    pass
class PreProduction(Production):
    pass
`;
  const named = {
    'settings:Build': 'unknown',
    'settings:ContinuousIntegration': 'test',
    'settings:Dev': 'development',
    'settings:PreProduction': 'production',
    'settings:Production': 'production',
    'settings:Staging': 'production',
  };
  const bySorted = (environments: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(environments).sort(([a], [b]) => (a < b ? -1 : 1)));
  await t.test('names decide; a base is none unless it is named for production', () => {
    assert.deepEqual(bySorted(environmentsOf({ 'manage.py': '', 'settings.py': classes })), named);
  });
  await t.test('what the server falls back on is production while no class is named for it', () => {
    const two = `${head}class Base(Configuration):\n    ROOT_URLCONF = 'urls'\nclass Shop(Base):\n    pass\nclass Admin(Base):\n    pass\n`;
    const wsgi =
      'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\nos.environ.setdefault("DJANGO_CONFIGURATION", "Shop")\n';
    assert.deepEqual(environmentsOf({ 'manage.py': '', 'settings.py': two }), {
      'settings:Shop': 'unknown',
      'settings:Admin': 'unknown',
    });
    const image = 'FROM python\nRUN DJANGO_CONFIGURATION=Admin ./manage.py check\nENV DJANGO_CONFIGURATION=Shop\n';
    for (const files of [{ Dockerfile: image }, { Procfile: 'web: DJANGO_CONFIGURATION=Shop gunicorn wsgi\n' }])
      assert.equal(environmentsOf({ 'manage.py': '', 'settings.py': two, ...files })['settings:Shop'], 'production');
    assert.equal(environmentsOf({ 'manage.py': '', 'settings.py': two, 'wsgi.py': wsgi })['settings:Admin'], 'unknown');
  });
  await t.test('a package that imports its classes is no leaf of its own', () => {
    const found = environmentsOf({
      'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config")\n',
      'config/__init__.py': 'from .local import Local\nfrom .production import Production\n',
      'config/base.py': `${head}class Base(Configuration):\n    DEBUG = False\n    ROOT_URLCONF = 'urls'\n`,
      'config/local.py': 'from .base import Base\nclass Local(Base):\n    DEBUG = True\n',
      'config/production.py': 'from .base import Base\nclass Production(Base):\n    pass\n',
    });
    assert.deepEqual(found, { 'config.local:Local': 'development', 'config.production:Production': 'production' });
  });
  await t.test('a part that others mix in serves nobody', () => {
    const [leaf] = build({
      'manage.py': '',
      'lib.py': `${head}class Login(Configuration):\n    LOGIN_URL = '/in'\n`,
    }).leaves;
    assert.deepEqual([leaf?.module, leaf?.environment, leaf?.isIdle], ['lib:Login', 'unknown', true]);
  });
  await t.test('configuration may name the class or its module', () => {
    const files = { 'manage.py': '', 'settings.py': `${head}class Shop(Configuration):\n    ROOT_URLCONF = 'urls'\n` };
    for (const name of ['settings', 'settings:Shop']) {
      const model = build(files, new Map([[name, 'development']]));
      assert.deepEqual(
        model.leaves.map((leaf) => leaf.environment),
        ['development'],
      );
    }
  });
});

test('a leaf reads what its own classes do', () => {
  const { leaves } = build({
    'settings.py': `import os
${head}TOKEN = os.environ.get('TOKEN')
class Base(Configuration):
    ROOT_URLCONF = 'urls'
    DATABASES = values.DatabaseURLValue()
    SECRET_KEY = values.SecretValue()
    @property
    def NAME(self):
        return os.environ['NAME']
class Dev(Base):
    DEBUG = os.environ.get('DEBUG', 'yes') == 'yes'
class Prod(Base):
    SITE = values.Value('x', environ_name='SITE')
`,
  });
  const reads = leaves.map(({ module, reads }) => [
    module,
    reads.map(({ variable, required }) => `${variable}${required ? '!' : ''}`).join(' '),
  ]);
  assert.deepEqual(reads, [
    ['settings:Dev', 'TOKEN DEBUG DATABASE_URL NAME! DJANGO_SECRET_KEY!'],
    ['settings:Prod', 'TOKEN DJANGO_SITE DATABASE_URL NAME! DJANGO_SECRET_KEY!'],
  ]);
});

test('a leaf begins at the line of its class', () => {
  const text = `${head}\n\nclass Site(Configuration):\n    DEBUG = False\n`;
  const [leaf] = build({ 'settings.py': text }).leaves;
  assert.equal(text.slice(leaf?.start.span.start, leaf?.start.span.end), 'class Site(Configuration):');
});

test('what a class for production lacks is written into the one it builds on', () => {
  const { leaves } = build({
    'settings.py': `${head}class Base(Configuration):
    ROOT_URLCONF = 'urls'
class Mixin:
    pass
class Production(Base):
    pass
class Staging(Production):
    pass
class Preproduction(Staging):
    pass
class Demo(Mixin, Production):
    pass
`,
  });
  assert.deepEqual(
    leaves.map((leaf) => [leaf.className, leaf.home.className]),
    [
      ['Production', 'Production'],
      ['Staging', 'Production'],
      ['Preproduction', 'Production'],
      ['Demo', 'Demo'],
    ],
  );
});

test('a class whose loader copies its members to the module', () => {
  const loader = `import inspect, sys
class Settings:
    @classmethod
    def load_settings(cls, module_name):
        self = cls()
        module = sys.modules[module_name]
        for member, value in inspect.getmembers(self):
            if member.isupper() and not member.startswith('_'):
                setattr(module, member, value)
`;
  const model = build({
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf.site")\n',
    'core/__init__.py': '',
    'core/settings.py': loader,
    'conf/__init__.py': '',
    'conf/base.py': `import os
from core.settings import Settings
class Base(Settings):
    DEBUG = os.environ.get('DEBUG') == '1'
    _PRIVATE = 1
    ROOT_URLCONF = 'urls'
    @property
    def INSTALLED_APPS(self):
        apps = ['django.contrib.auth', 'shop']
        if self.DEBUG:
            apps.append('debug_toolbar')
        apps.insert(0, self.FIRST)
        return apps
    @property
    def MIDDLEWARE(self):
        if self.DEBUG:
            return ['a', 'b']
        return ['a']
    @property
    def STORAGES(self):
        for name in self.UNKNOWN:
            if name:
                return {'default': 1}
    FIRST = 'first'
`,
    'conf/site.py': `from .base import Base
class Site(Base):
    FIRST = 'site'
    SECURE_HSTS_SECONDS = 3600
    @property
    def INSTALLED_APPS(self):
        apps = super(Site, self).INSTALLED_APPS
        apps.remove('shop')
        return apps
Site.load_settings(__name__)
`,
  });
  const names = 'DEBUG INSTALLED_APPS MIDDLEWARE STORAGES SECURE_HSTS_SECONDS ROOT_URLCONF';
  assert.deepEqual(settingsOf(model, 'conf.site', names), {
    DEBUG: 'env(DEBUG:boolean=false)',
    INSTALLED_APPS: 'list["site", "django.contrib.auth", "debug_toolbar" if DEBUG]',
    MIDDLEWARE: 'list["a", "b"] if DEBUG | list["a"] if not DEBUG',
    STORAGES: '{default: 1}? | null?',
    SECURE_HSTS_SECONDS: '3600',
    ROOT_URLCONF: '"urls"',
  });
  assert.equal(model.leaves[0]?.open, false);
});

test('settings in a plain class that nothing loads leave the module open', () => {
  const model = build({ 'settings.py': 'DEBUG = False\nALLOWED_HOSTS = []\nclass Site:\n    USE_TZ = True\n' });
  assert.equal(model.leaves[0]?.open, true);
  assert.equal(settingsOf(model, 'settings', 'DEBUG')['DEBUG'], 'false');
});

test('fields of pydantic-settings and goodconf are environment reads', () => {
  const model = build({
    'manage.py': '',
    'config.py': `from typing import Optional
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
class Shared(BaseSettings):
    model_config = SettingsConfigDict(env_prefix='shop_', env_file='.env')
    debug: bool = False
class Settings(Shared):
    secret: SecretStr
    hosts: list[str] = ['a']
    port: Optional[int] = None
    named: str = Field('x', validation_alias='other_name')
    needed: str = Field(...)
    made: list = Field(default_factory=list)
    checked: str = 'x'
    level = 'plain'
    @field_validator('checked')
    def check(cls, value):
        return value
    @property
    def url(self):
        return 'http://localhost'
config = Settings()
`,
    'old.py': `from goodconf import GoodConf
class Config(GoodConf):
    DEBUG: bool = True
    class Config:
        env_prefix = 'OLD_'
old = Config(load=True)
`,
    'settings.py': `from config import config
from old import old
DEBUG = config.debug
ALLOWED_HOSTS = config.hosts
SECRET_KEY = config.secret.get_secret_value()
PORT = config.port
NAMED = config.named
NEEDED = config.needed
MADE = config.made
CHECKED = config.checked
URL = config.url
LEVEL = config.level
LOST = config.lost
OLD = old.DEBUG
`,
  });
  assert.deepEqual(
    settingsOf(model, 'settings', 'DEBUG ALLOWED_HOSTS SECRET_KEY PORT NAMED NEEDED MADE CHECKED URL LEVEL LOST OLD'),
    {
      DEBUG: 'env(SHOP_DEBUG:boolean=false)',
      ALLOWED_HOSTS: 'env(SHOP_HOSTS:json=list["a"])',
      SECRET_KEY: 'env(SHOP_SECRET:string!)',
      PORT: 'env(SHOP_PORT:integer=null)',
      NAMED: 'env(OTHER_NAME:string="x")',
      NEEDED: 'env(SHOP_NEEDED:string!)',
      MADE: 'env(SHOP_MADE:json=unknown)',
      CHECKED: 'env(SHOP_CHECKED:unknown=unknown)',
      URL: '"http://localhost"',
      LEVEL: '"plain"',
      LOST: 'unknown',
      OLD: 'env(OLD_DEBUG:boolean=true)',
    },
  );
  assert.equal(model.leaves[0]?.open, false);
});

test('constants in a plain class, but not in an enumeration', () => {
  const model = build({
    'settings.py': `from enum import Enum
from unseen import Base
DEBUG = False
ALLOWED_HOSTS = []
class Names:
    WEB = 'web'
class Kind(str, Enum):
    WEB = 'web'
class Other(Base):
    WEB = 'web'
A = Names.WEB
B = Kind.WEB
C = Other.WEB
D = Names().WEB
E = Names.LOST
`,
  });
  assert.deepEqual(settingsOf(model, 'settings', 'A B C D E'), {
    A: '"web"',
    B: 'unknown',
    C: 'unknown',
    D: '"web"',
    E: 'unknown',
  });
});

test('classes without end', () => {
  const deep = Array.from({ length: 300 }, (_, i) => `class C${i + 1}(C${i}):\n    X = ${i}\n`).join('');
  const wide = Array.from(
    { length: 40 },
    (_, i) =>
      `class A${i + 1}(D${i}):\n    pass\nclass B${i + 1}(D${i}):\n    pass\nclass D${i + 1}(A${i + 1}, B${i + 1}):\n    pass\n`,
  ).join('');
  const model = build({
    'a.py': `from b import B\nclass A(B):\n    X = 1\n`,
    'b.py': `from a import A\nclass B(A):\n    Y = 1\n`,
    'settings.py': `${head}from a import A
class Round(A, Configuration):
    DEBUG = False
class Self(Self, Configuration):
    @property
    def X(self):
        return self.Y + self.Y
    @property
    def Y(self):
        return self.X + self.X
class C0(Configuration):
    DEBUG = True
${deep}class D0(Configuration):
    DEBUG = True
${wide}`,
  });
  assert.equal(settingsOf(model, 'settings:Self', 'X')['X'], 'unknown');
  assert.equal(settingsOf(model, 'settings:Round', 'DEBUG')['DEBUG'], 'false');
  // What is too deep is followed no further, and nothing is said of it.
  assert.ok(!model.leaves.some((leaf) => leaf.module === 'settings:C300'));
});
