"""tp1's hashes, log, draws and shares, from the text of the protocol. Standard library only."""
import base64
import hashlib
import hmac
import json
import re
import struct


def plain(value):
    """Whether a value has a canonical form (tp1 section 1.1)."""
    if value is None or isinstance(value, (bool, str)):
        return not isinstance(value, str) or not any(0xD800 <= ord(c) <= 0xDFFF for c in value)
    if isinstance(value, int):
        return abs(value) <= 2**53 - 1
    if isinstance(value, list):
        return all(map(plain, value))
    return isinstance(value, dict) and all(
        re.fullmatch("[A-Za-z0-9_]{1,64}", key) and plain(inner) for key, inner in value.items()
    )


def jcs(value):
    if not plain(value):
        raise ValueError("no canonical form")
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def unbase64(text):
    """Padded base64 in its one form, or None."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return data if base64.b64encode(data).decode() == text else None


def sha(data):
    return hashlib.sha256(data).digest()


def tagged(tag, value):
    return sha(tag.encode() + b"\n" + jcs(value)).hex()


def kid(pub):
    return tagged("tp1/kid", {"alg": "Ed25519", "pub": pub})[:16]


# -- log (tp1 section 2) ---------------------------------------------------------------------------------------


def leaf(entry):
    return sha(b"\0" + entry)


def root(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return sha(b"\1" + root(leaves[:half]) + root(leaves[half:]))


def included(leaf_hash, index, size, hashes, tree):
    """RFC 9162 section 2.1.3.2: whether the path leads from the leaf to the root."""
    if index >= size:
        return False
    at, last, value = index, size - 1, leaf_hash
    for step in hashes:
        if last == 0:
            return False
        if at & 1 or at == last:
            value = sha(b"\1" + step + value)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            value = sha(b"\1" + value + step)
        at, last = at >> 1, last >> 1
    return last == 0 and value == tree


def sealed(record, salt):
    return sha(b"tp1/leaf\n" + bytes.fromhex(salt) + bytes.fromhex(tagged("tp1/record", record)))


# -- draws (tp1 section 3) -------------------------------------------------------------------------------------


def words(seed, label):
    for counter in range(2**62):
        message = b"tp1/draw/stream\n" + label.encode() + b"\n" + struct.pack(">Q", counter)
        yield from struct.unpack(">8I", hmac.new(seed, message, hashlib.sha256).digest())


def uniform(stream, bound):
    limit = 2**32 - 2**32 % bound
    return next(word for word in stream if word < limit) % bound


def permutation(seed, label, count):
    order, stream = list(range(count)), words(seed, label)
    for at in range(count - 1):
        other = at + uniform(stream, count - at)
        order[at], order[other] = order[other], order[at]
    return order


def sequences(seed, rules, rows):
    used = {s for pick in rules["pick"] for s in [pick["stratum"], *pick["fallback"]]}
    result = {}
    for stratum in used:
        members = [row["i"] for row in rows if stratum in row["strata"]]
        order = permutation(bytes.fromhex(seed), f"stratum/{stratum}", len(members))
        result[stratum] = [members[at] for at in order]
    return result


class Panel:
    def __init__(self, rules, rows, order):
        self.rules, self.rows, self.order, self.seats, self.ever = rules, rows, order, [], set()
        for pick in rules["pick"]:
            for _ in range(pick["seats"]):
                self.fill(pick["stratum"])

    def fits(self, row):
        return all(
            sum(self.rows[s["row"]]["tags"].get(cap["tag"]) == self.rows[row]["tags"].get(cap["tag"]) for s in self.seats)
            < cap["max"]
            for cap in self.rules["caps"]
        )

    def fill(self, stratum):
        pick = next(p for p in self.rules["pick"] if p["stratum"] == stratum)
        for via in [stratum, *pick["fallback"]]:
            for row in self.order[via]:
                if row not in self.ever and self.fits(row):
                    self.ever.add(row)
                    self.seats.append({"row": row, "stratum": stratum, "via": via})
                    return row
        return -1

    def replace(self, row):
        leaving = next(seat for seat in self.seats if seat["row"] == row)
        self.seats.remove(leaving)
        return self.fill(leaving["stratum"])


def seed_of(spec, lock, contributions, final):
    parts = {
        "drawId": spec["drawId"],
        "specHash": tagged("tp1/draw/spec", spec),
        "lockHash": tagged("tp1/draw/lock", lock),
        "contributions": sorted(contributions, key=lambda one: one["id"].encode()),
        "final": final,
    }
    return tagged("tp1/draw/seed", parts)


def value_rows(spec):
    return [{"i": i, "strata": ["values"], "tags": {}} for i in range(len(spec["pool"]["values"]))]


# -- shares (tp1 section 4.4): GF(2^8), polynomial 0x11b -------------------------------------------------------


def times(one, other):
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


def inverse(value):
    return next(other for other in range(1, 256) if times(value, other) == 1)


def combine(shares):
    points = [bytes.fromhex(share) for share in shares]
    secret = bytearray(32)
    for point in points:
        basis = 1
        for other in points:
            if other is not point:
                basis = times(basis, times(other[32], inverse(other[32] ^ point[32])))
        for at in range(32):
            secret[at] ^= times(point[at], basis)
    return secret.hex()
