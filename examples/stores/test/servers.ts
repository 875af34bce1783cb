import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A server that this process started, with a folder of its own. */
export interface Server {
  /** The URL of Redis, or the folder with the socket of PostgreSQL. */
  readonly place: string;
  stop(): Promise<void>;
}

/** Starts a `redis-server` that keeps nothing, on a port that is free. */
export async function startRedis(folder: string): Promise<Server> {
  const port = await freePort();
  const ready = join(folder, 'redis.sock');
  const settings = { port, bind: '127.0.0.1', unixsocket: ready, save: '', appendonly: 'no', dir: folder };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const place = `redis://127.0.0.1:${port}`;
  return start(find('redis-server'), args, { folder, place, ready, end: 'SIGTERM' });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts a PostgreSQL with the role `oms`. It refuses to run as root, so that root runs it as another user. */
export async function startPostgres(folder: string): Promise<Server> {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const options = ['--auth=trust', '--username=oms', '--no-sync', '--encoding=UTF8', '--locale=C'];
  execFileSync(find('initdb'), ['--pgdata', data, ...options], { ...user, cwd: folder, stdio: 'pipe' });
  const settings = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const ready = join(data, 'postmaster.pid');
  return start(find('postgres'), settings, { ...user, folder, place: folder, ready, end: 'SIGINT' });
}

/** How a server is run: as whom, where, what it writes when it is ready, and the signal that ends it in good order. */
interface Running {
  readonly uid?: number;
  readonly gid?: number;
  readonly folder: string;
  readonly place: string;
  readonly ready: string;
  readonly end: NodeJS.Signals;
}

async function start(command: string, args: readonly string[], running: Running): Promise<Server> {
  const { folder, place, ready, end, ...user } = running;
  const child = spawn(command, args, { ...user, cwd: folder, stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!isReady(ready)) {
    if (child.exitCode !== null)
      throw new Error(`${command} ended with ${child.exitCode} before it was ready.`);
    await setTimeout(20);
  }
  return {
    place,
    stop: async () => {
      child.kill(end);
      await ended;
    },
  };
}

/** PostgreSQL writes its state into the eighth line of a file; the socket of Redis is there or not. */
function isReady(file: string): boolean {
  if (!existsSync(file)) return false;
  return !file.endsWith('.pid') || readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** An executable of the PATH, or of a folder that Debian keeps outside it. */
function find(name: string): string {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian).map((version) => join(debian, version, 'bin'))
    : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions];
  const found = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
  if (found === undefined) {
    throw new Error(`There is no ${name}: install the Debian packages redis-server and postgresql.`);
  }
  return found;
}

/** The user that Debian makes for PostgreSQL, or else nobody. */
function unprivilegedUser(): { readonly uid: number; readonly gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].map((name) => users.find(([entry]) => entry === name)).find(Boolean);
  if (user === undefined) throw new Error('PostgreSQL refuses to run as root, and there is no user for it.');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
