// Which Djangos the proofs run under, pinned, and what is installed beside them.
// Finds and installs nothing itself, and knows no rule.
// Look next at prepare-djangos.ts, which makes the environments.

/** One pinned Django. `pythons` are the first and last minor version that it, and what is beside it, supports. */
export interface DjangoPin {
  readonly series: string;
  readonly version: string;
  readonly pythons: readonly [first: number, last: number];
  readonly beside: readonly string[];
}

const everywhere = [
  'dj-database-url==3.1.2',
  'django-configurations==2.5.1',
  'django-cors-headers==4.9.0',
  'django-csp==4.0',
  'django-environ==0.14.0',
  'django-split-settings==1.3.2',
  'environs==15.2.0',
  'psycopg[binary]==3.3.9',
  'python-decouple==3.8',
  'python-json-logger==4.2.0',
  'whitenoise==6.12.0',
];

/**
 * The supported ranges are those of Django's release notes (4.2: Python 3.8 to 3.12, 5.2: 3.10 to 3.14,
 * 6.1: 3.12 to 3.14), the lower end raised to 3.10 for whitenoise 6.12.
 * Django REST framework 3.17 and later refuse Django 4.2.
 */
export const djangoPins: readonly DjangoPin[] = [
  { series: '4.2', version: '4.2.30', pythons: [10, 12], beside: [...everywhere, 'djangorestframework==3.16.1'] },
  { series: '5.2', version: '5.2.19', pythons: [10, 14], beside: [...everywhere, 'djangorestframework==3.18.3'] },
  { series: '6.1', version: '6.1.3', pythons: [12, 14], beside: [...everywhere, 'djangorestframework==3.18.3'] },
];
