export default async function stopPostgres(): Promise<void> {
  await globalThis.tonggwanPostgres?.stop();
  globalThis.tonggwanPostgres = undefined;
}
