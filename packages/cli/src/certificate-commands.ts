import type { Command } from 'commander';
import { certificateKeys, getCertificate, makeReceipt } from './commands/certificate.ts';
import type { GetOptions } from './commands/certificate.ts';
import type { Work } from './commands/command.ts';
import { verifyCertificateFile } from './commands/verify-certificate.ts';
import type { VerifyOptions } from './commands/verify-certificate.ts';

/** Certificates: to file away, to hand out, to verify. */
export function addCertificateCommands(program: Command, start: (work: Work) => Promise<void>): void {
  const certificate = program.command('certificate').description('what proves a run, signed');
  certificate
    .command('get')
    .description('the certificate of a run, as signed JSON or as a PDF')
    .argument('[run]', 'the run (default: the newest)')
    .option('--pdf', 'to be read and printed; needs --out')
    .option('--language <language>', 'of the PDF: en, de, fr, es, sv')
    .option('--edition <number>', 'an earlier edition')
    .option('--out <file>', 'where to write it')
    .action((run: string | undefined, options: GetOptions) => start(getCertificate(run, options)));
  certificate
    .command('verify')
    .description('whether a file is a certificate; offline with --key')
    .argument('<file>', 'the certificate, as JSON')
    .option('--key <file>', 'public keys in PEM (default: those of this installation)')
    .option('--ledger <file>', 'what lethe ledger export wrote')
    .option('--receipt <secret>', 'what the person was handed: whether it is about them')
    .option('--account <id>', 'the id of an account in the host: whether it is about that; in the installation alone')
    .action((file: string, options: VerifyOptions) => start(verifyCertificateFile(file, options)));
  addKeyCommands(certificate, start);
}

function addKeyCommands(certificate: Command, start: (work: Work) => Promise<void>): void {
  certificate
    .command('keys')
    .description('the public keys certificates are verified with')
    .option('--renew', 'signs with a new key from now on')
    .option('--out <file>', 'also write them')
    .action((options: { renew?: boolean; out?: string }) => start(certificateKeys(options)));
  certificate
    .command('receipt')
    .description('makes the secret for the person, and shows it once')
    .argument('[run]', 'the run (default: the newest)')
    .action((run: string | undefined) => start(makeReceipt(run)));
}
