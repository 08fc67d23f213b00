/** One colour for whoever has to act, the same in every chart; white text on each has a contrast of at least 4.5 to 1. */
const COLOURS: Readonly<Record<string, string>> = {
  customs: '#1d4ed8',
  agency: '#7c3aed',
  trader: '#b45309',
  bank: '#047857',
  port: '#0e7490',
  system: '#64748b',
};

export const OWNERS_SHOWN = Object.keys(COLOURS);

export const ownerColour = (owner: string | undefined): string => COLOURS[owner ?? ''] ?? '#475569';
