/** What is used of kafkajs, which nothing else of the product imports. */
export {
  AssignerProtocol,
  ConfigResourceTypes,
  type Consumer,
  Kafka,
  type KafkaMessage,
  logLevel,
  type PartitionAssigner,
  Partitioners,
  type Producer,
} from 'kafkajs';
