/** A column of numbers that grows, outside the heap of objects. */
export class Numbers {
  length = 0;
  private room = new Float64Array(256);

  push(value: number): void {
    if (this.length === this.room.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = value;
  }

  /** The numbers up to now; of no use once more are added. */
  get all(): Float64Array {
    return this.room.subarray(0, this.length);
  }
}
