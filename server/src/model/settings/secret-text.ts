// What may be known of a secret text without its characters.
// Must not keep or give the text. Look next at secret-values.ts (which texts are secrets) and credentials.ts (where they stand).
import { providerOf } from './topics/provider-keys.ts';
import type { SecretValue } from './values.ts';

const placeholders =
  /change-?_?me|replace-?_?(me|this)|your-?_?secret|insert-?_?your|placeholder|example|default-?_?secret|^secret(-?_?key)?$|xxxx|todo|not-?_?(so-?_?)?secret/i;

/** Words in texts that stand where the real one goes, or are made up for development and tests. */
const standIn =
  /0{8}|^[<{[(%$].*[>}\])%]?$|\*{3}|\.{3}|^-+$|\byour\b|your[-_ ]|^my[-_]?|^the[-_]|dummy|fake|foo|bar\b|sample|insecure|not[-_ ]?set|unset|redacted|fix-?_?me|enter[-_ ]|put[-_ ]|insert|here$|(^|[-_ ])(test|testing|dev|devel|develop|development|local|localhost|demo|debug|sandbox|mock|none|null|false|true|unused|ignored?|optional|disabled|some|any|xxx+|abc|asdf|qwerty)([-_ \d]|$)|test(ing)?$|^test/i;
/** What people use where a password does not matter. */
const common =
  /^(pass(word|wd|phrase)?|pwd|secret|token|key|api[-_ ]?key|admin|administrator|root|guest|user(name)?|default|postgres(ql)?|mysql|mariadb|maria|mongo(db)?|redis|rabbitmq|django|minio(admin)?|letmein|welcome|qwerty\w*|abc123|1q2w3e\w*|0?123\w*|\d{1,6})[\d!]{0,4}$/i;

const url = /^([a-z][a-z0-9+.-]*):\/\/([^/\s:@]*):([^/\s@]+)@([^/\s:?#]*)/i;

/** What may be known of a secret text. Length, distinct characters and prefix are those that Django's check `security.W009` judges. */
export function secretOf(text: string, at: SecretValue['at'], user: string | undefined): SecretValue {
  const inUrl = url.exec(text);
  return {
    kind: 'secret',
    length: text.length,
    distinct: new Set(text).size,
    insecurePrefix: text.startsWith('django-insecure-'),
    placeholder: placeholders.test(text),
    isStandIn: isStandIn(text),
    isOther: isOther(text),
    isWord: /^[a-z]+([-_:./ ][a-z]+)*$/i.test(text),
    provider: providerOf(text),
    sameAsUser: text !== '' && text === user,
    url: inUrl === null ? undefined : urlOf(inUrl),
    at,
  };
}

/** True for a text that opens nothing: a stand-in for the real one, or one for development and tests. */
function isStandIn(text: string): boolean {
  return (
    placeholders.test(text) || standIn.test(text) || common.test(text) || (text !== '' && new Set(text).size === 1)
  );
}

/** A dotted path, an address without a password, a file, a header, a rate, a sentence, a template: something else under a name like a secret's. */
function isOther(text: string): boolean {
  if (text.includes('://')) return !url.test(text);
  return (
    /^[A-Za-z_][\w-]*(\.[A-Za-z_]\w*)+$/.test(text) ||
    /^[~.]{0,2}\/[\w.-]+(\/[\w.-]*)*$/.test(text) ||
    /\.(pem|key|json|txt|html|ya?ml|crt|py|cer|p8|pub)$/i.test(text) ||
    /^\d+\/\w+$/.test(text) ||
    /[{}<>%]|\s\S+\s/.test(text) ||
    /^(https?|mailto|urn|arn):/i.test(text) ||
    /^ssh-(rsa|ed25519)\b|BEGIN (PUBLIC KEY|CERTIFICATE)/.test(text)
  );
}

function urlOf([, scheme = '', user = '', password = '', host = '']: RegExpExecArray): SecretValue['url'] {
  // `{}`, `%s`, `$X` and `<password>` are filled in later.
  const isTemplate = /[{}<>$]|%s|%\(/.test(`${user}${password}${host}`);
  return {
    scheme: scheme.toLowerCase(),
    isTemplate,
    isStandIn: password === user || isStandIn(password),
    // A name without a dot is that of a container or of this machine.
    isLocal: !host.includes('.') || /^(127\.|0\.0\.0\.0|host\.docker\.internal|[\w-]+\.local$)/.test(host),
  };
}
