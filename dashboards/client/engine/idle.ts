/** After a choice the reader may choose again. */
const pause = 1000;
/** Milliseconds of work after which a click has its turn. */
const stretch = 15;

/** Works through tasks, a few at a time, and not while the reader chooses: what is shown comes first. */
export class Idle {
  #quietFrom = 0;

  constructor(private readonly tasks: (() => void)[]) {
    setTimeout(() => this.#work());
  }

  hold(): void {
    this.#quietFrom = performance.now() + pause;
  }

  #work(): void {
    const begun = performance.now();
    const wait = this.#quietFrom - begun;
    if (wait <= 0) do this.tasks.shift()?.(); while (this.tasks.length > 0 && performance.now() < begun + stretch);
    if (this.tasks.length > 0) setTimeout(() => this.#work(), wait);
  }
}
