import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadParsers } from '../support/load-parsers.ts';
import { ormProject } from './orm-project.ts';

before(loadParsers);

const models = `
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models

class Country(models.Model):
    name = models.CharField(max_length=50)

class Author(models.Model):
    country = models.ForeignKey(Country, models.CASCADE, related_name="authors")
    name = models.CharField(max_length=50)

class ActiveManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().select_related("author").filter(active=True)

    def recent(self):
        return self.filter(year__gt=2000)

class Book(models.Model):
    author = models.ForeignKey(Author, models.CASCADE, related_name="books")
    editor = models.ForeignKey(Author, models.CASCADE, null=True, related_name="edited")
    tags = models.ManyToManyField("Tag")
    notes = GenericRelation("Note")
    objects = models.Manager()
    active = ActiveManager()

    def shout(self):
        return [chapter.writer.name for chapter in self.chapters.all()]

    def tag_names(self):
        return [tag.label for tag in self.tags.all()]

class Tag(models.Model):
    label = models.CharField(max_length=50)

class Chapter(models.Model):
    book = models.ForeignKey(Book, models.CASCADE, related_name="chapters")
    writer = models.ForeignKey(Author, models.CASCADE)

class Cover(models.Model):
    book = models.OneToOneField(Book, models.CASCADE)

class Note(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveIntegerField()
    subject = GenericForeignKey()
`;

/** The loads of a function body over the models above, as `path by use`. */
function loads(body: string, imports = ''): readonly string[] {
  const lines = body.replace(/^\n/, '').split('\n');
  const views = `from django.db.models import Prefetch, prefetch_related_objects\nfrom shop.models import *\n${imports}\ndef view(request, flag, other):\n${lines.map((line) => `    ${line}`).join('\n')}\n`;
  const { orm } = ormProject({ 'shop/__init__.py': '', 'shop/models.py': models, 'shop/views.py': views });
  return orm
    .loads()
    .filter((load) => load.at.file === 'shop/views.py')
    .map((load) => `${load.lookup} ${load.by} ${load.use}`);
}

const bad: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'foreign key': ['for b in Book.objects.all():\n    b.author.name', ['author select row']],
  'reverse one-to-one': ['for b in Book.objects.all():\n    b.cover', ['cover select row']],
  'generic foreign key': ['for n in Note.objects.all():\n    n.subject', ['subject prefetch row']],
  'generic relation': [
    'for b in Book.objects.all():\n    for n in b.notes.all():\n        pass',
    ['notes prefetch rows'],
  ],
  'many-to-many, iterated': ['for b in Book.objects.all():\n    list(b.tags.all())', ['tags prefetch rows']],
  'many-to-many, tested': ['for b in Book.objects.all():\n    if b.tags.all():\n        pass', ['tags prefetch rows']],
  'many-to-many, indexed': ['for b in Book.objects.all():\n    b.tags.all()[0]', ['tags prefetch rows']],
  'many-to-many, membership': ['for b in Book.objects.all():\n    other in b.tags.all()', ['tags prefetch rows']],
  'exists on the manager': ['for b in Book.objects.all():\n    b.tags.exists()', ['tags prefetch count']],
  'second level': [
    'for b in Book.objects.select_related("author"):\n    b.author.country.name',
    ['author__country select row'],
  ],
  'behind a prefetch': [
    'for a in Author.objects.prefetch_related("books"):\n    [b.editor for b in a.books.all()]',
    ['books__editor prefetch row'],
  ],
  'behind Prefetch with a queryset': [
    'for a in Author.objects.prefetch_related(Prefetch("books", queryset=Book.objects.select_related("author"))):\n    [b.editor for b in a.books.all()]',
    ['books__editor prefetch row'],
  ],
  'to_attr leaves all() as it was': [
    'for b in Book.objects.prefetch_related(Prefetch("tags", to_attr="labels")):\n    list(b.tags.all())',
    ['tags prefetch rows'],
  ],
  'behind to_attr': [
    'for a in Author.objects.prefetch_related(Prefetch("books", to_attr="works")):\n    [b.editor for b in a.works]',
    ['works__editor prefetch row'],
  ],
  'through list, enumerate and zip': [
    'rows = list(Book.objects.all())\nfor i, (b, x) in enumerate(zip(rows, other)):\n    pass\nfor b, x in zip(rows, other):\n    b.author',
    ['author select row'],
  ],
  'all reads of one path are one load': [
    'books = Book.objects.all()\nfor b in books:\n    b.author\nfor c in books:\n    c.author.name',
    ['author select row'],
  ],
  'dict, set and generator': [
    'x = {b.author.name: 1 for b in Book.objects.all()}\ny = {b.editor for b in Book.objects.all()}\nz = sum(b.author.age for b in Book.objects.filter(a=1))',
    ['author select row', 'editor select row', 'author select row'],
  ],
  'condition of a comprehension': ['[b for b in Book.objects.all() if b.author.name]', ['author select row']],
  'f-string and lambda': ['min(Book.objects.all(), key=lambda b: f"{b.author.name:>{other}}")', ['author select row']],
  'rows of one instance': [
    'book = Book.objects.get(pk=1)\nfor c in book.chapters.all():\n    c.writer, c.book.author',
    ['writer select row'],
  ],
  'filtered related manager in a loop': [
    'for b in Book.objects.all():\n    for c in b.chapters.filter(x=1):\n        c.writer',
    ['writer select row'],
  ],
  'method of a manager': ['for b in Book.active.recent():\n    b.author, b.editor', ['editor select row']],
  'missing in every state': [
    'books = Book.objects.all()\nif flag:\n    books = books.filter(x=1)\nfor b in books:\n    b.author',
    ['author select row'],
  ],
  'two querysets, neither loads': [
    'if flag:\n    books = Book.objects.filter(x=1)\nelse:\n    books = Book.objects.filter(x=2)\nfor b in books:\n    b.author',
    ['author select row'],
  ],
  'select_related(None) takes it away': [
    'for b in Book.objects.select_related("author").select_related(None):\n    b.author',
    ['author select row'],
  ],
  'select_related() skips what may be null': [
    'for b in Book.objects.select_related():\n    b.author, b.editor',
    ['editor select row'],
  ],
  'continue before a return': [
    'for b in Book.objects.all():\n    if b.author.name:\n        continue\n    return b',
    ['author select row'],
  ],
  'ten rows': ['for b in Book.objects.all()[:10]:\n    b.author', ['author select row']],
  'guarded by its own column': [
    'for b in Book.objects.all():\n    if b.editor_id:\n        b.editor',
    ['editor select row'],
  ],
  'a store goes through another relation': [
    'for b in Book.objects.all():\n    b.author.name = 1',
    ['author select row'],
  ],
  'a variable changed by a loop': [
    'books = Book.objects.all()\nfor word in other:\n    books = books.filter(word=word)\nfor b in books:\n    b.author',
    ['author select row'],
  ],
  'an import inside the function': [
    'from shop import models as m\nfor b in m.Book.objects.all():\n    b.author',
    ['author select row'],
  ],
  'the walrus': ['if books := Book.objects.all():\n    [b.author for b in books]', ['author select row']],
};

for (const [name, [body, expected]] of Object.entries(bad)) {
  test(`a load: ${name}`, () => assert.deepEqual(loads(body), expected));
}

const silent: Readonly<Record<string, string>> = {
  'loaded on one of two ways':
    'books = Book.objects.all()\nif flag:\n    books = books.select_related("author")\nfor b in books:\n    b.author',
  'loaded by the manager': 'for b in Book.active.all():\n    b.author',
  'unknown method': 'for b in Book.objects.rich():\n    b.author',
  'unknown function': 'for b in other(Book.objects.all()):\n    b.author',
  'unknown argument': 'for b in Book.objects.select_related(*other):\n    b.author',
  'the way back of a reverse relation':
    'for a in Author.objects.prefetch_related("books"):\n    for b in a.books.all():\n        b.author.name',
  'the way back after filter':
    'author = Author.objects.get(pk=1)\nfor b in author.books.filter(x=1):\n    b.author.name',
  'a manager that is only written': 'for b in Book.objects.all():\n    b.tags.add(other)\n    b.tags.clear()',
  'a filtered related manager is another rule': 'for b in Book.objects.all():\n    b.tags.filter(x=1).first()',
  'a manager that is passed on': 'for b in Book.objects.all():\n    other(b.tags.all())',
  'assigned before': 'for b in Book.objects.all():\n    b.author = other\n    b.author.name',
  'set to be assigned in another loop':
    'books = list(Book.objects.all())\nfor b in books:\n    b.author = other\nfor b in books:\n    b.author.name',
  'the null branch': 'for b in Book.objects.all():\n    if not b.editor_id:\n        b.editor',
  isinstance: 'for b in Book.objects.all():\n    if isinstance(b, other):\n        b.author',
  hasattr: 'for b in Book.objects.all():\n    if hasattr(b, "cover"):\n        b.cover',
  'unique look-up': 'for b in Book.objects.filter(pk=1):\n    b.author',
  'five rows': 'for b in Book.objects.all()[1:6]:\n    b.author',
  'one row': 'b = Book.objects.first()\nfor x in other:\n    b.author',
  'left at once': 'for b in Book.objects.all():\n    if b.x:\n        y = b.author\n        break',
  'in an error': 'for b in Book.objects.all():\n    try:\n        b.save()\n    except ValueError:\n        b.author',
  values: 'for b in Book.objects.values_list("author"):\n    b.author',
  'empty queryset': 'for b in Book.objects.none():\n    b.author',
  union: 'for b in Book.objects.all().union(other):\n    b.author',
  'name taken by a parameter': 'Book = other\nfor b in Book.objects.all():\n    b.author',
  'name taken by an inner function': 'Book = other\ndef inner():\n    return [b.author for b in Book.objects.all()]',
  'after the loop': 'for b in Book.objects.all():\n    pass\nb.author',
  prefetch_related_objects:
    'books = list(Book.objects.all())\nprefetch_related_objects(books, "author")\nfor b in books:\n    b.author',
  'next stops at the first': 'next((b for b in Book.objects.all() if b.author.name), None)',
  'another value later': 'books = Book.objects.all()\nbooks = other\nfor b in books:\n    b.author',
};

for (const [name, body] of Object.entries(silent)) {
  test(`no load: ${name}`, () => assert.deepEqual(loads(body), []));
}

test('what a load says', () => {
  const { orm, sources } = ormProject({
    'shop/__init__.py': '',
    'shop/models.py': models,
    'shop/tasks.py': `
from celery import shared_task
from shop.models import Author

@shared_task
def work():
    for author in Author.objects.filter(x=1):
        for book in author.books.all():
            print(book.editor.country)
            print(book.author.name)
        print(author.books.count())
`,
  });
  const [load, ...rest] = orm.loads().filter((one) => one.at.file === 'shop/tasks.py');
  assert.ok(load);
  assert.deepEqual(rest, []);
  const text = sources.text(load.at.file) ?? '';
  assert.equal(text.slice(load.at.span.start, load.at.span.end), 'author.books');
  assert.equal(load.row, 'author');
  assert.equal(load.iterable, 'Author.objects.filter(x=1)');
  assert.equal(load.functionKind, 'task');
  assert.equal(load.isFiltered, true);
  assert.deepEqual(load.lookups, [{ path: 'books__editor__country', by: 'prefetch', isOptional: false }]);
  assert.equal(load.others.length, 1);
  const [origin] = load.origins;
  assert.ok(origin);
  assert.equal(text.slice(origin.span.start, origin.span.end), 'Author.objects.filter(x=1)');
});

test('a method of a model speaks unless some code prefetches what it goes through', () => {
  const files = { 'shop/__init__.py': '', 'shop/models.py': models };
  const found = (more: Readonly<Record<string, string>>): readonly string[] =>
    ormProject({ ...files, ...more })
      .orm.loads()
      .map((load) => load.lookup);
  assert.deepEqual(found({}), ['writer']);
  assert.deepEqual(found({ 'shop/api.py': 'Book.objects.prefetch_related("chapters__writer")\n' }), []);
});

test('tests, migrations and functions that call themselves cost nothing', () => {
  const loop = 'from shop.models import Book\nfor b in Book.objects.all():\n    b.author\n';
  const branches = Array.from(
    { length: 40 },
    (_, i) => `    if b.x${i}:\n        return allowed(b.author, rows)\n`,
  ).join('');
  const { orm } = ormProject({
    'shop/__init__.py': '',
    'shop/models.py': models,
    'shop/tests/test_a.py': loop,
    'shop/migrations/0001.py': loop,
    'shop/rec.py': `from shop.models import Book\ndef allowed(b, rows):\n    [x for x in Book.objects.all()]\n${branches}`,
  });
  assert.deepEqual(
    orm.loads().filter((load) => load.at.file !== 'shop/models.py'),
    [],
  );
});

test('what is changed or saved through a relation is told, whichever read it was', () => {
  const written = (body: string): readonly boolean[] => {
    const text = `from shop.models import Book\nfor b in Book.objects.all():\n${body}`;
    const { orm } = ormProject({ 'shop/__init__.py': '', 'shop/models.py': models, 'shop/jobs.py': text });
    return orm.loads().flatMap((load) => (load.at.file === 'shop/jobs.py' ? [load.isWritten] : []));
  };
  assert.deepEqual(written('    print(b.author.name, b.editor)\n    b.save()\n    b.title = 1\n'), [false, false]);
  assert.deepEqual(written('    b.author.name += "x"\n'), [true]);
  assert.deepEqual(written('    list(b.tags.all())\n    b.pk = None\n    b.save()\n'), [true]);
  assert.deepEqual(written('    list(b.tags.all())\n    import copy\n    copy.copy(b)\n'), [true]);
  assert.deepEqual(written('    b.author.name\n    a = b.author\n    a.save()\n    print(b.editor)\n'), [true, true]);
});

test('a script that somebody starts by hand is no view', () => {
  const kind = (file: string, text: string, others: Readonly<Record<string, string>> = {}): readonly string[] => {
    const { orm } = ormProject({ 'shop/__init__.py': '', 'shop/models.py': models, [file]: text, ...others });
    return orm.loads().flatMap((load) => (load.at.file === file ? [load.functionKind] : []));
  };
  const loop = 'from shop.models import Book\nfor b in Book.objects.all():\n    b.author\n';
  assert.deepEqual(kind('scripts/count.py', loop), ['manual']);
  assert.deepEqual(kind('count.py', `import django\ndjango.setup()\n${loop}`), ['manual']);
  assert.deepEqual(kind('scripts/count.py', loop, { 'crontab.sh': '0 3 * * * python scripts/count.py' }), ['command']);
  const command = 'shop/management/commands/count_books.py';
  const calls = (text: string) => ({ 'shop/jobs.py': `from django.core.management import call_command\n${text}\n` });
  assert.deepEqual(kind(command, loop), ['manual']);
  assert.deepEqual(kind(command, loop, { Procfile: 'clock: manage.py count_books\n' }), ['command']);
  assert.deepEqual(kind(command, loop, { Procfile: 'clock: manage.py count_books_again\n' }), ['manual']);
  const seed = 'shop/management/commands/seed_books.py';
  assert.deepEqual(kind(seed, loop, { Procfile: 'release: manage.py seed_books\n' }), ['manual']);
  assert.deepEqual(kind(command, loop, calls('call_command("count_books")')), ['command']);
  assert.deepEqual(kind(command, loop, calls('call_command("other"), count_books()')), ['manual']);
  assert.deepEqual(kind('descripts/count.py', loop), ['other']);
  // The name is text, whatever it means in a pattern.
  const crontab = '0 3 * * * python scripts/c++.py';
  assert.deepEqual(kind('scripts/c++.py', loop, { 'crontab.sh': crontab }), ['command']);
  assert.deepEqual(kind('scripts/c+.py', loop, { 'crontab.sh': '0 3 * * * python scripts/cc.py' }), ['manual']);
  assert.deepEqual(kind('scripts/.py', loop, { 'crontab.sh': crontab }), ['manual']);
});
