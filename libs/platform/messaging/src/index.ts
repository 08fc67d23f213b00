export { Archive, type ArchivedPartition } from './archive/archive';
export { verifyFile } from './archive/verify-file';
export { Batch } from './batch';
export { ALL_BUCKETS, bucketOf, BUCKETS } from './bucket';
export type { BucketShare, BucketWork } from './engine/bucket-share';
export type { Consumer, Engine, Subscription } from './engine/engine';
export { type Appended, Bell } from './engine/bell';
export { RecentHistory } from './engine/recent-history';
export type { Lag } from './engine/lag';
export { NoLanes } from './engine/no-lanes';
export {
  ArchiveUnreadable,
  Conflict,
  EventTooLarge,
  LogClosed,
  TimedOut,
  Unprocessable,
  Unreachable,
} from './errors';
export type { Epoch, Fork, Sighting } from './epoch/epoch';
export { EVENT_BYTES_MAX, type OutgoingEvent, placeName, type Received, type StoredEvent } from './event';
export type { EventTypes } from './event-types';
export { HttpHistory, LOG_PAGE_EVENTS_MAX, type LogDoors } from './http/http-history';
export type {
  CarriedRecord,
  Carrier,
  DeliveredRecord,
  Delivery,
  Listener,
  Parcel,
  Reader,
} from './kafka/carrier';
export { carriedOf } from './kafka/carried';
export { KafkaEngine } from './kafka/kafka-engine';
export { Deliveries } from './kafka/deliveries';
export { kafkaSubscription } from './kafka/kafka-subscription';
export { KafkaJsCarrier } from './kafka/kafkajs-carrier';
export { Marks } from './kafka/marks';
export { Post } from './kafka/post';
export { Relay } from './kafka/relay';
export { failureOf } from './lane/failure';
export type { Handler, Handlers } from './lane/handlers';
export type { Lane } from './lane/lane';
export type { Gathering } from './lane/patience';
export { LANE_SETTINGS, type LaneSettings, sleep } from './lane/settings';
export { withinTime } from './lane/time-limit';
export { MemoryEngine } from './memory/memory-engine';
export { MemoryLog, type ReadableLog } from './memory/memory-log';
export { MemoryStore } from './memory/memory-store';
export type { Holder } from './postgres/archive-holders';
export { archiveOutboxes, type ArchiveOrder, type ArchiveResult } from './postgres/archive-outbox';
export { archiveSql } from './postgres/archive-schema';
export { type Evidence, evidenceOf, reasonIn } from './postgres/epoch-evidence';
export { epochSql } from './postgres/epoch-schema';
export { openEpoch } from './postgres/open-epoch';
export { backlogOf } from './postgres/backlog';
export { assertDurable } from './postgres/durability';
export { Convoys } from './lane/convoys';
export { hotPool } from './postgres/hot-pool';
export { PostgresEngine } from './postgres/postgres-engine';
export { PostgresHistory } from './postgres/postgres-history';
export { PostgresSession } from './postgres/postgres-session';
export { PostgresStore } from './postgres/postgres-store';
export { eventLogSql, READER_ROLE, schemaOf } from './postgres/schema';
export { textArray } from './postgres/binary-array';
export type { GrowingTable } from './growing-table';
export { byDeclaration, type StateTable } from './state-table';
export type {
  DeadLetter,
  History,
  LaneMove,
  LaneName,
  LaneRow,
  Mark,
  MarkMove,
  StateWrite,
  Store,
  StoreTransaction,
  Versioned,
} from './store/store';
export { EventLogServer, type EventLogServerOptions } from './nest/event-log-server';
export { PassOn } from './nest/pass-on';
