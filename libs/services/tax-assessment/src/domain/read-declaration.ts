import type { DeclarationAccepted, DeclarationRegistered } from '@tonggwan/contracts';
import type { AssessableDeclaration } from './assessable-declaration';
import { declaredCharges } from './declared-charges';
import { additionalProcedures, declaredItem } from './declared-item';
import { declaredPayment } from './declared-payment';

export function assessableDeclaration(
  event: DeclarationRegistered | DeclarationAccepted,
): AssessableDeclaration {
  const { declarationId, version, party, office, taxPointAt, declaration } = event;
  const shipment = declaration.goodsShipment;
  const items = shipment?.governmentAgencyGoodsItem ?? [];
  const statements = declaration.additionalInformation ?? [];
  const procedures = items[0]?.governmentProcedure ?? [];
  const procedure = procedures.find(({ previousCode }) => previousCode);
  return {
    ...{ declarationId, version, party, office, taxPointAt },
    typeCode: declaration.typeCode ?? '',
    procedures: [
      `${procedure?.currentCode ?? ''}${procedure?.previousCode ?? ''}`,
      ...additionalProcedures(procedures),
    ],
    charges: declaredCharges(shipment?.customsValuation),
    items: items.map((item, index) => declaredItem(item, index, statements)),
    payment: declaredPayment(declaration, party),
  };
}
