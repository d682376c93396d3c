import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { OrmModel, OrmModelClass } from '../../server/src/model/orm/model-graph.ts';
import { redundantIndexes } from '../../server/src/model/orm/questions.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { ormProject } from './orm-project.ts';

before(loadParsers);

function model(orm: OrmModel, label: string): OrmModelClass {
  const found = orm.models.find((one) => one.label === label);
  assert.ok(found, `no model ${label} among ${orm.models.map((one) => one.label).join(', ')}`);
  return found;
}

function target(orm: OrmModel, label: string, field: string): string | undefined {
  return model(orm, label).fields.get(field)?.target?.label;
}

test('a relation is found in every spelling of its target', () => {
  const { orm } = ormProject({
    'manage.py': '',
    'shop/__init__.py': '',
    'shop/models.py': `
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import ForeignKey as FK
from people import models as m
from people.models import Person

User = get_user_model()

class Item(models.Model):
    by_class = models.ForeignKey(Person, on_delete=models.CASCADE)
    by_keyword = models.ForeignKey(on_delete=models.CASCADE, to=Person)
    by_keyword_text = models.ForeignKey(on_delete=models.CASCADE, to="people.Person")
    by_attribute = FK(m.Person, models.CASCADE)
    by_name = models.OneToOneField("Shelf", models.CASCADE)
    itself = models.ForeignKey("self", models.CASCADE, null=True)
    by_setting = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    by_call = models.ForeignKey(get_user_model(), models.CASCADE)
    by_variable = models.ForeignKey(User, models.CASCADE)
    annotated: "models.ForeignKey" = models.ForeignKey("people.Person", models.CASCADE)
    gone = models.ForeignKey("nowhere.Nothing", models.CASCADE)

class Shelf(models.Model):
    pass
`,
    'people/__init__.py': '',
    'people/models/__init__.py': 'from .person import *\n',
    'people/models/person.py': `
from django.contrib.auth.models import AbstractUser
from django.db import models
class Person(AbstractUser):
    boss = models.ForeignKey("Person", models.CASCADE)
`,
  });
  for (const field of [
    'by_class',
    'by_keyword',
    'by_keyword_text',
    'by_attribute',
    'by_setting',
    'by_call',
    'by_variable',
    'annotated',
  ]) {
    assert.equal(target(orm, 'shop.Item', field), 'people.Person', field);
  }
  assert.equal(target(orm, 'shop.Item', 'by_name'), 'shop.Shelf');
  assert.equal(target(orm, 'shop.Item', 'itself'), 'shop.Item');
  assert.equal(target(orm, 'shop.Item', 'gone'), undefined);
  assert.equal(target(orm, 'people.Person', 'boss'), 'people.Person');
  assert.equal(model(orm, 'people.Person').fields.get('email')?.kind, 'column');
});

test('two models of one name in two apps stay apart', () => {
  const models = (field: string): string =>
    `from django.db import models\nclass Item(models.Model):\n    ${field} = models.IntegerField()\n`;
  const { orm } = ormProject({ 'a/models.py': models('left'), 'b/models.py': models('right') });
  assert.deepEqual([...model(orm, 'a.Item').fields.keys()], ['left']);
  assert.deepEqual([...model(orm, 'b.Item').fields.keys()], ['right']);
});

test('the other side of a relation has the name that Django gives it', () => {
  const { orm } = ormProject({
    'shop/models.py': `
from django.db import models
class Hub(models.Model):
    friends = models.ManyToManyField("self")
class Base(models.Model):
    placeholder = models.ForeignKey(Hub, models.CASCADE, related_name="%(app_label)s_%(class)s_rows", related_query_name="%(class)s")
    class Meta:
        abstract = True
class Leaf(Base):
    plain = models.ForeignKey(Hub, models.CASCADE)
    one = models.OneToOneField(Hub, models.CASCADE)
    hidden = models.ForeignKey(Hub, models.CASCADE, related_name="+")
    many = models.ManyToManyField(Hub, related_name="leaves")
class Named(models.Model):
    hub = models.ForeignKey(Hub, models.CASCADE)
    class Meta:
        default_related_name = "named_ones"
`,
  });
  const { reverse } = model(orm, 'shop.Hub');
  assert.deepEqual([...reverse.keys()].sort(), ['leaf', 'leaf_set', 'leaves', 'named_ones', 'shop_leaf_rows']);
  assert.equal(reverse.get('leaf_set')?.queryName, 'leaf');
  assert.equal(reverse.get('named_ones')?.queryName, 'named_ones');
});

test('fields and Meta come from abstract parents in other files, multi-table parents and proxies', () => {
  const { orm } = ormProject({
    'core/models.py': `
from django.db import models
class Stamped(models.Model):
    created = models.DateTimeField(db_index=True)
    note = models.TextField()
    class Meta:
        abstract = True
        ordering = ["created"]
`,
    'shop/models.py': `
from django.db import models
from core.models import Stamped
class Place(Stamped):
    note = None
    name = models.CharField(max_length=9)
class Restaurant(Place):
    stars = models.IntegerField()
class Cheap(Place):
    class Meta:
        proxy = True
class Visit(Stamped):
    place = models.ForeignKey(Place, models.CASCADE, related_name="visits")
    class Meta(Stamped.Meta):
        indexes = [models.Index(fields=["-created", "place"], name="x"), models.Index(models.F("note"), name="y")]
`,
  });
  assert.equal(model(orm, 'core.Stamped').meta.abstract, true);
  assert.deepEqual([...model(orm, 'shop.Place').fields.keys()], ['created', 'name']);
  assert.equal(model(orm, 'shop.Place').meta.abstract, false);
  assert.deepEqual(model(orm, 'shop.Place').meta.ordering, ['created']);
  const restaurant = model(orm, 'shop.Restaurant');
  assert.deepEqual([...restaurant.fields.keys()], ['created', 'name', 'stars']);
  assert.deepEqual(
    restaurant.parents.map((one) => one.label),
    ['shop.Place'],
  );
  assert.deepEqual([...restaurant.reverse.keys()], ['restaurant', 'visits']);
  assert.equal(model(orm, 'shop.Cheap').meta.proxy, true);
  const { meta } = model(orm, 'shop.Visit');
  assert.equal(meta.abstract, false);
  assert.deepEqual(meta.ordering, ['created']);
  assert.deepEqual(
    meta.indexes.map(({ fields, special, name }) => ({ fields, special, name })),
    [
      { fields: ['created', 'place'], special: false, name: 'x' },
      { fields: undefined, special: true, name: 'y' },
    ],
  );
});

test('what cannot be resolved makes a model open, and other classes are no models', () => {
  const { orm } = ormProject({
    'shop/models.py': `
from django import forms
from django.db import models
from somewhere import Unseen
from rest_framework import serializers
class Known(models.Model):
    pass
class Mixed(Unseen, models.Model):
    pass
class OnlyUnseen(Unseen):
    name = models.CharField(max_length=3)
class Form(forms.Form):
    name = forms.CharField()
class Plain:
    name = models.CharField(max_length=3)
class Serializer(serializers.ModelSerializer):
    name = serializers.CharField()
`,
  });
  assert.deepEqual(
    orm.models.map((one) => [one.name, one.open]),
    [
      ['Known', false],
      ['Mixed', true],
      ['OnlyUnseen', true],
    ],
  );
});

test('options of a field are known only when they are written out', () => {
  const { orm } = ormProject({
    'shop/models.py': `
from django.db import models
from .fields import Money, Link
LATER = True
class Item(models.Model):
    a = models.IntegerField(null=True, db_index=True)
    b = models.IntegerField(null=LATER)
    c = models.SlugField()
    d = models.SlugField(unique=True)
    e = Link("Item", models.CASCADE)
    f = Money()
    g = models.IntegerField(**dict(null=True))
`,
    'shop/fields.py': `
from django.db import models
class Money(models.DecimalField):
    pass
class Link(models.ForeignKey):
    pass
`,
  });
  const { fields } = model(orm, 'shop.Item');
  const facts = Object.fromEntries([...fields].map(([name, field]) => [name, [field.kind, field.null, field.index]]));
  assert.deepEqual(facts, {
    a: ['column', true, true],
    b: ['column', undefined, false],
    c: ['column', false, true],
    d: ['column', false, false],
    e: ['foreign-key', false, true],
    f: ['column', false, false],
    g: ['column', undefined, undefined],
  });
  assert.equal(fields.get('e')?.target?.label, 'shop.Item');
});

test('managers: the default one, own ones, those of querysets, and those of libraries', () => {
  const { orm } = ormProject({
    'shop/models.py': `
from django.db import models
from outside import StrangeManager
class BookQuerySet(models.QuerySet):
    pass
class BookManager(models.Manager["Book"]):
    pass
Made = models.Manager.from_queryset(BookQuerySet)
class Bare(models.Model):
    pass
class Book(models.Model):
    objects = BookManager()
    rich = BookQuerySet.as_manager()
    made = BookManager.from_queryset(BookQuerySet)()
    named = Made()
    strange = StrangeManager()
`,
  });
  const shape = (label: string): unknown =>
    model(orm, label).managers.map((one) => [
      one.name,
      one.managerClass?.fact.name,
      one.querySetClass?.fact.name,
      one.opaque,
    ]);
  assert.deepEqual(shape('shop.Bare'), [['objects', undefined, undefined, false]]);
  assert.deepEqual(shape('shop.Book'), [
    ['objects', 'BookManager', undefined, false],
    ['rich', undefined, 'BookQuerySet', false],
    ['made', 'BookManager', 'BookQuerySet', false],
    ['named', undefined, 'BookQuerySet', false],
    ['strange', undefined, undefined, true],
  ]);
});

test('the app label: Meta, then AppConfig, then the package before models', () => {
  const text = (name: string, meta = ''): string =>
    `from django.db import models\nclass ${name}(models.Model):\n    x = models.IntegerField()\n${meta}`;
  const { orm } = ormProject({
    'manage.py': '',
    'src/shop/__init__.py': '',
    'src/shop/apps.py':
      'from django.apps import AppConfig\nclass C(AppConfig):\n    name = "src.shop"\n    label = "store"\n',
    'src/shop/deep/models.py': text('A'),
    'other/models/thing.py': text('B'),
    'other/models/given.py': text('C', '    class Meta:\n        app_label = "given"\n'),
  });
  assert.deepEqual(orm.models.map((one) => one.label).sort(), ['given.C', 'other.B', 'store.A']);
});

test('a circle of imports or of base classes ends', () => {
  const { orm } = ormProject({
    'a/models.py': 'from b.models import *\nfrom b.models import B\nclass A(B):\n    pass\n',
    'b/models.py':
      'from a.models import *\nfrom a.models import A, Gone\nclass B(A):\n    pass\nclass C(Gone):\n    pass\n',
  });
  assert.deepEqual(orm.models, []);
});

test('the narrowest composite index stands in for a single one, and a wide one is told', () => {
  const found = (indexes: string): readonly string[] => {
    const { orm } = ormProject({
      'shop/__init__.py': '',
      'shop/models.py': `
from django.db import models

class Visit(models.Model):
    a = models.IntegerField(db_index=True)
    b = models.IntegerField()
    c = models.IntegerField()
    d = models.IntegerField()

    class Meta:
        indexes = [${indexes}]
`,
    });
    return redundantIndexes(model(orm, 'shop.Visit')).map(
      (one) => `${one.column} ${one.covering.written?.join(',')} ${one.isWide ? 'wide' : 'narrow'}`,
    );
  };
  const four = 'models.Index(fields=["a", "b", "c", "d"])';
  assert.deepEqual(found(four), ['a a,b,c,d wide']);
  assert.deepEqual(found(`${four}, models.Index(fields=["-a", "-b"])`), ['a -a,-b narrow']);
  assert.deepEqual(found('models.Index(fields=["a", "b", "c"])'), ['a a,b,c narrow']);
});
