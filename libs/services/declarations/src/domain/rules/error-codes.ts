/**
 * Codes of the rules that hold whatever the data set. No international list exists; these are the United
 * Kingdom's for its Declaration Service (published as CDSnnnnn or DMSnnnnn, the same), the only list that is
 * published whole, each used in the meaning of its published text. What an authority asks by data set has its
 * own code in its pack.
 */
export const ERROR_CODES = {
  /** "Mandatory Data Element has not been provided" */
  missing: 'CDS10001',
  /** "Format Error: Invalid format" */
  format: 'CDS10010',
  /** "Data Element contains invalid value" */
  invalidValue: 'CDS10020',
  /** "Value must be positive" */
  notPositive: 'CDS10021',
  /** "The value declared in Total Number of Items does not correspond with the number of Goods Items" */
  itemCount: 'CDS11003',
  /** "The combination of … requested procedure and/or previous procedure code is invalid" */
  procedureCombination: 'CDS11004',
  /** "Net Mass must be lower than Gross Mass" */
  netAboveGross: 'CDS11006',
  /** "The acceptance date must not be in the future" */
  dateAhead: 'CDS12016',
  /** "The Goods Item Number is larger than the total number of Goods Items" */
  itemNumberBeyond: 'CDS12022',
  /** "The value declared should be unique" */
  notUnique: 'CDS12024',
  /** "A valid Requested Procedure has not been provided" */
  procedure: 'CDS12050',
  /** "A valid Declaration Type has not been provided" */
  declarationType: 'CDS12052',
  /** "Additional errors found" */
  more: 'CDS19999',
} as const;
