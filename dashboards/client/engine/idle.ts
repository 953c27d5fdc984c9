/** After a choice the reader may choose again. */
const pause = 1000;

/** Works through tasks in idle moments, and not while the reader chooses: what is shown comes first. */
export class Idle {
  #quietFrom = 0;

  constructor(private readonly tasks: (() => void)[]) {
    this.#ask();
  }

  hold(): void {
    this.#quietFrom = performance.now() + pause;
  }

  #ask(): void {
    requestIdleCallback(deadline => this.#work(deadline));
  }

  #work(deadline: IdleDeadline): void {
    const wait = this.#quietFrom - performance.now();
    if (wait > 0) return void setTimeout(() => this.#ask(), wait);
    do this.tasks.shift()?.(); while (this.tasks.length > 0 && deadline.timeRemaining() > 5);
    if (this.tasks.length > 0) this.#ask();
  }
}
