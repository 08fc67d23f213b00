'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.jsonFaultAt = jsonFaultAt;
exports.nestedDeeperAt = nestedDeeperAt;
const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
const CHARACTER = /[ !#-[\]-\u{10ffff}]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/uy;
/**
 * Where a text stops being JSON (RFC 8259), or -1 where it does not. What JSON.parse says of the place
 * differs from one version of V8 to the next, and often it says nothing.
 */
function jsonFaultAt(text) {
  const open = [];
  let expected = 'value';
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
function tokenEnd(text, at, expected, inside) {
  const char = text.charAt(at);
  const allowed = allowedNow(expected, inside);
  if (char !== '' && '{}[]:,'.includes(char)) return allowed.includes(char) ? at + 1 : -1 - at;
  if (char === '"' && allowed.includes('"')) return stringEnd(text, at + 1);
  const end = allowed.includes('s') ? past(SCALAR, text, at) : at;
  return end > at ? end : -1 - at;
}
function stringEnd(text, from) {
  let at = from;
  for (let next = past(CHARACTER, text, at); next > at; next = past(CHARACTER, text, at)) at = next;
  return text.charAt(at) === '"' ? at + 1 : -1 - at;
}
function allowedNow(expected, inside) {
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
function expectedAfter(char, before, inside) {
  if (char === '{') return 'first name';
  if (char === '[') return 'first value';
  if (char === ':') return 'value';
  if (char === ',') return inside === '{' ? 'name' : 'value';
  return before === 'name' || (before === 'first name' && char === '"') ? 'colon' : 'next';
}
/** The end of what a sticky pattern matches here. */
function past(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
/** Where brackets are nested deeper than that, or -1; strings are passed over. */
function nestedDeeperAt(text, most) {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      if (++depth > most) return at;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return -1;
}
//# sourceMappingURL=json-fault.js.map
