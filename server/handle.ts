// What happens to a request on its way to its route's handler and back: who it is from, its parameters, its answer.
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Door, Visitor } from './accounts/door.ts';
import { doing } from './action.ts';
import { jsonSchema } from './openapi.ts';
import { clientOf } from './operation/rate.ts';
import { asksFor } from './routes/accept.ts';
import { sendAnswer } from './routes/answers.ts';
import { type AnyRoute, type Context, needsOf } from './routes/declare.ts';
import { parseParameters } from './routes/parse.ts';
import { sendJson } from './routes/send-json.ts';
import { isStreamed, readerGone, sendStream } from './routes/stream-answer.ts';
import type { TextAnswer } from './schema/brief.ts';
import { having, type Seen, seenFrom, seenText } from './seen.ts';
import { actAs, type Who } from './who.ts';

interface Locals {
  id: string;
  visitor?: Visitor | undefined;
}

/** The one place that asks whether somebody may: before the body is read, for the least that the route needs. */
export function admission(route: AnyRoute, door: Door | undefined): RequestHandler {
  const needs = needsOf(route);
  return async (request, response, next) => {
    const locals = response.locals as Locals;
    if (door !== undefined) {
      locals.visitor = await door.visitorOf(request, locals.id);
      if (needs !== 'anyone') door.admit(locals.visitor, typeof needs === 'object' ? needs.least : needs, request);
    }
    next();
  };
}

/** As whom it is done: without accounts as nobody in particular, who may everything. */
function whoOf({ id, visitor }: Locals, door: Door | undefined): Who {
  if (door === undefined) return { name: null, role: 'admin', via: 'open', request: id };
  // Of a route that is for anyone.
  return visitor?.who ?? { name: null, role: 'reader', via: 'open', request: id };
}

/** In which a program is told what it has written, and says so to whichever server it asks next; a browser has a cookie. */
const seenHeader = 'hearsay-seen';
/** After so long the followers of a cluster have it in any case, or it is told that they have not. */
const seenMs = 600_000;

function seenBy(request: Request): Seen {
  const sent = request.headers[seenHeader];
  const kept = new RegExp(`(?:^|; *)${seenHeader}=([^;]*)`).exec(request.headers.cookie ?? '')?.[1];
  return { given: seenFrom(typeof sent === 'string' ? sent : kept), made: [] };
}

function tellSeen(request: Request, response: Response, { made }: Seen): void {
  const text = seenText(made);
  if (text === '') return;
  const options = { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/api', maxAge: seenMs } as const;
  response.set(seenHeader, text).cookie(seenHeader, text, options);
}

/** Whether a body says who acts, in any of its forms. */
function saysWho(schema: z.ZodType | undefined): boolean {
  if (schema === undefined) return false;
  type Form = { properties?: Record<string, unknown>; anyOf?: Form[]; oneOf?: Form[] };
  const says = ({ properties, anyOf, oneOf }: Form): boolean =>
    properties?.by !== undefined || [...(anyOf ?? []), ...(oneOf ?? [])].some(says);
  return says(jsonSchema(schema, 'input') as Form);
}

/** With accounts nobody chooses under which name they act. */
function signed(body: unknown, name: string | null): unknown {
  return name === null || typeof body !== 'object' || body === null || Array.isArray(body)
    ? body
    : { ...body, by: name };
}

export function handlerOf(route: AnyRoute, context: Context): RequestHandler {
  const { door } = context;
  const needs = needsOf(route);
  // A note that is put back was written by who wrote it: its route sees to that.
  const isSigned = door !== undefined && route.path !== '/api/notes/restored' && saysWho(route.body);
  const answered = async (request: Request, response: Response, who: Who, seen: Seen): Promise<void> => {
    const params = parseParameters(route.params, request.params);
    const query = parseParameters(route.query, request.query as Record<string, unknown>) as Record<string, unknown>;
    const body: unknown = isSigned ? signed(request.body, who.name) : request.body;
    if (door !== undefined && typeof needs === 'object')
      door.admit((response.locals as Locals).visitor, needs.of({ query, body }), request);
    const caller = {
      client: clientOf(request),
      accept: request.headers.accept ?? '',
      signal: readerGone(response),
      session: door?.sessionIn(request) ?? null,
      giveCookie: (secret: string | null) => door?.giveCookie(request, response, secret),
    };
    // What is kept here of answers is then of no earlier state than the client has seen at another server.
    if (seen.given.length > 0) await context.store.ping();
    // Beside JSON only to who asks by name: whatever keeps answers is to tell them apart.
    if (route.other !== undefined) response.vary('Accept');
    const isOther = route.other?.some((type) => asksFor(caller.accept, type)) === true;
    if (context.answers !== undefined && route.shared === true && !isOther) {
      const day = new Date().toISOString().slice(0, 10);
      const question = JSON.stringify([route.path, params, query, day]);
      const made = context.answers.of(question, () => route.handle(context, { params, query, body, caller }));
      return sendAnswer(request, response, await made);
    }
    let answer: unknown;
    try {
      answer = await route.handle(context, { params, query, body, caller });
    } finally {
      // Also of what was refused in its middle: something of it may be there.
      tellSeen(request, response, seen);
    }
    if (isStreamed(answer)) await sendStream(response, answer);
    else if (route.media === undefined) await sendJson(response, answer);
    else sendText(response, answer as TextAnswer);
  };
  return (request, response) => {
    const who = whoOf(response.locals as Locals, door);
    const seen = seenBy(request);
    const work = () => having(seen, () => answered(request, response, who, seen));
    if (route.method === 'get') return actAs(who, work);
    // What it changes is put into the audit log under what the route does.
    const address = `${request.method} ${request.path}`.slice(0, 500);
    return actAs(who, () => doing(route.summary, address, work));
  };
}

/** A page of its own has a policy of its own, and may be shown inside this server's pages. */
function sendText(response: Response, { type, text, fileName, policy }: TextAnswer): void {
  if (policy !== undefined) {
    response.set('Content-Security-Policy', `${policy}; frame-ancestors 'self'`).set('X-Frame-Options', 'SAMEORIGIN');
  }
  response
    .set('Content-Type', `${type}; charset=utf-8`)
    .set('Content-Disposition', `inline; filename="${fileName}"`)
    .send(text);
}
