import { tryRule } from '../../test/rule-tester.ts';
import { noReveal } from './no-reveal.ts';

const errors = [{ messageId: 'revealed' }];

tryRule('no-reveal', noReveal, {
  valid: [
    'show(person.name);',
    'const reveal = 1; show(reveal);',
    'const text = `${person.name}`;',
    "import { identifiersFrom } from '@lethe/core';",
    'const { name } = person;',
    'report.revealed;',
  ],
  invalid: [
    { code: 'person.name.reveal();', errors },
    { code: 'person.name?.reveal();', errors },
    { code: "person.name['reveal']();", errors },
    { code: 'person.name[`reveal`]();', errors },
    { code: 'const texts = names.map((name) => name.reveal());', errors },
    { code: 'const open = person.name.reveal; open.call(person.name);', errors },
    { code: 'const { reveal } = person.name;', errors },
    { code: "const { 'reveal': open } = person.name;", errors },
    { code: 'Personal.prototype.reveal.call(name);', errors },
    { code: "import { plainIdentifiers } from '@lethe/core';", errors },
    { code: "import { plainIdentifiers as plain } from '@lethe/core';", errors },
    { code: "import * as core from '@lethe/core'; core.plainIdentifiers(who);", errors },
  ],
});
