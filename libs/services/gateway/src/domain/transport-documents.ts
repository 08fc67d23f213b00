import type { Declaration, PreviousDocument } from '@tonggwan/contracts';

const DOCUMENTS_MAX = 20;

/**
 * The documents under which a declaration's goods travel: what it names as previous documents, for the whole and for each
 * item (UCC data element 2/1: the entry summary, the bill of lading, the inventory reference).
 */
export function transportDocumentsOf({ goodsShipment }: Declaration): readonly string[] {
  const items = goodsShipment?.governmentAgencyGoodsItem ?? [];
  const named = [goodsShipment?.previousDocument, ...items.map((item) => item.previousDocument)].flatMap(
    identifiers,
  );
  return [...new Set(named)].sort().slice(0, DOCUMENTS_MAX);
}

function identifiers(documents: readonly PreviousDocument[] | undefined): readonly string[] {
  return (documents ?? []).flatMap(({ id }) => (id ? [id] : []));
}
