// A bare Fastify with one empty route: what an answer costs on this machine while all the rest goes on. Says its address, then serves.
import fastify from 'fastify';

const app = fastify({ keepAliveTimeout: 75_000 });
app.get('/', async () => ({}));
process.send?.(JSON.stringify(await app.listen({ host: '127.0.0.1', port: 0 })));
process.once('disconnect', () => process.exit());
