'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.readJson = void 0;
var read_json_1 = require('./read-json');
Object.defineProperty(exports, 'readJson', {
  enumerable: true,
  get: function () {
    return read_json_1.readJson;
  },
});
//# sourceMappingURL=index.js.map
