export { default as hosts } from './hosts.json' with { type: 'json' };
export { default as problem } from './problem.json' with { type: 'json' };
export { default as shell } from './shell.json' with { type: 'json' };
export { default as signIn } from './sign-in.json' with { type: 'json' };
