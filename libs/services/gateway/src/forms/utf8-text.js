'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.utf8Text = utf8Text;
const malformed_message_1 = require('./malformed-message');
const MOST_BYTES = 10 * 1024 * 1024;
const strict = new TextDecoder('utf-8', { fatal: true });
/** The text of a message, which is UTF-8 with or without a byte order mark, of at most 10 MiB. */
function utf8Text(bytes) {
  if (bytes.length > MOST_BYTES)
    throw new malformed_message_1.MessageTooLarge(`The message has more than ${MOST_BYTES} bytes.`);
  if (isUtf16(bytes))
    throw new malformed_message_1.MalformedMessage('The message is in UTF-16; only UTF-8 is taken.');
  try {
    return strict.decode(bytes);
  } catch {
    throw notUtf8(bytes);
  }
}
/** By its byte order mark, or by the zero byte beside the first character. */
function isUtf16([first, second]) {
  const mark = (first === 0xfe && second === 0xff) || (first === 0xff && second === 0xfe);
  return mark || (first === 0 && second !== undefined) || second === 0;
}
function notUtf8(bytes) {
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = Buffer.from(lossy);
  const differs = bytes.findIndex((byte, index) => again[index] !== byte);
  const before = Buffer.from(bytes.subarray(0, differs)).toString();
  return new malformed_message_1.MalformedMessage(
    'The message is not in UTF-8.',
    (0, malformed_message_1.placeAt)(before, before.length),
  );
}
//# sourceMappingURL=utf8-text.js.map
