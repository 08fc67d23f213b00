'use strict';
Object.defineProperty(exports, '__esModule', { value: true });
exports.HEADER_FIELDS = void 0;
/** The fields of MetaData before the declaration, in the order of DocumentMetaData_2_DMS.xsd. */
exports.HEADER_FIELDS = [
  'wcoDataModelVersionCode',
  'wcoTypeName',
  'responsibleCountryCode',
  'responsibleAgencyName',
  'agencyAssignedCustomizationCode',
  'agencyAssignedCustomizationVersionCode',
];
//# sourceMappingURL=header.js.map
