// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of Compose and workflows are what is tested
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandBuilds } from '../../server/src/model/docker/command-builds.ts';
import { type ComposeBuild, composeBuilds } from '../../server/src/model/docker/compose-builds.ts';
import { buildDocker } from '../../server/src/model/docker/docker-model.ts';
import { readYamlOutline, type YamlNode } from '../../server/src/model/docker/yaml-outline.ts';
import { Sources } from '../../server/src/model/sources.ts';
import type { FileId } from '../../server/src/text/file-id.ts';

function sourcesOf(files: Readonly<Record<string, string>>): Sources {
  const texts = new Map(Object.entries(files) as [FileId, string][]);
  return new Sources(texts, texts.keys());
}

function builds(files: Readonly<Record<string, string>>): readonly ComposeBuild[] {
  return composeBuilds(sourcesOf(files));
}

/** `dockerfile in context target` of each build of one file in the root. */
function shown(compose: string): readonly string[] {
  return builds({ 'docker-compose.yml': compose }).map(
    ({ dockerfile, context, target }) =>
      `${dockerfile} in ${context ?? '?'}${target === undefined ? '' : ` at ${target}`}`,
  );
}

function plain(nodes: readonly YamlNode[]): unknown {
  return nodes.map(({ key, value, children }) => [key, value ?? plain(children)]);
}

test('an outline of block and flow style, quotes, block texts, anchors and merges', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    [
      "a: 1 # c\n\"b c\": 'it''s'",
      [
        ['a', '1'],
        ['b c', "it's"],
      ],
    ],
    [
      'a:\n    b: x:y\n    c: http://h/#f\n',
      [
        [
          'a',
          [
            ['b', 'x:y'],
            ['c', 'http://h/#f'],
          ],
        ],
      ],
    ],
    [
      'a:\n- x\n- y: 1\n  z: 2\nb: 3',
      [
        [
          'a',
          [
            ['', 'x'],
            [
              '',
              [
                ['y', '1'],
                ['z', '2'],
              ],
            ],
          ],
        ],
        ['b', '3'],
      ],
    ],
    [
      'a: {b: ., "c": [x, "y z"], d: {e: f}}',
      [
        [
          'a',
          [
            ['b', '.'],
            [
              'c',
              [
                ['', 'x'],
                ['', 'y z'],
              ],
            ],
            ['d', [['e', 'f']]],
          ],
        ],
      ],
    ],
    [
      'a: {\n  b: c, # d\n  e: f\n}\ng: h',
      [
        [
          'a',
          [
            ['b', 'c'],
            ['e', 'f'],
          ],
        ],
        ['g', 'h'],
      ],
    ],
    [
      'a: |\n  b: c\n\n  d\ne: >-\n  f\n  g',
      [
        ['a', 'b: c\n\nd'],
        ['e', 'f g'],
      ],
    ],
    [
      'a: b\n  c\nd: e',
      [
        ['a', 'b c'],
        ['d', 'e'],
      ],
    ],
    [
      'x: &x\n  a: 1\n  b: 2\ny:\n  <<: *x\n  b: 3',
      [
        [
          'x',
          [
            ['a', '1'],
            ['b', '2'],
          ],
        ],
        [
          'y',
          [
            ['a', '1'],
            ['b', '3'],
          ],
        ],
      ],
    ],
    [
      'x: &x {a: 1}\ny: &y {b: 2}\nz:\n  a: 0\n  <<: [*x, *y]',
      [
        ['x', [['a', '1']]],
        ['y', [['b', '2']]],
        [
          'z',
          [
            ['a', '0'],
            ['b', '2'],
          ],
        ],
      ],
    ],
    [
      'x: &x .\ny: *x\nz: *none',
      [
        ['x', '.'],
        ['y', '.'],
        ['z', []],
      ],
    ],
    ['a:\n\tb: c', []],
    [
      '---\na: 1\n...\n---\nb: 2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
  ];
  for (const [text, expected] of cases) assert.deepEqual(plain(readYamlOutline(text)), expected, text);
});

test('an outline never throws and ends', () => {
  const hostile = [
    '- '.repeat(5000),
    '['.repeat(5000),
    '{a: '.repeat(5000),
    '"',
    "a: '",
    'a: {b',
    '- - a\n - b',
    '<<: *x',
  ];
  for (const text of hostile) assert.ok(Array.isArray(readYamlOutline(text)), text.slice(0, 20));
  assert.ok(Array.isArray(readYamlOutline(Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'))));
});

test('the ways to write a build', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['services:\n  web:\n    build: .', ['Dockerfile in ']],
    ['services:\n  web:\n    build: "./back" # here', ['back/Dockerfile in back']],
    [
      'services:\n  web:\n    build:\n      context: .\n      dockerfile: ./docker/Dockerfile\n      target: server',
      ['docker/Dockerfile in  at server'],
    ],
    ['services:\n    web:\n        build:\n            dockerfile: a/Dockerfile', ['a/Dockerfile in ']],
    ["services:\n  web:\n    build: {context: './back/', dockerfile: ../x/Dockerfile}", ['x/Dockerfile in back']],
    ['services:\n  web: {build: {context: ., target: web}}', ['Dockerfile in  at web']],
    ['"services":\n  "web":\n    "build":\n      "context": "."', ['Dockerfile in ']],
    [
      'services:\n  web:\n    build:\n      context: ${APP:-back}\n      dockerfile: ${FILE-Dockerfile.${OS:-alpine}}',
      ['back/Dockerfile.alpine in back'],
    ],
    ['services:\n  web:\n    build:\n      context: ${APP}\n      dockerfile: d/Dockerfile', ['d/Dockerfile in ?']],
    ['services:\n  web:\n    build:\n      context: .\n      dockerfile: Dockerfile.$OS', []],
    ['services:\n  web:\n    build: https://github.com/a/b.git', []],
    ['services:\n  web:\n    build: ..', []],
    ['services:\n  web:\n    build:\n      context: .\n      dockerfile_inline: |\n        FROM x', []],
    [
      'x-build: &b\n  context: back\nservices:\n  web:\n    build: *b\n  job:\n    build:\n      <<: *b\n      target: job',
      ['back/Dockerfile in back', 'back/Dockerfile in back at job'],
    ],
    ['x-app: &app\n  build: .\nservices:\n  web:\n    <<: *app\n    command: x', ['Dockerfile in ']],
    [
      'services:\n  base:\n    build: back\n  web:\n    extends: base\n  job:\n    extends:\n      service: base',
      ['back/Dockerfile in back', 'back/Dockerfile in back', 'back/Dockerfile in back'],
    ],
    ['web:\n  build: .\n  ports: ["80:80"]', ['Dockerfile in ']],
    ['services:\n  web:\n    build: .\n  # old:\n  #   build: ./old\n  db:\n    image: postgres', ['Dockerfile in ']],
    ['services:\n  web:\n    command: >\n      sh -c "build: ./no"\n    build: .', ['Dockerfile in ']],
    ['services:\n\tweb:\n\t\tbuild: .', []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(shown(text), expected, text);
});

test('files that are laid over each other', () => {
  const found = builds({
    'docker-compose.yml': 'services:\n  web:\n    build:\n      context: .\n      dockerfile: d/Dockerfile',
    'docker-compose.prod.yml': 'services:\n  web:\n    user: "1000"\n    build:\n      target: prod',
    'docker-compose.dev.yml': 'services:\n  job:\n    user: "1000"\n    build: .',
    'web/docker-compose.yml': 'services:\n  web:\n    extends:\n      file: ../docker-compose.yml\n      service: web',
  });
  assert.deepEqual(
    found.map((one) => [one.compose, one.dockerfile, one.context, one.target, one.setsUser, one.isDevelopment]),
    [
      ['docker-compose.yml', 'd/Dockerfile', '', undefined, true, false],
      ['docker-compose.prod.yml', 'd/Dockerfile', '', 'prod', true, false],
      ['docker-compose.dev.yml', 'Dockerfile', '', undefined, true, true],
      ['web/docker-compose.yml', 'd/Dockerfile', '', undefined, false, false],
    ],
  );
});

test('what a service says of development', () => {
  const one = (text: string, file = 'compose.yaml') => {
    const [build] = builds({ [file]: text });
    return [build?.isDevelopment, build?.starts];
  };
  const web = 'services:\n  web:\n    build: .\n';
  assert.deepEqual(one(web), [false, undefined]);
  assert.deepEqual(one(`# docker-compose for Shop development.\n${web}`), [true, undefined]);
  assert.deepEqual(one(`${web}# for development\n`), [false, undefined]);
  assert.deepEqual(one(web, '.devcontainer/compose.yaml'), [true, undefined]);
  assert.deepEqual(one(`${web}    command: python manage.py runserver`), [false, 'development']);
  assert.deepEqual(one(`${web}    command: [gunicorn, a.wsgi]`), [false, 'production']);
  assert.deepEqual(one(`${web}    environment:\n      - DJANGO_SETTINGS_MODULE=a.settings.local`), [
    false,
    'development',
  ]);
  assert.deepEqual(one(`${web}    environment:\n      DJANGO_SETTINGS_MODULE: a.settings.base`), [false, undefined]);
});

test('builds by command line and workflow', () => {
  const dockerfiles = { Dockerfile: '', 'd/Dockerfile': '', 'back/Dockerfile': '' };
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['build.sh', 'docker build -t x -f d/Dockerfile .', ['d/Dockerfile in ']],
    [
      'build.sh',
      'docker buildx build --platform linux/amd64 \\\n  --file=d/Dockerfile --push \\\n  . && echo',
      ['d/Dockerfile in '],
    ],
    ['build.sh', 'docker build --no-cache --build-arg A=b "./back" | tee log', ['back/Dockerfile in back']],
    ['build.sh', 'docker build -f d/Dockerfile "$CONTEXT"', ['d/Dockerfile in ?']],
    ['build.sh', 'docker build -f other/Dockerfile .', []],
    ['build.sh', 'docker build - < Dockerfile', []],
    ['build.sh', 'docker build https://github.com/a/b.git', []],
    ['build.sh', 'docker compose build web', []],
    ['scripts/build.sh', 'docker build -f ../d/Dockerfile ..', ['d/Dockerfile in ']],
    ['scripts/build.sh', 'podman build . -f d/Dockerfile', ['d/Dockerfile in ']],
    ['Makefile', 'build:\n\tdocker build . --file d/Dockerfile --tag $(TAG)\n', ['d/Dockerfile in ']],
    [
      '.github/workflows/x.yml',
      'jobs:\n  a:\n    steps:\n      - run: docker build -f d/Dockerfile .',
      ['d/Dockerfile in '],
    ],
    [
      '.github/workflows/x.yml',
      'jobs:\n  a:\n    steps:\n      - name: x\n        uses: docker/build-push-action@v6\n        with:\n          push: true\n          file: ./d/Dockerfile\n          context: .\n',
      ['d/Dockerfile in '],
    ],
    [
      '.github/workflows/x.yml',
      'jobs:\n  a:\n    steps:\n    - uses: docker/build-push-action@v6\n      with: {context: back}',
      ['back/Dockerfile in back'],
    ],
    ['.github/workflows/x.yml', 'jobs:\n  a:\n    steps:\n    - uses: docker/build-push-action@v6', ['Dockerfile in ']],
  ];
  for (const [file, text, expected] of cases) {
    const found = commandBuilds(sourcesOf({ ...dockerfiles, [file]: text }));
    assert.deepEqual(
      found.map(({ dockerfile, context }) => `${dockerfile} in ${context ?? '?'}`),
      expected,
      text,
    );
  }
});

const django = { 'manage.py': 'import django', 'back/manage.py': 'import django' };

test('an ignore file of any context that may be the one is taken for there', () => {
  const ignoreFile = (files: Readonly<Record<string, string>>) => {
    const { images } = buildDocker({ sources: sourcesOf({ ...django, ...files }) });
    return images.map((image) => image.ignoreFile ?? 'none');
  };
  const file = { 'd/Dockerfile': 'FROM python:3.13\nCOPY . /a' };
  const compose = (context: string) =>
    `services:\n  web:\n    build:\n      context: ${context}\n      dockerfile: \${ROOT:-..}/d/Dockerfile`;
  assert.deepEqual(ignoreFile({ ...file, 'back/.dockerignore': '' }), ['none']);
  assert.deepEqual(ignoreFile({ ...file, 'compose.yml': compose('back'), 'back/.dockerignore': '' }), [
    'back/.dockerignore',
  ]);
  assert.deepEqual(ignoreFile({ ...file, 'compose.yml': compose('back'), 'front/.dockerignore': '' }), ['none']);
  const hidden = 'services:\n  web:\n    build:\n      context: $HERE\n      dockerfile: d/Dockerfile';
  assert.deepEqual(ignoreFile({ ...file, 'compose.yml': hidden, 'back/.dockerignore': '' }), ['back/.dockerignore']);
  const script = { 'build.sh': 'docker build -f d/Dockerfile back' };
  assert.deepEqual(ignoreFile({ ...file, ...script, 'back/.dockerignore': '' }), ['back/.dockerignore']);
  assert.deepEqual(ignoreFile({ ...file, '.containerignore': '' }), ['.containerignore']);
});

test('a build command names the context where COPY does not contradict it', () => {
  const context = (copy: string, files: Readonly<Record<string, string>>) => {
    const all = { ...django, ...files, 'back/d/Dockerfile': `FROM python:3.13\nCOPY ${copy} /a` };
    return buildDocker({ sources: sourcesOf(all) }).images[0]?.context;
  };
  const script = { 'build.sh': 'docker build -f back/d/Dockerfile .' };
  assert.deepEqual(context('.', {}), { folder: 'back', origin: 'folder' });
  assert.deepEqual(context('.', script), { folder: '', origin: 'command' });
  assert.deepEqual(context('only.txt .', { ...script, 'back/only.txt': '' }), { folder: 'back', origin: 'sources' });
});

test('an image for development is left out by what it installs and how it is started', () => {
  const reason = (dockerfile: string, files: Readonly<Record<string, string>> = {}) => {
    const all = { ...django, ...requirements, ...files, Dockerfile: `FROM python:3.13\n${dockerfile}` };
    return buildDocker({ sources: sourcesOf(all) }).notes.find(({ file }) => file === 'Dockerfile')?.reason;
  };
  const requirements = {
    'requirements/dev.txt': '',
    'requirements/prod.txt': '',
    'requirements-dev.txt': '',
    'pyproject.toml': '',
  };
  const installs = (name: string) => `its last \`${name}\` installs what development needs`;
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['COPY . .\nRUN pip install -r requirements/dev.txt', installs('pip install')],
    ['COPY . .\nRUN pip install -r requirements-dev.txt', installs('pip install')],
    ['COPY requirements/dev.txt r.txt\nRUN pip install -r r.txt\nCOPY . .', installs('pip install')],
    [
      'COPY . .\nRUN pip install -r requirements/prod.txt\nRUN pip install -r requirements/dev.txt',
      installs('pip install'),
    ],
    ['COPY . .\nRUN pip install -e ".[dev]"', installs('pip install')],
    ['COPY . .\nRUN poetry install --with dev,test', installs('poetry install')],
    ['COPY . .\nRUN pipenv install --dev --system', installs('pipenv install')],
    ['COPY . .\nRUN uv sync --group dev', installs('uv sync')],
    ['COPY . .\nRUN pip install -r requirements/dev.txt\nRUN pip install -r requirements/prod.txt', undefined],
    ['COPY . .\nRUN pip install -r requirements/prod.txt -c requirements/dev.txt', undefined],
    [
      'COPY . .\nRUN pip install -r requirements/prod.txt\nRUN if [ $D ]; then pip install -r requirements/dev.txt; fi',
      undefined,
    ],
    ['ARG W=dev\nCOPY . .\nRUN pip install -r requirements/$W.txt', undefined],
    ['ARG W=dev\nCOPY requirements/$W.txt r.txt\nRUN pip install -r r.txt\nCOPY . .', undefined],
    ['COPY . .\nRUN poetry install --without dev', undefined],
    ['COPY . .\nRUN uv sync --no-dev', undefined],
    ['COPY . .\nENV DJANGO_SETTINGS_MODULE=a.settings.local', 'it sets `a.settings.local`, settings for development'],
    ['COPY . .\nENV DJANGO_SETTINGS_MODULE=a.settings.local\nCMD gunicorn a.wsgi', undefined],
    ['COPY . .\nENV DJANGO_SETTINGS_MODULE=a.settings.prod', undefined],
  ];
  for (const [text, expected] of cases) assert.equal(reason(text), expected, text);
  const twin = 'it is started for development alone, and another Dockerfile is for production';
  const runs = { 'compose.yml': 'services:\n  web:\n    build: .\n    command: ./manage.py runserver' };
  const cloud = { 'Dockerfile.cloud': 'FROM python:3.13\nCOPY . .\nCMD gunicorn a.wsgi' };
  const worker = { 'Dockerfile.worker': 'FROM python:3.13\nCOPY . .\nCMD celery -A a worker' };
  assert.equal(reason('COPY . .', { ...runs, ...cloud }), twin);
  assert.equal(reason('COPY . .\nCMD ./manage.py runserver', cloud), twin);
  assert.equal(reason('COPY . .', runs), undefined);
  assert.equal(reason('COPY . .', cloud), undefined);
  assert.equal(reason('COPY . .', { ...runs, ...worker }), undefined);
  assert.equal(reason('COPY . .\nCMD daphne a.asgi', { ...runs, ...cloud }), undefined);
  const both = { ...runs, ...cloud, 'compose.prod.yml': 'services:\n  web:\n    build: .' };
  assert.equal(reason('COPY . .', both), undefined);
});
