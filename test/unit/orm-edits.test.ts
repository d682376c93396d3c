import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { ormEdits } from '../../server/src/edit/orm/orm-edits.ts';
import { redundantIndexes } from '../../server/src/model/orm/questions.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import type { FileEdit } from '../../server/src/text/location.ts';
import { applyEdits } from '../../server/src/text/text-edit.ts';
import { loadParsers } from '../support/load-parsers.ts';
import { ormProject } from './orm-project.ts';

before(loadParsers);

const models = `
from django.db import models
class Author(models.Model):
    name = models.CharField(max_length=50)
class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    editor = models.ForeignKey(Author, models.CASCADE, null=True, related_name="edited")
    tags = models.ManyToManyField(Author, related_name="tagged")
`;

/** The function body after the edits of its first load; `refused` when there are none. */
function fixed(body: string): string {
  const head = 'from shop.models import *\ndef f(x):\n';
  const file = 'shop/views.py' as FileId;
  const text = head + body;
  const { orm, sources } = ormProject({ 'shop/__init__.py': '', 'shop/models.py': models, [file]: text });
  const [load] = orm.loads();
  assert.ok(load, 'no load');
  const edits = ormEdits(sources).loadRelations(load);
  return edits === undefined ? 'refused' : applied(text, edits).slice(head.length);
}

function applied(text: string, edits: readonly FileEdit[]): string {
  return applyEdits(
    text,
    edits.map((one) => one.edit),
  );
}

const cases: Readonly<Record<string, readonly [string, string]>> = {
  'a bare manager': [
    '    for b in Book.objects.iterator():\n        b.author\n',
    '    for b in Book.objects.select_related("author").iterator():\n        b.author\n',
  ],
  'before a slice': [
    "    x = Book.objects.order_by('a')[:10]\n    [b.author for b in x]\n",
    "    x = Book.objects.order_by('a').select_related('author')[:10]\n    [b.author for b in x]\n",
  ],
  'merged into a call': [
    '    for b in Book.objects.select_related("author").filter(x=1):\n        b.editor\n',
    '    for b in Book.objects.select_related("author", "editor").filter(x=1):\n        b.editor\n',
  ],
  'merged into a call over several lines, with a comment': [
    '    qs = Book.objects.select_related(\n        "author",  # who\n    )\n    for b in qs:\n        b.editor\n',
    '    qs = Book.objects.select_related(\n        "author",\n        "editor",  # who\n    )\n    for b in qs:\n        b.editor\n',
  ],
  'a chain on lines of its own': [
    '    qs = (\n        Book.objects\n        .filter(x=1)\n        .order_by("x")\n    )\n    for b in qs:\n        b.author\n',
    '    qs = (\n        Book.objects\n        .filter(x=1)\n        .order_by("x")\n        .select_related("author")\n    )\n    for b in qs:\n        b.author\n',
  ],
  'CRLF line ends': [
    '    qs = (\r\n        Book.objects\r\n        .filter(x=1)\r\n    )\r\n    for b in qs:\r\n        b.author\r\n',
    '    qs = (\r\n        Book.objects\r\n        .filter(x=1)\r\n        .select_related("author")\r\n    )\r\n    for b in qs:\r\n        b.author\r\n',
  ],
  'all of one queryset, each in its way': [
    '    for b in Book.objects.all():\n        b.author, b.editor, list(b.tags.all())\n',
    '    for b in Book.objects.all().select_related("author", "editor").prefetch_related("tags"):\n        b.author, b.editor, list(b.tags.all())\n',
  ],
  'a longer path replaces the shorter one': [
    '    for a in Author.objects.prefetch_related("edited", "books"):\n        [b.editor for b in a.books.all()]\n',
    '    for a in Author.objects.prefetch_related("edited", "books__editor"):\n        [b.editor for b in a.books.all()]\n',
  ],
  'only() gets the key that is joined': [
    '    for b in Book.objects.only("id"):\n        b.author\n',
    '    for b in Book.objects.only("id", "author").select_related("author"):\n        b.author\n',
  ],
  'iterator() gets a chunk size for a prefetch': [
    '    for b in Book.objects.iterator():\n        list(b.tags.all())\n',
    '    for b in Book.objects.prefetch_related("tags").iterator(chunk_size=2000):\n        list(b.tags.all())\n',
  ],
  'rows under a lock are not joined': [
    '    for b in Book.objects.select_for_update():\n        b.editor\n',
    '    for b in Book.objects.select_for_update().prefetch_related("editor"):\n        b.editor\n',
  ],
  'two querysets of one variable': [
    '    q = Book.objects.filter(a=1) if x else Book.objects.filter(b=2)\n    for b in q:\n        b.author\n',
    '    q = Book.objects.filter(a=1).select_related("author") if x else Book.objects.filter(b=2).select_related("author")\n    for b in q:\n        b.author\n',
  ],
  'defer() elsewhere on the queryset': [
    '    q = Book.objects.filter(a=1)\n    q = q.defer("author")\n    for b in q:\n        b.author\n',
    'refused',
  ],
  'only() elsewhere on the queryset': [
    '    q = Book.objects.filter(a=1)\n    r = q.only("id")\n    for b in q:\n        b.author\n',
    'refused',
  ],
  'union elsewhere on the queryset': [
    '    q = Book.objects.filter(a=1)\n    r = q.union(q)\n    for b in q:\n        b.author\n',
    'refused',
  ],
  'select_related() without names': ['    for b in Book.objects.select_related():\n        b.editor\n', 'refused'],
};

for (const [name, [before_, after]] of Object.entries(cases)) {
  test(`load edits: ${name}`, () => assert.equal(fixed(before_), after));
}

/** The models file after the first redundant index is taken out. */
function withoutIndex(body: string): string {
  const head = 'from django.db import models\nclass Shelf(models.Model):\n    pass\nclass A(models.Model):\n';
  const file = 'shop/models.py' as FileId;
  const text = head + body;
  const { orm, sources } = ormProject({ [file]: text });
  const [found] = orm.models.flatMap((model) => redundantIndexes(model));
  assert.ok(found, 'no redundant index');
  const edits = ormEdits(sources);
  const made =
    found.from.kind === 'field' ? edits.removeFieldIndex(found.from.field) : edits.removeMetaIndex(found.from.index);
  return made === undefined ? 'refused' : applied(text, made).slice(head.length);
}

const meta = '    b = models.IntegerField()\n    class Meta:\n        unique_together = [("a", "b")]\n';
const indexCases: Readonly<Record<string, readonly [string, string]>> = {
  'a keyword between others': [
    `    a = models.IntegerField(null=True, db_index=True, default=1)\n${meta}`,
    `    a = models.IntegerField(null=True, default=1)\n${meta}`,
  ],
  'the only keyword, with a trailing comma': [
    `    a = models.IntegerField(db_index=True,)\n${meta}`,
    `    a = models.IntegerField()\n${meta}`,
  ],
  'the first keyword on a line of its own': [
    `    a = models.IntegerField(\n        db_index=True,\n        default=1,\n    )\n${meta}`,
    `    a = models.IntegerField(\n        default=1,\n    )\n${meta}`,
  ],
  'a comment would go too': [
    `    a = models.IntegerField(\n        default=1,  # why\n        db_index=True,\n    )\n${meta}`,
    'refused',
  ],
  'a foreign key': [
    `    a = models.ForeignKey(Shelf, models.CASCADE)\n${meta}`,
    `    a = models.ForeignKey(Shelf, models.CASCADE, db_index=False)\n${meta}`,
  ],
  'a foreign key that says so': [
    `    a = models.ForeignKey(Shelf, models.CASCADE, db_index=True)\n${meta}`,
    `    a = models.ForeignKey(Shelf, models.CASCADE, db_index=False)\n${meta}`,
  ],
  'an entry of a tuple of two': [
    `    a = models.IntegerField()\n${meta}        indexes = (models.Index(fields=["a"]), models.Index(fields=["b"]))\n`,
    `    a = models.IntegerField()\n${meta}        indexes = (models.Index(fields=["b"]),)\n`,
  ],
  'the only entry of a list': [
    `    a = models.IntegerField()\n${meta}        indexes = [models.Index(fields=["a"])]\n`,
    `    a = models.IntegerField()\n${meta}        indexes = []\n`,
  ],
};

for (const [name, [before_, after]] of Object.entries(indexCases)) {
  test(`index edits: ${name}`, () => assert.equal(withoutIndex(before_), after));
}
