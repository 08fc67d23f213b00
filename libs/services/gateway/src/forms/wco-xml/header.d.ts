/** The fields of MetaData before the declaration, in the order of DocumentMetaData_2_DMS.xsd. */
export declare const HEADER_FIELDS: readonly [
  'wcoDataModelVersionCode',
  'wcoTypeName',
  'responsibleCountryCode',
  'responsibleAgencyName',
  'agencyAssignedCustomizationCode',
  'agencyAssignedCustomizationVersionCode',
];
/** Which model a message follows and who has adapted it. */
export type Header = Partial<Record<(typeof HEADER_FIELDS)[number], string>>;
