import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.ts';
import { html, sendPage } from './pages.ts';
import type { App } from './routes.ts';

const FORM = 'application/x-www-form-urlencoded';

/** Whether a page's form sent it; otherwise a program did, and is answered in JSON. */
export function isForm({ headers, routeOptions }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return routeOptions.config.form === true && type === FORM;
}

/** Lets the routes of one set that say so (`config.form`) take what a page's form posts. */
export function takeForms(app: App): void {
  app.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 8192 }, (request, body, done) => {
    if (isForm(request)) done(null, Object.fromEntries(new URLSearchParams(String(body))));
    else done(notTaken());
  });
}

function notTaken(): Error {
  return Object.assign(new TypeError('This route takes no form.'), { code: 'FST_ERR_CTP_INVALID_MEDIA_TYPE' });
}

/** The answer to a form that was refused: the words of the problem, and the way back to the form. */
export function sendProblemPage(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  const body = html`<div class="problem">
      <p>${problem.message}</p>
      <p>${problem.remedy}</p>
    </div>
    <p><a href="${request.routeOptions.url}">Back</a></p>`;
  return sendPage(reply, { title: 'That did not work', status: reply.statusCode, body });
}
