// Domains below which strangers get a name: what is set for all names below one is set for their sites too.
// A choice from https://publicsuffix.org/list/ of what Django projects are served and developed under; no list of all suffixes.

/** Hosts of applications, previews and tunnels that hand out names below themselves. */
const platforms: readonly string[] = [
  ...['herokuapp.com', 'fly.dev', 'onrender.com', 'up.railway.app', 'vercel.app', 'vercel.dev', 'now.sh'],
  ...['netlify.app', 'github.io', 'gitlab.io', 'pages.dev', 'workers.dev', 'web.app', 'firebaseapp.com'],
  ...['appspot.com', 'run.app', 'a.run.app', 'azurewebsites.net', 'azurestaticapps.net', 'cloudapp.net'],
  ...['azurecontainerapps.io', 'amplifyapp.com', 'awsapprunner.com', 'cloudfront.net', 'elasticbeanstalk.com'],
  ...['elb.amazonaws.com', 'ondigitalocean.app', 'pythonanywhere.com', 'koyeb.app', 'code.run', 'cyclic.app'],
  ...['deno.dev', 'surge.sh', 'glitch.me', 'zeabur.app', 'replit.app', 'replit.dev', 'repl.co', 'gitpod.io'],
  ...['app.github.dev', 'githubpreview.dev', 'ngrok.io', 'ngrok.app', 'ngrok.dev', 'ngrok-free.app', 'ngrok-free.dev'],
  ...['trycloudflare.com', 'loca.lt', 'devtunnels.ms'],
];

/** Top-level domains of countries where names are given out below a second label, as `co.uk`. */
const countries =
  'ar au bd bo br bw cn co cr cy do ec eg fj gh gt hk hn id il in jp ke kr lk mm mt mx my mz ng ni np nz om pa pe ph pk py sa sg sv th tr tw tz ua ug uk uy ve vn za zm zw'.split(
    ' ',
  );
const secondLabel = /^(ac|co|com|edu|go|gob|gov|mil|ne|net|nom|or|org)$/;

/** True for a suffix that a registry gives names below: `com`, `co.uk`. */
function isRegistrySuffix(domain: string): boolean {
  const [second = '', top, ...more] = domain.split('.');
  if (top === undefined) return second !== '';
  return more.length === 0 && secondLabel.test(second) && countries.includes(top);
}

/** True for a domain below which strangers have names: `herokuapp.com`, `co.uk`, `com`. Without a leading dot, in lower case. */
export function isSharedDomain(domain: string): boolean {
  return isRegistrySuffix(domain) || platforms.includes(domain);
}

/** True for a domain as one buys it, `example.org` or `example.co.uk`: one label below what a registry has. */
export function isRegistrableDomain(domain: string): boolean {
  return !isSharedDomain(domain) && isRegistrySuffix(parentOf(domain));
}

/** True for the one host that a platform gives out: `shop.herokuapp.com`. */
export function isPlatformHost(domain: string): boolean {
  return platforms.includes(parentOf(domain));
}

function parentOf(domain: string): string {
  return domain.slice(domain.indexOf('.') + 1);
}

/** True for a domain with strangers' names somewhere below it: a shared one, or `railway.app` with all of `up.railway.app`. */
export function reachesStrangers(domain: string): boolean {
  return isSharedDomain(domain) || platforms.some((one) => one.endsWith(`.${domain}`));
}
