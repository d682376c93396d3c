import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dockerEdits } from '../../server/src/edit/docker/docker-edits.ts';
import { buildDocker, type DockerImage } from '../../server/src/model/docker/docker-model.ts';
import { lateInstall, uncopiedIncludes } from '../../server/src/model/docker/questions.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';
import type { FileEdit } from '../../server/src/text/location.ts';
import { applyEdits } from '../../server/src/text/text-edit.ts';

function project(dockerfile: string, files: Readonly<Record<string, string>> = {}) {
  const all = { 'manage.py': 'import django', ...files, Dockerfile: dockerfile };
  const texts = new Map(Object.entries(all) as [FileId, string][]);
  const sources = new Sources(texts, texts.keys());
  const image: DockerImage = buildDocker({ sources }).images[0]!;
  const edits = dockerEdits(sources);
  const apply = (made: readonly FileEdit[] | undefined) =>
    made &&
    applyEdits(
      dockerfile,
      made.map(({ edit }) => edit),
    );
  return { image, edits, apply };
}

function withUser(dockerfile: string): string | undefined {
  const { image, edits, apply } = project(dockerfile);
  return apply(edits.setUser(image));
}

test('a user is made before the start command and its comment, with the line ends of the file', () => {
  assert.equal(
    withUser('FROM python:3.13\r\nCOPY . /a\r\n# start\r\nCMD ["x"]\r\n'),
    'FROM python:3.13\r\nCOPY . /a\r\nRUN useradd --system --no-log-init --uid 10001 app\r\nUSER app\r\n# start\r\nCMD ["x"]\r\n',
  );
});

test('without a start command at the end the user comes last', () => {
  assert.equal(
    withUser('from python:3.13-alpine\ncopy . /a'),
    'from python:3.13-alpine\ncopy . /a\nrun adduser -S -u 10001 app\nuser app',
  );
  assert.equal(
    withUser('FROM python:3.13\nCMD ["x"]\nCOPY . /a\n'),
    'FROM python:3.13\nCMD ["x"]\nCOPY . /a\nRUN useradd --system --no-log-init --uid 10001 app\nUSER app\n',
  );
});

test('a user that is there already is taken', () => {
  const last = (made: string) => withUser(`FROM python:3.13\n${made}\nCOPY . /a\nUSER root\n`)?.split('\n').at(-2);
  assert.equal(last('RUN groupadd -r web && useradd -r -m -g web web'), 'USER web');
  assert.equal(last('RUN adduser --disabled-password --gecos "" shop'), 'USER shop');
  assert.equal(last('USER 1000\nUSER worker:staff'), 'USER worker:staff');
  assert.equal(last('RUN useradd -u 5 $NAME'), undefined);
});

test('no user is made where the command for it is not known', () => {
  assert.equal(withUser('FROM fedora:42\nRUN pip install django\nCOPY . /a\nCMD ["x"]'), undefined);
});

function includes(dockerfile: string, files: Readonly<Record<string, string>>) {
  const { image, edits, apply } = project(dockerfile, files);
  const [found] = uncopiedIncludes(image.target);
  assert.ok(found);
  return {
    folder: apply(edits.copyRequirementFolder(image.target, found)),
    files: apply(edits.copyIncludedFiles(image.target, found)),
  };
}

const requirements = { 'req/prod.txt': '-r base.txt', 'req/base.txt': 'django' };
const start = 'FROM python:3.13\nWORKDIR /app\n';

test('the folder of requirements is copied and named', () => {
  const copy = (copied: string, path: string) =>
    includes(`${start}${copied}\nRUN pip install -r ${path}\nCOPY . .`, requirements).folder?.slice(
      start.length,
      -'\nCOPY . .'.length,
    );
  assert.equal(copy('COPY req/prod.txt .', 'prod.txt'), 'COPY req/ req/\nRUN pip install -r req/prod.txt');
  assert.equal(copy('COPY ./req/prod.txt ./', './prod.txt'), 'COPY ./req/ req/\nRUN pip install -r ./req/prod.txt');
  assert.equal(
    copy('ADD req/prod.txt /app/', '/app/prod.txt'),
    'ADD req/ /app/req/\nRUN pip install -r /app/req/prod.txt',
  );
  assert.equal(copy('COPY req/prod.txt /r.txt', '/r.txt'), 'COPY req/ /req/\nRUN pip install -r /req/prod.txt');
  assert.equal(copy('COPY req/prod.txt req/', 'req/prod.txt'), 'COPY req/ req/\nRUN pip install -r req/prod.txt');
  assert.equal(copy('COPY req/prod.txt .\nRUN cat prod.txt', 'prod.txt'), undefined);
  assert.equal(copy('COPY ["req/prod.txt", "."]', 'prod.txt'), undefined);
  assert.equal(
    includes(`${start}COPY req/prod.txt .\nRUN pip install -r prod.txt\nCOPY . .`, { ...requirements, 'req/x.py': '' })
      .folder,
    undefined,
  );
});

test('included files are copied beside', () => {
  const copy = (copied: string, path: string) =>
    includes(`${start}${copied}\nRUN pip install -r ${path}\nCOPY . .`, requirements)
      .files?.slice(start.length)
      .split('\nRUN')[0];
  assert.equal(copy('COPY --chown=a req/prod.txt .', 'prod.txt'), 'COPY --chown=a req/prod.txt req/base.txt ./');
  assert.equal(copy('COPY ./req/prod.txt /app', 'prod.txt'), 'COPY ./req/prod.txt ./req/base.txt /app/');
  assert.equal(
    copy('COPY --chown=a req/prod.txt /r/x.txt', '/r/x.txt'),
    'COPY --chown=a req/prod.txt /r/x.txt\nCOPY --chown=a req/base.txt /r/base.txt',
  );
  const ignored = includes(`${start}COPY req/ req/\nRUN pip install -r req/prod.txt\nCOPY . .`, {
    ...requirements,
    '.dockerignore': 'req/base.txt',
  });
  assert.deepEqual(ignored, { folder: undefined, files: undefined });
});

function reordered(
  dockerfile: string,
  files: Readonly<Record<string, string>> = { 'r.txt': 'django' },
): string | undefined {
  const { image, edits, apply } = project(dockerfile, files);
  const late = lateInstall(image.target);
  assert.ok(late);
  return apply(edits.copyRequirementsFirst(image.target, late));
}

test('dependency files come first, the source with its comment after the install', () => {
  assert.equal(
    reordered(
      'FROM python:3.13\nWORKDIR /a\n# all\nCOPY . .\nENV X=1\nRUN pip install -U pip && pip install -r r.txt\nCMD x\n',
    ),
    'FROM python:3.13\nWORKDIR /a\nCOPY r.txt ./\nENV X=1\nRUN pip install -U pip && pip install -r r.txt\n# all\nCOPY . .\nCMD x\n',
  );
});

test('what may need the source keeps the order', () => {
  const files = { 'r.txt': 'django' };
  for (const between of ['RUN python manage.py check', 'RUN make', 'WORKDIR /b', 'COPY manage.py /x/', 'RUN npm ci']) {
    assert.equal(
      reordered(`FROM python:3.13\nCOPY . /a/\n${between}\nRUN pip install -r /a/r.txt\n`, files),
      undefined,
      between,
    );
  }
  assert.equal(
    reordered('FROM python:3.13\nCOPY . /a/\nRUN pip install -r /a/r.txt && python /a/manage.py check\n', files),
    undefined,
  );
});

test('the new ignore file leaves in what is copied by name', () => {
  const { image, edits } = project('FROM python:3.13\nCOPY . /a\nCOPY .env.example /a/.env\n', {
    'media/__init__.py': '',
  });
  const file = edits.newIgnoreFile(image);
  assert.equal(file?.file, '.dockerignore');
  const lines = file?.text.split('\n') ?? [];
  assert.ok(lines.includes('.git') && lines.includes('staticfiles'));
  assert.ok(!lines.includes('**/.env*') && !lines.includes('media'));
  const history = (more: string, files: Readonly<Record<string, string>> = {}) => {
    const one = project(`FROM python:3.13\nCOPY . /a\n${more}\n`, files);
    return one.edits.newIgnoreFile(one.image)?.text.split('\n').includes('.git');
  };
  assert.equal(history('RUN apt-get install git && rm -rf .git'), true);
  assert.equal(history('RUN git rev-parse HEAD > /version'), false);
  assert.equal(history('', { 'pyproject.toml': '[build-system]\nrequires = ["setuptools-scm"]' }), false);
  const there = project('FROM python:3.13\nCOPY . /a\n', { '.dockerignore': '' });
  assert.equal(there.edits.newIgnoreFile(there.image), undefined);
});
