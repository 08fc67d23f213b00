/** One thing that is wrong with a pack, and where. */
export interface Fault {
  readonly file: string;
  /** The line in a CSV, counted from 1 with the header; the path in a JSON file, `/taxes/1`. */
  readonly row?: number | string;
  readonly field?: string;
  readonly message: string;
}

/** A pack that cannot be used, with everything that is wrong with it. */
export class PackFaults extends Error {
  constructor(
    readonly folder: string,
    readonly faults: readonly Fault[],
  ) {
    super(`${folder} has ${faults.length} fault(s):\n${faults.map(faultLine).join('\n')}`);
    this.name = 'PackFaults';
  }
}

function faultLine({ file, row, field, message }: Fault): string {
  const place = [file, row, field].filter((part) => part !== undefined && part !== '').join(' · ');
  return `  ${place}: ${message}`;
}
