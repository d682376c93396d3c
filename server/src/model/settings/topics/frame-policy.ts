import { effective } from '../effective.ts';
import { installs } from '../installed.ts';
import type { SettingsLeaf } from '../settings-model.ts';
import type { Value } from '../values.ts';

/** Settings that hold a content security policy: Django's own, and those of django-csp 4 and 3. */
const policySettings = ['SECURE_CSP', 'CONTENT_SECURITY_POLICY'];

/** True when a content security policy says, or may say, who can frame the pages: browsers then pass over X-Frame-Options. */
export function mayLimitFrames(leaf: SettingsLeaf): boolean {
  if (effective(leaf, 'CSP_FRAME_ANCESTORS') !== undefined) return true;
  return policySettings.some((name) => {
    const value = effective(leaf, name)?.value;
    return value !== undefined && mayHaveAncestors(value);
  });
}

function mayHaveAncestors(value: Value): boolean {
  if (value.kind === 'absent') return false;
  if (value.kind !== 'dict') return true;
  return (
    value.open ||
    value.entries.some(
      ({ key, value: inner }) => key === 'frame-ancestors' || (key === 'DIRECTIVES' && mayHaveAncestors(inner)),
    )
  );
}

/** True when a content security policy says who may frame the pages. */
export function policySaysWhoFrames(leaf: SettingsLeaf): boolean {
  if (leaf.get('CSP_FRAME_ANCESTORS') !== undefined) return true;
  return policySettings.some((name) => {
    const value = effective(leaf, name)?.value;
    return value !== undefined && hasKey(value, 'frame-ancestors');
  });
}

function hasKey(value: Value, wanted: string): boolean {
  return (
    value.kind === 'dict' && value.entries.some(({ key, value: inner }) => key === wanted || hasKey(inner, wanted))
  );
}

/** Apps that show pages of the site in frames of their own, and so need SAMEORIGIN. */
const framingApps = [
  ...['wagtail.admin', 'wagtail', 'cms', 'grapesjs', 'puput'],
  ...[
    'jazzmin',
    'admin_interface',
    'simpleui',
    'simplepro',
    'jet',
    'jet_django',
    'xadmin',
    'grappelli',
    'baton',
    'unfold',
    'smart_admin',
  ],
  ...[
    'django_summernote',
    'tinymce',
    'ckeditor',
    'django_ckeditor_5',
    'filebrowser',
    'filer',
    'easy_thumbnails',
    'martor',
  ],
  ...['explorer', 'silk', 'django_plotly_dash', 'oscar', 'mezzanine.core', 'notebook', 'debug_toolbar'],
];

/** True when no installed app is known to frame pages of the site, and all of them are seen. */
export function framesNothing(leaf: SettingsLeaf): boolean {
  return framingApps.every((app) => installs(leaf, app) === false);
}
