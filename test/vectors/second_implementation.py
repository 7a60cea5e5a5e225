#!/usr/bin/env python3
"""A second, independent implementation of tp1's hashes, log and draws. Standard library only.

Usage: second_implementation.py <folder with the vectors>
Checks everything a draw rests on but the beacon's BLS signature, and the whole log of the demo bundle.
"""
import base64
import hashlib
import hmac
import json
import pathlib
import struct
import sys

FOLDER = pathlib.Path(sys.argv[1])
checks = failed = 0


def check(name, one, other):
    global checks, failed
    checks += 1
    if one != other:
        failed += 1
        print(f"FAILED {name}: {str(one)[:80]} != {str(other)[:80]}")


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def jcs(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def sha(data):
    return hashlib.sha256(data).digest()


def tagged(tag, value):
    return sha(tag.encode() + b"\n" + jcs(value)).hex()


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


# -- the vectors -----------------------------------------------------------------------------------------------


def conventions():
    for case in load("jcs")["cases"]:
        if case["canonical"] is not None:
            check("jcs", jcs(case["value"]).decode(), case["canonical"])
            check("hash", tagged("tp1/test", case["value"]), case["h"])
    sig = load("sig")
    check("kid", tagged("tp1/kid", {"alg": "Ed25519", "pub": sig["pub"]})[:16], sig["kid"])
    message = b"tp1/sig\n" + sig["tag"].encode() + b"\n" + jcs(sig["payload"])
    check("message", message.hex(), sig["message_hex"])


def streams():
    for case in load("draw-stream")["cases"]:
        seed, label = bytes.fromhex(case["seed"]), case["label"]
        stream = words(seed, label)
        check("words", [next(stream) for _ in range(20)], case["first20words"])
        stream = words(seed, label)
        rejecting = [uniform(stream, 3_000_000_000) for _ in range(8)]
        check("rejection", rejecting, case["uniform_m3000000000_first8"])
        for count, order in case["permutations"].items():
            check("permutation", permutation(seed, label, int(count)), order)


def panel():
    v = load("draw-panel-drand")
    spec, rows = v["spec"], v["rows"]
    for person, row in zip(v["people"], rows):
        idc = tagged("tp1/draw/identity", {"salt": person["idSalt"], "who": person["who"]})
        check("idc", idc, row["idc"])
    check("row order", [row["idc"] for row in rows], sorted(row["idc"] for row in rows))
    check("pool", root([leaf(jcs(row)) for row in rows]).hex(), spec["pool"]["root"])
    check("randomness", sha(bytes.fromhex(v["drandSignature"])).hex(), v["final"]["randomness"])
    inputs = [{"id": one["id"], "nonce": one["nonce"]} for one in v["lock"]["inputs"]]
    check("seed", seed_of(spec, v["lock"], inputs, v["final"]), v["seed"])
    order = sequences(v["seed"], spec["rules"], rows)
    check("sequences", order, v["sequences"])
    drawn = Panel(spec["rules"], rows, order)
    check("initial", drawn.seats, v["initial"])
    replaced = [entry["by"] for entry in v["log"] if "by" in entry]
    check("events", [drawn.replace(event["row"]) for event in v["events"]], replaced)
    check("panel", drawn.seats, v["panel"])


def commitments(v, spec, nonces):
    for one in v["lock"]["inputs"]:
        commit = {"drawId": spec["drawId"], "specHash": v["lock"]["specHash"], "id": one["id"]}
        check("commit", tagged("tp1/draw/commit", {**commit, "nonce": nonces[one["id"]]}), one["commit"])


def escrow():
    v = load("draw-escrow")
    spec = v["spec"]
    nonces = {one["id"]: one["nonce"] for one in v["reveals"]}
    for forced in v["forced"]:
        deposit = next(d for d in v["deposits"] if d["id"] == forced["id"])
        context = {"kind": "draw", "drawId": spec["drawId"], "id": forced["id"]}
        for share in forced["shares"]:
            commit = next(s["commit"] for s in deposit["shares"] if s["x"] == share["x"])
            check("share", tagged("tp1/share", {"ctx": context, **share}), commit)
        nonces[forced["id"]] = combine([share["share"] for share in forced["shares"]])
    contributions = [{"id": i, "nonce": nonce} for i, nonce in nonces.items()]
    commitments(v, spec, nonces)
    check("escrow seed", seed_of(spec, v["lock"], contributions, v["final"]), v["seed"])
    order = sequences(v["seed"], spec["rules"], value_rows(spec))
    check("escrow panel", Panel(spec["rules"], value_rows(spec), order).seats, v["panel"])


def coefficient():
    v = load("draw-coefficient")
    spec = v["spec"]
    commitments(v, spec, {one["id"]: one["nonce"] for one in v["contributions"]})
    check("coefficient seed", seed_of(spec, v["lock"], v["contributions"], v["final"]), v["seed"])
    order = sequences(v["seed"], spec["rules"], value_rows(spec))
    check("coefficient", spec["pool"]["values"][order["values"][0]], v["value"])


def shares():
    for case in load("seal")["recoverCases"]:
        if case["name"] == "holders 1+3":
            recovered = combine([share["share"] for share in case["shares"]])
            check("secret", recovered, case["expect"]["secret"])


def log():
    v = load("tlog")
    leaves = [leaf(base64.b64decode(entry)) for entry in v["entries"]]
    check("leaves", [one.hex() for one in leaves], v["leafHashes"])
    for size, expected in enumerate(v["roots"]):
        check("root", root(leaves[:size]).hex(), expected)


def bundle():
    v = load("bundle")
    entries = [base64.b64decode(entry) for entry in v["entries"]]
    leaves = [leaf(entry) for entry in entries]
    for checkpoint in v["checkpoints"]:
        _, size, tree = checkpoint["note"].split("\n")[:3]
        check("checkpoint", base64.b64encode(root(leaves[: int(size)])).decode(), tree)
    records = {i: json.loads(entry) for i, entry in enumerate(entries) if len(entry) != 32}
    for one in v["records"]:
        check("record", sealed(one["record"], one["salt"]), entries[one["index"]])
        records[one["index"]] = one["record"]
    heads = {}
    for index, record in sorted(records.items()):
        n, prev = heads.get(record["scope"], (0, "0" * 64))
        check("chain", (record["n"], record["prev"]), (n, prev))
        heads[record["scope"]] = (n + 1, leaves[index].hex())
    closed = next(record for record in records.values() if record["type"] == "bids.closed")
    hashes = {one["bid"]["bid"]: tagged("tp1/bid", one["bid"]) for one in v["bids"]}
    check("closed list", {one["bid"]: one["bidHash"] for one in closed["body"]["bids"]}, hashes)


for part in (conventions, streams, panel, escrow, coefficient, shares, log, bundle):
    part()
print("beacon: not checked")
print(f"{checks} checks, {failed} failed")
sys.exit(1 if failed else 0)
