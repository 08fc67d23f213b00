'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.writeWcoXml =
  exports.readWcoXml =
  exports.MessageTooLarge =
  exports.MalformedMessage =
  exports.readJson =
    void 0;
var json_1 = require('./json');
Object.defineProperty(exports, 'readJson', {
  enumerable: true,
  get: function () {
    return json_1.readJson;
  },
});
var malformed_message_1 = require('./malformed-message');
Object.defineProperty(exports, 'MalformedMessage', {
  enumerable: true,
  get: function () {
    return malformed_message_1.MalformedMessage;
  },
});
Object.defineProperty(exports, 'MessageTooLarge', {
  enumerable: true,
  get: function () {
    return malformed_message_1.MessageTooLarge;
  },
});
var wco_xml_1 = require('./wco-xml');
Object.defineProperty(exports, 'readWcoXml', {
  enumerable: true,
  get: function () {
    return wco_xml_1.readWcoXml;
  },
});
Object.defineProperty(exports, 'writeWcoXml', {
  enumerable: true,
  get: function () {
    return wco_xml_1.writeWcoXml;
  },
});
//# sourceMappingURL=index.js.map
