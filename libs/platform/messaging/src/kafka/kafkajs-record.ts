import type { KafkaMessage } from './kafkajs';
import type { DeliveredRecord } from './carrier';

/** What was delivered; nothing of what none of us has sent. */
export function recordOf({ key, value, headers = {} }: KafkaMessage): DeliveredRecord[] {
  return key && value ? [{ key, value, headers: headers as DeliveredRecord['headers'] }] : [];
}
