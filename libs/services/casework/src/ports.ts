/** The clock on the wall, which leases go by even where the office's clock runs fast. */
export const WALL_CLOCK = Symbol('tonggwan.wall-clock');
