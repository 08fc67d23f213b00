import { definitionsOf } from '../schema';
import { EVENTS, type EventClass } from './catalogue';

const SCHEMAS = '#/components/schemas/';

/** What a CloudEvents 1.0 message in Kafka's binary mode carries in its headers. */
const CLOUD_EVENT_HEADERS = {
  type: 'object',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type'],
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: { type: 'string' },
    ce_source: { type: 'string' },
    ce_type: { type: 'string' },
  },
};

/**
 * The events of all services as AsyncAPI 3: a channel for each service, whose topic only that service
 * writes.
 */
export function asyncApiDocument(): object {
  const sources = [...new Set(EVENTS.map((event) => event.source))];
  return {
    asyncapi: '3.0.0',
    info: { title: 'Tonggwan', version: '1', description: 'Every event that crosses a service border.' },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(sources.map((source) => [source, channel(source)])),
    operations: Object.fromEntries(sources.map((source) => [`publish-${source}`, publication(source)])),
    components: {
      messages: Object.fromEntries(EVENTS.map((event) => [event.type, message(event)])),
      schemas: Object.assign({}, ...EVENTS.map((event) => definitionsOf(event, SCHEMAS))) as object,
    },
  };
}

const eventsOf = (source: string): EventClass[] => EVENTS.filter((event) => event.source === source);

function channel(source: string): object {
  const messages = eventsOf(source).map(({ type }) => [type, { $ref: `#/components/messages/${type}` }]);
  return { address: `${source}.1`, title: source, messages: Object.fromEntries(messages) as object };
}

function publication(source: string): object {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${source}` },
    messages: eventsOf(source).map(({ type }) => ({ $ref: `#/channels/${source}/messages/${type}` })),
  };
}

function message({ type }: EventClass): object {
  return { name: type, title: type, headers: CLOUD_EVENT_HEADERS, payload: { $ref: `${SCHEMAS}${type}` } };
}
