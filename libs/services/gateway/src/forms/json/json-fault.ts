/** What may come next in a JSON text; `first…` where the bracket before may close again at once. */
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'next';

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const CHARACTER = /[ !#-[\]-\u{10ffff}]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;

/**
 * Where a text stops being JSON (RFC 8259), or -1 where it does not. What JSON.parse says of the place
 * differs from one version of V8 to the next, and often it says nothing.
 */
export function jsonFaultAt(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = past(SPACE, text, 0);
  for (;;) {
    const char = text.charAt(at);
    const end = tokenEnd(text, at, expected, open.at(-1));
    if (end < 0) return -end - 1;
    if (char === '{' || char === '[') open.push(char);
    if (char === '}' || char === ']') open.pop();
    at = past(SPACE, text, end);
    expected = expectedAfter(char, expected, open.at(-1));
    if (expected === 'next' && open.length === 0) return at === text.length ? -1 : at;
  }
}

/** The end of the token that begins here, or -1 - the place where it is none. */
function tokenEnd(text: string, at: number, expected: Expected, inside: '{' | '[' | undefined): number {
  const char = text.charAt(at);
  const allowed = allowedNow(expected, inside);
  if (char !== '' && '{}[]:,'.includes(char)) return allowed.includes(char) ? at + 1 : -1 - at;
  if (char === '"' && allowed.includes('"')) return stringEnd(text, at + 1);
  const end = allowed.includes('s') ? past(SCALAR, text, at) : at;
  return end > at ? end : -1 - at;
}

function stringEnd(text: string, from: number): number {
  let at = from;
  for (let next = past(CHARACTER, text, at); next > at; next = past(CHARACTER, text, at)) at = next;
  return text.charAt(at) === '"' ? at + 1 : -1 - at;
}

function allowedNow(expected: Expected, inside: '{' | '[' | undefined): string {
  switch (expected) {
    case 'value':
      return '{["s';
    case 'first value':
      return '{["s]';
    case 'name':
      return '"';
    case 'first name':
      return '"}';
    case 'colon':
      return ':';
    case 'next':
      return inside === '{' ? ',}' : ',]';
  }
}

function expectedAfter(char: string, before: Expected, inside: '{' | '[' | undefined): Expected {
  if (char === '{') return 'first name';
  if (char === '[') return 'first value';
  if (char === ':') return 'value';
  if (char === ',') return inside === '{' ? 'name' : 'value';
  return before === 'name' || (before === 'first name' && char === '"') ? 'colon' : 'next';
}

/** The end of what a sticky pattern matches here. */
function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** With this bit a square bracket is the curly one. */
const CURLY = 0x20;
const [OPENING, CLOSING] = [0x7b, 0x7d];

/** Where brackets are nested deeper than that, or -1; strings are passed over. By codes: every message comes through here. */
export function nestedDeeperAt(text: string, most: number): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at + 1);
    else if ((code | CURLY) === OPENING && ++depth > most) return at;
    else if ((code | CURLY) === CLOSING) depth -= 1;
  }
  return -1;
}

function endOfString(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code !== QUOTE && at < text.length; code = text.charCodeAt(at))
    at += code === BACKSLASH ? 2 : 1;
  return at;
}
