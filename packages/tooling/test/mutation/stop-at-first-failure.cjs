const { TestEnvironment } = require('jest-environment-node');

/** Passes over the tests after the first one that fails: a mutant needs to be killed only once. */
module.exports = class StopAtFirstFailure extends TestEnvironment {
  #failed = false;

  handleTestEvent(event) {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') this.#failed = true;
    if (event.name === 'test_start' && this.#failed) event.test.mode = 'skip';
  }
};
