/** Files that people write and read as text. */
export const isText = (path: string): boolean => !/\.(wasm|png|gif|ico|pyc|vsix)$/.test(path);

/**
 * Characters that show nothing or turn the direction of what follows: they can hide code from a reader. Format, private-use and
 * ignorable characters (Unicode's own lists), and control characters but tab, line ends and form feed.
 */
const hidden = /[\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]|(?![\t\n\f\r])\p{Cc}/u;

/** Hidden characters of a file, as `file:line: U+200B`. */
export function hiddenCharacters(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = hidden.exec(line)?.[0].codePointAt(0);
    return found === undefined ? [] : [`${path}:${index + 1}: U+${found.toString(16).toUpperCase().padStart(4, '0')}`];
  });
}

/** Folders of people's machines. What an image has (`/root/.cache`, `/home/app`, `/tmp`) is a fact of Docker's, not of a machine. */
const machine = /(^|[\s"'`(=:])(\/Users\/\w|\/home\/runner\/|\/work\/|[A-Za-z]:\\{1,2}Users\\|file:\/\/\/[a-z])/;

/** Lines that name a folder of a machine. */
export function machinePaths(path: string, text: string, ownRoot: string): readonly string[] {
  const own = ownRoot.replace(/[\\/]$/, '');
  return text
    .split('\n')
    .flatMap((line, index) => (machine.test(line) || line.includes(own) ? [`${path}:${index + 1}`] : []));
}

/** Globals of Node's that reach the network or make code from text; an import list does not show them. */
const reaching =
  /\b(fetch|XMLHttpRequest|WebSocket|EventSource|eval)\(|\bnew (Function|WebSocket|EventSource|Worker)\(/;

/** Lines of our own sources that call such a global. */
export function reachingCalls(path: string, text: string): readonly string[] {
  return text.split('\n').flatMap((line, index) => (reaching.test(line) ? [`${path}:${index + 1}`] : []));
}
