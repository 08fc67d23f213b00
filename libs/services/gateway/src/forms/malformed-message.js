'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.MessageTooLarge = exports.MalformedMessage = void 0;
exports.placeAt = placeAt;
/** A message that no declaration can be read from; `detail` is a sentence for its sender. */
class MalformedMessage extends Error {
  detail;
  line;
  column;
  pointer;
  constructor(detail, { line, column, pointer } = {}) {
    super(line === undefined ? detail : `${detail} (line ${line}, column ${column})`);
    this.detail = detail;
    this.name = new.target.name;
    this.line = line;
    this.column = column;
    this.pointer = pointer;
  }
}
exports.MalformedMessage = MalformedMessage;
/** More bytes than any form takes. */
class MessageTooLarge extends MalformedMessage {}
exports.MessageTooLarge = MessageTooLarge;
/** Line and column of an offset into a text. */
function placeAt(text, offset) {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
//# sourceMappingURL=malformed-message.js.map
