import { type Check, groupedBy, repeated } from './evidence';

/** Whoever was told that his declaration was taken finds it, once, and under one id for one reference. */
export const lodgings: Check = ({ history, told }) => {
  const received = history.filter(({ type, data }) => type === 'LodgementReceived' && data.version === 1);
  const referenceOf = ({ data }: (typeof received)[number]): string =>
    `${String(data.party)} ${String(data.lrn)}`;
  const ids = new Set(received.map(({ key }) => key));
  const lost = told.lodged.flatMap(({ lrn, declarationId }) =>
    ids.has(declarationId) ? [] : [`${lrn} was taken as ${declarationId}, and there is no such declaration`],
  );
  const split = [...groupedBy(told.lodged, ({ party, lrn }) => `${party} ${lrn}`)].flatMap(
    ([reference, all]) =>
      new Set(all.map(({ declarationId }) => declarationId)).size > 1
        ? [`${reference} was answered with several ids`]
        : [],
  );
  return [
    ...lost,
    ...split,
    ...repeated(received, referenceOf, (reference, count) => `${reference} is lodged ${count} times`),
  ];
};
