import { removeData } from '@tonggwan/service-host';

export default async function stopPostgres(): Promise<void> {
  await globalThis.tonggwanKafka?.stop();
  globalThis.tonggwanKafka = undefined;
  await globalThis.tonggwanPostgres?.stop();
  globalThis.tonggwanPostgres = undefined;
  if (globalThis.tonggwanData) removeData(globalThis.tonggwanData);
  globalThis.tonggwanData = undefined;
}
