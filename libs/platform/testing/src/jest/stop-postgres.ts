export default async function stopPostgres(): Promise<void> {
  await globalThis.tonggwanKafka?.stop();
  globalThis.tonggwanKafka = undefined;
  await globalThis.tonggwanPostgres?.stop();
  globalThis.tonggwanPostgres = undefined;
}
