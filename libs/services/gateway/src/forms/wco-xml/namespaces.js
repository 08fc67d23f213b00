'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.DEC_DATA = exports.DEC = exports.META_DATA = void 0;
/** Namespaces of WCO DEC messages as the United Kingdom's CDS takes them. */
exports.META_DATA = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2';
exports.DEC = 'urn:wco:datamodel:WCO:DEC-DMS:2';
/** Of the `DateTimeString` inside a date and time. */
exports.DEC_DATA = 'urn:wco:datamodel:WCO:Declaration_DS:DMS:2';
//# sourceMappingURL=namespaces.js.map
