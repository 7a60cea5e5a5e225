"""The vectors of tp1, checked one by one."""
import base64
import json

from bundle import Fault, open_envelope, verify
from crypto import ed25519_verify
from tp1 import (
    Panel,
    combine,
    jcs,
    leaf,
    permutation,
    root,
    sealed,
    seed_of,
    sequences,
    sha,
    tagged,
    uniform,
    value_rows,
    words,
)

FOLDER = None
checks = failed = 0


def check(name, one, other):
    global checks, failed
    checks += 1
    if one != other:
        failed += 1
        print(f"FAILED {name}: {str(one)[:80]} != {str(other)[:80]}")


def load(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def conventions():
    for case in load("jcs")["cases"]:
        if case["canonical"] is not None:
            check("jcs", jcs(case["value"]).decode(), case["canonical"])
            check("hash", tagged("tp1/test", case["value"]), case["h"])
    sig = load("sig")
    check("kid", tagged("tp1/kid", {"alg": "Ed25519", "pub": sig["pub"]})[:16], sig["kid"])
    message = b"tp1/sig\n" + sig["tag"].encode() + b"\n" + jcs(sig["payload"])
    check("message", message.hex(), sig["message_hex"])


def signatures():
    sig = load("sig")
    message = bytes.fromhex(sig["message_hex"])
    signature = bytes.fromhex(sig["signature"]["sig"] if isinstance(sig["signature"], dict) else sig["signature"])
    check("signature", ed25519_verify(bytes.fromhex(sig["pub"]), message, signature), True)
    check("signature of another message", ed25519_verify(bytes.fromhex(sig["pub"]), message + b"x", signature), False)


def seal():
    v = load("seal")
    blobs = {name: base64.b64decode(blob) for name, blob in v["blobs"].items()}
    verdict, manifest, _ = open_envelope(v["bid"], v["bid"]["envelopes"][0], v["secret"], blobs)
    check("seal", (verdict, manifest), ("OK", v["manifest"]))


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
    try:
        verify(v)
        outcome = "ok"
    except Fault as fault:
        outcome = f"{fault.step}: {fault.reason}"
    check("bundle", outcome, "ok")
    closed = next(record for record in records.values() if record["type"] == "bids.closed")
    hashes = {one["bid"]["bid"]: tagged("tp1/bid", one["bid"]) for one in v["bids"]}
    check("closed list", {one["bid"]: one["bidHash"] for one in closed["body"]["bids"]}, hashes)


def check_vectors(folder):
    """Checks every vector of a folder; returns how many checks were made and how many failed."""
    global FOLDER
    FOLDER = folder
    for part in (conventions, signatures, streams, panel, escrow, coefficient, shares, seal, log, bundle):
        part()
    return checks, failed
