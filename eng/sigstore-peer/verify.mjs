// Holds the proofs of eng/Policing.AuditProof against @sigstore/verify: each is accepted, and none of them once a single bit is changed.
//
//   node eng/sigstore-peer/verify.mjs FOLDER [how many proofs have every bit changed: 12]
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { verifyCheckpoint } = require('@sigstore/verify/dist/tlog/checkpoint.js');
const { verifyMerkleInclusion } = require('@sigstore/verify/dist/tlog/merkle.js');

const [folder, most = '12'] = process.argv.slice(2);
if (!folder) {
  console.error('usage: node eng/sigstore-peer/verify.mjs FOLDER [PROOFS]');
  process.exit(2);
}

const log = readLog(readFileSync(join(folder, 'ecdsa.vkey'), 'utf8'));
const proofs = readFileSync(join(folder, 'proofs.ndjson'), 'utf8').trimEnd().split('\n').map(line => readProof(JSON.parse(line)));
for (const proof of proofs) if (!isAccepted(proof)) fail(`the proof of entry ${proof.index} of ${proof.size} is refused`);

// From the smallest trees to the largest.
const wanted = Number(most);
const step = Math.max(1, Math.floor(proofs.length / wanted));
let flips = 0, spellings = 0;
for (let i = proofs.length - 1, n = 0; i >= 0 && n < wanted; i -= step, n++) flipAll(proofs[i]);
console.log(`@sigstore/verify: ${proofs.length} inclusion proofs accepted; of ${flips} single-bit changes none accepted, besides ${spellings} that write the same signature in other base64 (ours refuses those too)`);

function readLog(vkey) {
  const [name, id] = vkey.split('+', 2);
  const typed = Buffer.from(vkey.slice(name.length + id.length + 2), 'base64');
  return { baseURL: name, logID: Buffer.from(id, 'hex'), publicKey: createPublicKey({ key: typed.subarray(1), format: 'der', type: 'spki' }) };
}

function readProof({ index, size, entry, hashes, checkpoint }) {
  return { index: BigInt(index), size, entry: Buffer.from(entry, 'base64'), hashes: hashes.map(hash => Buffer.from(hash, 'base64')), envelope: Buffer.from(checkpoint) };
}

function isAccepted({ index, entry, hashes, envelope }) {
  const inclusionProof = { logIndex: index.toString(), hashes, checkpoint: { envelope: envelope.toString('utf8') } };
  try {
    verifyMerkleInclusion({ canonicalizedBody: entry, inclusionProof }, verifyCheckpoint({ inclusionProof }, [log]));
    return true;
  } catch (error) {
    if (error.name !== 'VerificationError' && error.code !== 'TLOG_INCLUSION_PROOF_ERROR') throw error;
    return false;
  }
}

function flipAll(proof) {
  for (let bit = 0n; bit < 63n; bit++) refuse({ ...proof, index: proof.index ^ (1n << bit) }, `bit ${bit} of the index`);
  flipBytes(proof.entry, entry => refuse({ ...proof, entry }, 'a bit of the entry'));
  proof.hashes.forEach((hash, at) => flipBytes(hash, changed => refuse({ ...proof, hashes: proof.hashes.with(at, changed) }, `a bit of hash ${at}`)));
  flipBytes(proof.envelope, envelope => {
    // Node's base64 passes over characters that are none: then the text has another spelling and the same bytes.
    if (saysTheSame(envelope, proof.envelope)) spellings++;
    else refuse({ ...proof, envelope }, 'a bit of the checkpoint');
  });
}

function flipBytes(bytes, use) {
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] ^= 1 << (bit & 7);
    use(changed);
  }
}

function saysTheSame(envelope, other) {
  const [a, b] = [parts(envelope), parts(other)];
  return a.head === b.head && a.payload.equals(b.payload);
}

// All but the base64 of the last line, and what that decodes to.
function parts(envelope) {
  const text = envelope.toString('utf8');
  const at = text.trimEnd().lastIndexOf(' ');
  return { head: text.slice(0, at) + text.endsWith('\n'), payload: Buffer.from(text.slice(at + 1), 'base64') };
}

function refuse(proof, what) {
  flips++;
  if (isAccepted(proof)) fail(`with ${what} changed the proof of entry ${proof.index} of ${proof.size} is accepted`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
