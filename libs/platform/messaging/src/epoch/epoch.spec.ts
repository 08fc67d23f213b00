import { type Epoch, entryInto } from './epoch';

const epochs = (...firsts: number[]): readonly Epoch[] =>
  firsts.map((first, index) => ({ epoch: index + 1, firsts: [first] }));
const at = (epoch: number, position: number): { epoch: number; position: number } => ({ epoch, position });

describe('a reader of a log that has begun a new life at 101', () => {
  const lives = epochs(1, 101);
  it('who is not so far reads on', () => expect(entryInto(lives, 0, at(1, 99))).toBeUndefined());
  it('who stands right before it enters it', () =>
    expect(entryInto(lives, 0, at(1, 100))).toEqual({ mark: at(2, 100), lost: undefined }));
  it('who has seen more stands at a fork, and goes on at its first', () =>
    expect(entryInto(lives, 0, at(1, 150))).toEqual({ mark: at(2, 100), lost: { first: 101, last: 150 } }));
  it('who is in it already stays where he is', () => expect(entryInto(lives, 0, at(2, 150))).toBeUndefined());
});

describe('a reader who has missed a life', () => {
  it('enters that which began the furthest back', () =>
    expect(entryInto(epochs(1, 101, 81), 0, at(1, 90))).toEqual({
      mark: at(3, 80),
      lost: { first: 81, last: 90 },
    }));
  it('enters the one in between, which he shares with the last', () =>
    expect(entryInto(epochs(1, 101, 151), 0, at(1, 120))).toEqual({
      mark: at(2, 100),
      lost: { first: 101, last: 120 },
    }));
  it('enters the later of two that began at the same place', () =>
    expect(entryInto(epochs(1, 101, 101), 0, at(1, 100))?.mark).toEqual(at(3, 100)));
});
