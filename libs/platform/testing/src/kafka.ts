/** Tests on Kafka: skipped by name where there is no Java or Maven, without which a run in CI does not even begin. */
export function describeWithKafka(name: string, tests: () => void): void {
  if (process.env.TEST_KAFKA_URL) describe(name, tests);
  else describe.skip(`${name} (lacks Java or Maven)`, tests);
}
