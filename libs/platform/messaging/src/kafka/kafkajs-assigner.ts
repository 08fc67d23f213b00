import { AssignerProtocol, type PartitionAssigner } from './kafkajs';

/** Gives the only member of a group these partitions of every topic. */
export function assignerOf(partitions: readonly number[]): PartitionAssigner {
  const [name, version, userData] = ['followed', 1, Buffer.alloc(0)];
  return () => ({
    name,
    version,
    assign: ({ members, topics }) => {
      const assignment = Object.fromEntries(topics.map((topic) => [topic, [...partitions]]));
      const memberAssignment = AssignerProtocol.MemberAssignment.encode({ version, assignment, userData });
      return Promise.resolve(members.map(({ memberId }) => ({ memberId, memberAssignment })));
    },
    protocol: ({ topics }) => ({
      name,
      metadata: AssignerProtocol.MemberMetadata.encode({ version, topics, userData }),
    }),
  });
}
