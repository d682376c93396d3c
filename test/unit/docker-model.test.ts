// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Docker and shell are what is tested
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocker, type DockerImage, type DockerModel } from '../../server/src/model/docker/docker-model.ts';
import { findInImage } from '../../server/src/model/docker/image-files.ts';
import { finalUser, rootUser, uncopiedIncludes } from '../../server/src/model/docker/questions.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

const django = { 'manage.py': 'from django.core.management import execute_from_command_line' };

function model(files: Readonly<Record<string, string>>): DockerModel {
  const texts = new Map(Object.entries(files) as [FileId, string][]);
  return buildDocker({ sources: new Sources(texts, texts.keys()) });
}

function image(dockerfile: string, files: Readonly<Record<string, string>> = {}): DockerImage {
  const { images, notes } = model({ ...django, ...files, Dockerfile: dockerfile });
  assert.equal(images.length, 1, JSON.stringify(notes));
  return images[0]!;
}

function lookup(one: DockerImage, path: string): string {
  const found = findInImage(one.target.layers, path, one.files);
  return found.state === 'present' ? found.file : found.state;
}

test('COPY puts files where Docker puts them', () => {
  const files = { 'r.txt': '', 'req/base.txt': '', 'req/deep/x.txt': '', 'src/a.py': '', 'src/b.py': '' };
  const cases: readonly (readonly [copy: string, path: string, found: string])[] = [
    ['COPY r.txt .', '/app/r.txt', 'r.txt'],
    ['COPY r.txt /app', '/app/r.txt', 'r.txt'],
    ['COPY r.txt /new', '/new', 'r.txt'],
    ['COPY r.txt /new/', '/new/r.txt', 'r.txt'],
    ['COPY r.txt x.txt', '/app/x.txt', 'r.txt'],
    ['COPY r.txt x.txt', '/app/r.txt', 'absent'],
    ['COPY r.txt /tmp', '/tmp/r.txt', 'r.txt'],
    ['RUN mkdir -p /made\nCOPY r.txt /made', '/made/r.txt', 'r.txt'],
    ['COPY req req', '/app/req/deep/x.txt', 'req/deep/x.txt'],
    ['COPY req .', '/app/base.txt', 'req/base.txt'],
    ['COPY req .', '/app/req/base.txt', 'absent'],
    ['COPY req/*.txt r.txt /d/', '/d/base.txt', 'req/base.txt'],
    ['COPY req/*.txt r.txt /d/', '/d/deep/x.txt', 'absent'],
    ['COPY s*c /d/', '/d/a.py', 'src/a.py'],
    ['COPY ["req/base.txt", "b c/"]', '/app/b c/base.txt', 'req/base.txt'],
    ['COPY --parents req/deep/x.txt /d/', '/d/req/deep/x.txt', 'req/deep/x.txt'],
    ['COPY --exclude=*.py src /d/', '/d/a.py', 'maybe'],
    ['COPY $SOURCE /d/', '/d/a.py', 'maybe'],
    ['COPY $SOURCE /d/', '/e/a.py', 'absent'],
    ['ADD https://example.com/x.txt /d/', '/d/x.txt', 'maybe'],
    ['ADD vendor.tar.gz /d/', '/d/x.txt', 'maybe'],
    ['COPY --from=ghcr.io/astral-sh/uv:0.8 /uv /uvx /bin/', '/bin/x', 'absent'],
    ['COPY --from=somebody/tools /opt /opt', '/opt/x', 'maybe'],
    ['WORKDIR sub/../other\nCOPY r.txt .', '/app/other/r.txt', 'r.txt'],
    ['ENV D=${HOME:-/srv}/x\nCOPY r.txt $D/', '/srv/x/r.txt', 'r.txt'],
    ['RUN git clone https://example.com/x', '/app/r.txt', 'maybe'],
    ['RUN cp /in/r.txt /out/', '/app/r.txt', 'absent'],
    ['RUN pip list > /app/r.txt', '/app/r.txt', 'maybe'],
    ['RUN apt-get update && pip install django 2>/dev/null', '/app/r.txt', 'absent'],
  ];
  for (const [copy, path, found] of cases) {
    const one = image(`FROM python:3.13\nWORKDIR /app\n${copy}\nCOPY manage.py /last/\n`, files);
    assert.equal(lookup(one, path), found, `${copy} ${path}`);
  }
});

test('stages, their aliases and numbers give files', () => {
  const text = [
    'FROM python:3.13 AS One',
    'COPY r.txt /in/',
    'FROM one AS two',
    'COPY --from=0 /in/r.txt /from-number/',
    'FROM python:3.13-slim',
    'COPY --from=two /from-number /moved',
    'COPY manage.py /app/',
  ].join('\n');
  const one = image(text, { 'r.txt': '' });
  assert.equal(lookup(one, '/moved/r.txt'), 'r.txt');
  assert.equal(lookup(one, '/in/r.txt'), 'absent');
  assert.deepEqual(
    one.stages.map(({ inTarget }) => inTarget),
    [true, true, true],
  );
});

test('an ignored file is not in the context, a negated pattern brings it back', () => {
  const one = image('FROM python:3.13\nCOPY . /app', {
    '.dockerignore': '*.txt\n!keep.txt\n',
    'a.txt': '',
    'keep.txt': '',
  });
  assert.equal(lookup(one, '/app/a.txt'), 'absent');
  assert.equal(lookup(one, '/app/keep.txt'), 'keep.txt');
});

test('stages that copy from each other many times are answered at once', () => {
  const stages = Array.from({ length: 40 }, (_, index) =>
    [
      `FROM python:3.13 AS s${index}`,
      ...Array.from({ length: 8 }, () => (index === 0 ? 'COPY manage.py /x/' : `COPY --from=s${index - 1} /x /x`)),
    ].join('\n'),
  );
  const one = image(stages.join('\n'));
  assert.equal(lookup(one, '/x/manage.py'), 'manage.py');
  assert.equal(lookup(one, '/x/other.py'), 'maybe');
});

test('included requirements are looked for beside the file that includes them', () => {
  const files = {
    'req/prod.txt': '-r base.txt\n-c ../limits.txt\n',
    'req/base.txt': '-r ./deep/all.txt\n',
    'req/deep/all.txt': 'django\n',
    'limits.txt': 'django<6\n',
  };
  const missing = (lines: string) =>
    uncopiedIncludes(image(`FROM python:3.13\nWORKDIR /app\n${lines}\nCOPY manage.py .`, files).target).flatMap(
      ({ file }) => file.missing.map(({ imagePath }) => imagePath),
    );
  const all = ['/app/base.txt', '/limits.txt', '/app/deep/all.txt'];
  assert.deepEqual(missing('COPY req/prod.txt .\nRUN pip install -r prod.txt'), all);
  assert.deepEqual(missing('ARG WHICH=prod\nCOPY req/${WHICH}.txt .\nRUN pip install -r ${WHICH}.txt'), all);
  assert.deepEqual(missing('COPY req/prod.txt .\nRUN <<EOF\nset -e\npip install -r prod.txt\nEOF'), all);
  assert.deepEqual(missing('COPY req/ req/\nRUN pip install -r req/prod.txt'), ['/app/limits.txt']);
  assert.deepEqual(missing('COPY req/ req/\nCOPY limits.txt .\nRUN pip install -r req/prod.txt'), []);
  assert.deepEqual(missing('COPY req/prod.txt .\nARG WHICH\nRUN pip install -r $WHICH.txt'), []);
  assert.deepEqual(missing('COPY req/prod.txt .\nRUN ./fetch && pip install -r prod.txt'), []);
  assert.deepEqual(missing('COPY req/prod.txt .\nRUN for f in prod; do pip install -r $f.txt; done'), []);
});

test('the user of the container', () => {
  const cases: readonly (readonly [string, string | undefined, boolean])[] = [
    ['FROM python:3.13\nCOPY . /a', 'root', true],
    ['FROM docker.io/library/python:3.13\nCOPY . /a', 'root', true],
    ['FROM ghcr.io/astral-sh/uv:python3.13-trixie\nCOPY . /a', 'root', true],
    ['FROM python:3.13\nCOPY . /a\nUSER 0:0', 'root', true],
    ['FROM python:3.13\nCOPY . /a\nUSER app:app', 'app', false],
    ['FROM python:3.13\nCOPY . /a\nARG U=root\nUSER $U', 'root', true],
    ['FROM python:3.13\nCOPY . /a\nARG U\nUSER $U', undefined, false],
    ['FROM python:3.13 AS b\nUSER app\nFROM b\nCOPY . /a', 'app', false],
    ['FROM python:3.13\nCOPY . /a\nUSER app\nUSER root', 'root', true],
    ['FROM gcr.io/distroless/python3:nonroot\nCOPY . /a', undefined, false],
    ['FROM python:3.13\nCOPY . /a\nCMD ["gosu", "app", "gunicorn"]', 'root', false],
    ['FROM python:3.13\nCOPY . /a\nCMD supervisord -n', 'root', false],
    ['FROM python:3.13\nCOPY . /a\nCMD uwsgi --uid=1000 --http :8000', 'root', false],
  ];
  for (const [text, user, isRoot] of cases) {
    const one = image(text);
    assert.equal(finalUser(one), user, text);
    assert.equal(rootUser(one) !== undefined, isRoot, text);
  }
});

test('a start script or configuration that is not here leaves a doubt', () => {
  const certain = (text: string, files: Readonly<Record<string, string>> = {}) =>
    rootUser(image(`${text}\nEXPOSE 8000`, files))?.isCertain;
  assert.equal(certain('FROM python:3.13\nCOPY . /a\nENTRYPOINT ["/a/start.sh"]'), false);
  assert.equal(certain('FROM python:3.13\nCOPY . /a\nENTRYPOINT ["/a/start.sh"]', { 'start.sh': 'exec "$@"' }), true);
  assert.equal(certain('FROM python:3.13\nCOPY . /a\nCMD uwsgi /a/u.ini'), false);
  assert.equal(certain('FROM python:3.13\nCOPY . /a\nCMD uwsgi /a/u.ini', { 'u.ini': '[uwsgi]\nworkers=2' }), true);
  assert.equal(
    certain('FROM python:3.13\nCOPY . /a\nCMD uwsgi /a/u.ini', { 'u.ini': '[uwsgi]\nuid = www-data' }),
    undefined,
  );
  assert.equal(certain('FROM registry.example.com/python:3.13\nCOPY . /a'), false);
});

test('a start command shows that the image is deployed', () => {
  const found = (start: string, files: Readonly<Record<string, string>> = {}) => {
    const root = rootUser(image(`FROM python:3.13\nWORKDIR /a\nCOPY . .\nRUN pip install django\n${start}`, files));
    assert.equal(root?.mayBeOther, false, start);
    assert.equal(root?.isCertain, !root?.mayBeForDevelopment, start);
    return root?.isCertain;
  };
  const service = (command: string, name = 'web') =>
    `  ${name}:\n    build: .\n    command: ${command}\n    volumes: [".:/a"]\n`;
  const compose = (...services: readonly string[]) => ({ 'compose.yaml': `services:\n${services.join('')}` });
  const deployed: readonly (readonly [start: string, files?: Readonly<Record<string, string>>])[] = [
    ['CMD ["gunicorn", "a.wsgi"]', compose(service('python manage.py runserver'))],
    ['ENV DJANGO_SETTINGS_MODULE=a.settings.production\nCMD ["gunicorn", "a.wsgi"]'],
    ['CMD ["celery", "-A", "a", "worker"]'],
    ['CMD uv run celery -A a beat'],
    ['CMD ["python", "manage.py", "send_notes"]'],
    ['ENTRYPOINT ["python", "manage.py"]\nCMD ["send_notes"]'],
    ['ENTRYPOINT ["python"]\nCMD ["serve.py"]\nEXPOSE 8000'],
    ['CMD ["/usr/sbin/nginx", "-g", "daemon off;"]'],
    ['CMD ["serve-the-shop"]\nEXPOSE 8000'],
    ['ENTRYPOINT ["sh", "start.sh"]', { 'start.sh': 'sleep 3\npython manage.py migrate\nexec gunicorn a.wsgi' }],
    ['', compose(service('gunicorn a.wsgi'))],
    ['', compose(service('["sh", "-c", "python manage.py migrate && gunicorn a.wsgi"]'))],
    ['', { ...compose(service('sh start.sh')), 'start.sh': 'gunicorn a.wsgi' }],
    ['CMD ["bash"]', compose(service('celery -A a worker'))],
  ];
  for (const [start, files] of deployed) assert.equal(found(start, files), true, start + JSON.stringify(files));
  const developed: typeof deployed = [
    [''],
    ['', compose(service('python manage.py runserver 0.0.0.0:8000'))],
    ['', { ...compose(service('"sh /a/start.sh"')), 'start.sh': 'python manage.py runserver 0.0.0.0:8000' }],
    ['CMD ["/bin/bash"]', compose(service('bash -c "poetry lock && source /v/bin/activate && bash"'))],
    ['CMD ["python"]'],
    ['CMD ["import-the-shop"]'],
    ['ENTRYPOINT ["python"]\nCMD ["convert.py"]'],
    ['CMD python manage.py migrate && python manage.py runserver 0.0.0.0:8000'],
    ['ENTRYPOINT ["python", "manage.py"]\nCMD ["runserver"]'],
    ['ENTRYPOINT ["sh", "-c"]\nCMD ["python manage.py runserver"]'],
    ['ENTRYPOINT ["/a/start.sh"]\nCMD ["bash"]', { 'start.sh': 'set -e\nexec "$@"' }],
    ['CMD ["sleep", "infinity"]'],
    ['CMD pytest -q'],
    ['ENV DJANGO_SETTINGS_MODULE=a.settings.dev\nCMD ["gunicorn", "a.wsgi"]'],
    ['', compose(service('python manage.py runserver'), service('celery -A a worker', 'worker'))],
    ['', compose(service('python manage.py migrate'))],
  ];
  for (const [start, files] of developed) assert.equal(found(start, files), false, start + JSON.stringify(files));
});

test('the stage that is deployed', () => {
  const target = (text: string, files: Readonly<Record<string, string>> = {}) => image(text, files).target.name;
  const base = 'FROM python:3.13 AS base\nCOPY . /a\n';
  assert.equal(target(`${base}FROM base AS web\nFROM base AS production`), 'production');
  assert.equal(target(`${base}FROM base AS web\nFROM web AS unittests`), 'web');
  assert.equal(target(`${base}FROM base AS production\nFROM base AS dev\nUSER app`), 'production');
  assert.equal(
    target(`${base}CMD ["gunicorn", "a.wsgi"]\nFROM nginx AS static\nCOPY --from=base /a/static /s`),
    'base',
  );
  const compose = 'services:\n  web:\n    build:\n      context: .\n      target: web\n';
  assert.equal(target(`${base}FROM base AS web\nFROM base AS other`, { 'compose.yaml': compose }), 'web');
  assert.equal(target(`${base}FROM base AS web\nFROM base AS other`, { 'compose.dev.yaml': compose }), 'other');
});

test('what is no Django image for production is left out with a reason', () => {
  const files = {
    ...django,
    'compose/local/Dockerfile': 'FROM python:3.13\nCOPY . .',
    'examples/Dockerfile': 'FROM python:3.13\nCOPY . .',
    'Dockerfile.dev': 'FROM python:3.13\nCOPY . .',
    'nginx/Dockerfile': 'FROM nginx\nCOPY site.conf /etc/',
    'nginx/site.conf': '',
    'web/Dockerfile': 'FROM python:3.13\nCOPY web /web',
    'web/app.py': '',
    'tools/Dockerfile': 'FROM python:{{ version }}\nCOPY . .',
    'prod/Dockerfile': 'FROM python:3.13\nCOPY . /a',
    'prod/Dockerfile.prod': 'FROM python:3.13\nCOPY . /a',
    'prod/manage.py': 'import django',
    'collect/Dockerfile': 'FROM python:3.13 AS files\nCOPY . /a\nFROM nginx\nCOPY --from=files /a/static /s',
    'said/Dockerfile': '# Intended for local development alone.\nFROM python:3.13\nCOPY . /a',
    'deb/Dockerfile': 'FROM debian:13\nRUN apt-get install -y python3\nCOPY . /src\nENTRYPOINT ["make", "deb"]',
    'Dockerfile.md': 'FROM python',
  };
  const { images, notes } = model(files);
  assert.deepEqual(
    images.map(({ file }) => file),
    ['prod/Dockerfile.prod'],
  );
  assert.deepEqual(
    notes.map(({ file, reason }) => `${file}: ${reason}`),
    [
      'Dockerfile.dev: `Dockerfile.dev` says that it is for development',
      'collect/Dockerfile: none of its stages brings Python for production',
      'compose/local/Dockerfile: `local` says that it is for development',
      'deb/Dockerfile: nothing in it installs Python packages or starts Python',
      'examples/Dockerfile: it lies in `examples`, which holds no deployment',
      'nginx/Dockerfile: none of its stages brings Python for production',
      'prod/Dockerfile: a Dockerfile for production lies beside it',
      'said/Dockerfile: its first comment says that it is for development',
      'tools/Dockerfile: it is a template of another tool',
      'web/Dockerfile: no Django code of the project is copied into it',
    ],
  );
});

test('the build context', () => {
  const context = (file: string, text: string, files: Readonly<Record<string, string>>) => {
    const [found] = model({ ...files, [file]: text }).images;
    return found?.context;
  };
  const python = 'FROM python:3.13\n';
  assert.deepEqual(
    context('docker/web/Dockerfile', `${python}COPY requirements.txt .\nCOPY . .`, {
      ...django,
      'requirements.txt': '',
    }),
    {
      folder: '',
      origin: 'sources',
    },
  );
  assert.deepEqual(context('docker/Dockerfile', `${python}COPY . .`, { 'docker/x.txt': '', ...django }), {
    folder: '',
    origin: 'folder',
  });
  const compose =
    'services:\n  web:\n    build:\n      context: ./back\n      dockerfile: ../docker/Dockerfile # beside\n';
  assert.deepEqual(
    context('docker/Dockerfile', `${python}COPY . .`, { 'back/manage.py': 'django', 'docker-compose.yml': compose }),
    {
      folder: 'back',
      origin: 'compose',
    },
  );
  const user = 'services:\n  web:\n    build: .\n    user: "1000:1000"\n  db:\n    image: postgres\n';
  assert.equal(image(`${python}COPY . .`, { 'compose.yml': user }).userInCompose, true);
});

test('images for development are kept apart: facts tell of them, rules do not see them', () => {
  const of = (files: Readonly<Record<string, string>>) => {
    const { images, developmentImages } = model(files);
    return [images.map(({ file }) => file), developmentImages.map(({ file }) => file)];
  };
  const text = (requirements: string): string =>
    `FROM python:3.13\nCOPY . /a\nRUN pip install -r /a/${requirements}\nCMD ["gunicorn", "a.wsgi"]\n`;
  const files = { ...django, 'requirements.txt': 'django', 'requirements-dev.txt': 'django' };
  assert.deepEqual(of({ ...files, Dockerfile: text('requirements-dev.txt') }), [[], ['Dockerfile']]);
  assert.deepEqual(of({ ...files, Dockerfile: text('requirements.txt') }), [['Dockerfile'], []]);
  assert.deepEqual(
    of({ ...files, Dockerfile: text('requirements.txt'), 'Dockerfile.prod': text('requirements.txt') }),
    [['Dockerfile.prod'], ['Dockerfile']],
  );
});
