const FORM = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-(\d{1,6})$/;

/** A version of a declaration has at most one payment notice, so both make its number. */
export function noticeNumber(declarationId: string, version: number): string {
  return `${declarationId}-${version}`;
}

/** The declaration that a notice is about; undefined when the number was never one of ours. */
export function declarationOf(number: string): string | undefined {
  return FORM.exec(number)?.[1];
}
