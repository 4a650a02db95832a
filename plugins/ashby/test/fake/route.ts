/** One endpoint: answers what stands beside `success: true`. */
export interface Route {
  readonly endpoint: string;
  readonly isWrite: boolean;
  readonly answer: (body: unknown) => object;
}
