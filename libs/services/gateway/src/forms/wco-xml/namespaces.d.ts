/** Namespaces of WCO DEC messages as the United Kingdom's CDS takes them. */
export declare const META_DATA = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2';
export declare const DEC = 'urn:wco:datamodel:WCO:DEC-DMS:2';
/** Of the `DateTimeString` inside a date and time. */
export declare const DEC_DATA = 'urn:wco:datamodel:WCO:Declaration_DS:DMS:2';
