'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.writeWcoXml = exports.readWcoXml = void 0;
var read_wco_xml_1 = require('./read-wco-xml');
Object.defineProperty(exports, 'readWcoXml', {
  enumerable: true,
  get: function () {
    return read_wco_xml_1.readWcoXml;
  },
});
var write_wco_xml_1 = require('./write-wco-xml');
Object.defineProperty(exports, 'writeWcoXml', {
  enumerable: true,
  get: function () {
    return write_wco_xml_1.writeWcoXml;
  },
});
//# sourceMappingURL=index.js.map
