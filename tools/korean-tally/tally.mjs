// What the Korean rows must come to, worked out from the CSV alone: this file shares no code with the product, so that
// a mistake in one is not made in the other. Usage: node tally.mjs FILE.csv.gz… → one JSON object.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const SMALLEST_COLLECTED = 10_000n;
const VAT_PERCENT = 10n;

/** Digits without the point, and how many of them stand behind it. */
function exact(text) {
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: BigInt(fraction.length) };
}

const wholeWon = (text) => exact(text).digits / 10n ** exact(text).places;
const tenWon = (won) => (won / 10n) * 10n;

/** Duty at this rate and VAT on value plus duty, each cut to ten won only when it is due: VAT knows the duty uncut. */
function taxesOn(value, percent) {
  const { digits, places } = exact(percent);
  const scale = 100n * 10n ** places;
  const scaledDuty = value * digits;
  const scaledVat = (value * scale + scaledDuty) * VAT_PERCENT;
  return { duty: tenWon(scaledDuty / scale), vat: tenWon(scaledVat / (scale * 100n)) };
}

function rowsOf(file) {
  const [header, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((value, index) => [names[index], value])),
  );
}

/** The most frequent rate of each commodity and rate class, the lower one of two that are as frequent. */
function tableOf(rows) {
  const counts = new Map();
  for (const row of rows) {
    const key = `${row['HS6 Code'].padStart(6, '0')} ${row['Tax Type']}`;
    if (!counts.has(key)) counts.set(key, new Map());
    const rates = counts.get(key);
    rates.set(row['Tax Rate'], (rates.get(row['Tax Rate']) ?? 0) + 1);
  }
  const best = (rates) => [...rates].sort(([a, n], [b, m]) => m - n || Number(a) - Number(b))[0][0];
  return new Map([...counts].map(([key, rates]) => [key, best(rates)]));
}

function brokenRules(row) {
  const broken = [];
  if (exact(row['Net Mass']).digits === 0n) broken.push('KR-NET-MASS-POSITIVE');
  if (exact(row['Item Price']).digits === 0n) broken.push('KR-VALUE-POSITIVE');
  return broken;
}

const rows = process.argv.slice(2).flatMap(rowsOf);
const table = tableOf(rows);
const tally = {
  lodged: rows.length,
  rejected: 0,
  rejectedBy: {},
  held: 0,
  belowSmallest: 0,
  byRateClass: {},
};

for (const row of rows) {
  const broken = brokenRules(row);
  if (broken.length > 0) {
    tally.rejected += 1;
    for (const code of broken) tally.rejectedBy[code] = (tally.rejectedBy[code] ?? 0) + 1;
    continue;
  }
  const rate = table.get(`${row['HS6 Code'].padStart(6, '0')} ${row['Tax Type']}`);
  if (rate === undefined) {
    tally.held += 1;
    continue;
  }
  const value = wholeWon(row['Item Price']);
  const { duty, vat } = taxesOn(value, rate);
  if (duty + vat < SMALLEST_COLLECTED) tally.belowSmallest += 1;
  const sums = (tally.byRateClass[row['Tax Type']] ??= { declarations: 0, duty: 0n, vat: 0n });
  sums.declarations += 1;
  sums.duty += duty;
  sums.vat += vat;
}

console.log(JSON.stringify(tally, (_, value) => (typeof value === 'bigint' ? value.toString() : value)));
