"""The offline verifier (tp1 section 6) a second time. Steps carry the names of docs/protocols/bundle.md."""
import calendar
import json
import re
import time

from crypto import age_open, ed25519_verify, has_one_stanza, recipient_of
from draws import verify_draws
from hall_draws import hall_draws_step
from fault import Fault, need
from tp1 import combine, included, jcs, kid, leaf, root, sealed, sha, tagged, unbase64

CLEAR = set(
    "draw.spec draw.lock draw.deposit draw.reveal draw.forced draw.final draw.result draw.event draw.void "
    "base_price.sealed base_price.opened bids.closed tender.closed".split()
)
MEMBERS = {"v", "type", "scope", "n", "prev", "at", "actor", "body"}
HEX64 = re.compile(r"[0-9a-f]{64}")


def seconds(text):
    try:
        stamp = calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
    except (ValueError, TypeError):
        return None
    return stamp if time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(stamp)) == text else None


def is_hex(value, size):
    return isinstance(value, str) and re.fullmatch(f"[0-9a-f]{{{2 * size}}}", value) is not None


def signed(pub, tag, payload, sig):
    if not isinstance(sig, dict) or sig.get("alg") != "Ed25519" or sig.get("kid") != kid(pub):
        return False
    message = b"tp1/sig\n" + tag.encode() + b"\n" + jcs(payload)
    return is_hex(sig.get("sig"), 64) and ed25519_verify(bytes.fromhex(pub), message, bytes.fromhex(sig["sig"]))


# -- format and checkpoints ------------------------------------------------------------------------------------


def note_key(text):
    name, ident, tail = text.split("+", 2)
    data = unbase64(tail)
    need(data is not None and len(data) == 33, "format", "policy")
    need(sha(name.encode() + b"\n" + data)[:4].hex() == ident, "format", "policy")
    return name, ident, data[0], data[1:]


def formal(bundle):
    need(isinstance(bundle, dict) and bundle.get("format") == "tp1/bundle", "format", "malformed")
    need(isinstance(bundle["policy"].get("demo", False), bool), "format", "malformed")
    for key in bundle["keys"]:
        need(is_hex(key.get("pub"), 32) and is_hex(key.get("kid"), 8), "format", "malformed")
        need(kid(key["pub"]) == key["kid"], "format", "key_id")
    need(len({key["kid"] for key in bundle["keys"]}) == len(bundle["keys"]), "format", "key_twice")
    policy = bundle["policy"]
    try:
        log, witnesses = note_key(policy["log"]), [note_key(text) for text in policy["witnesses"]]
    except ValueError:
        raise Fault("format", "policy") from None
    need(log[2] == 1 and all(one[2] == 4 for one in witnesses), "format", "policy")
    need(len(set(witnesses)) == len(witnesses) >= policy["quorum"], "format", "policy")
    need(policy["quorum"] >= 2 and 2 * policy["quorum"] > len(witnesses), "format", "quorum_too_small")
    return log, witnesses, policy["quorum"]


def cosigned(text, body, pub):
    stamp = int.from_bytes(body[:8], "big")
    message = f"cosignature/v1\ntime {stamp}\n{text}".encode()
    return stamp if len(body) == 72 and ed25519_verify(pub, message, body[8:]) else None


def checkpoint(note, log, witnesses, quorum):
    need(note.endswith("\n") and "\n\n" in note, "checkpoints", "note_malformed")
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    signatures = []
    for line in lines[:-1].split("\n"):
        match = re.fullmatch(r"— (\S+) ([A-Za-z0-9+/=]+)", line)
        data = unbase64(match.group(2)) if match else None
        need(data is not None and len(data) >= 5, "checkpoints", "note_malformed")
        signatures.append((match.group(1), data[:4].hex(), data[4:]))
    parts = text.split("\n")
    need(len(parts) == 4 and parts[3] == "", "checkpoints", "checkpoint_malformed")
    need(re.fullmatch("0|[1-9][0-9]{0,15}", parts[1]), "checkpoints", "checkpoint_malformed")
    tree = unbase64(parts[2])
    need(tree is not None and len(tree) == 32, "checkpoints", "checkpoint_malformed")
    need(parts[0] == log[0], "checkpoints", "wrong_log")
    own = [body for name, ident, body in signatures if (name, ident) == log[:2]]
    valid = own and all(ed25519_verify(log[3], text.encode(), body) for body in own)
    need(valid, "checkpoints", "log_signature")
    times = []
    for witness in witnesses:
        stamps = [cosigned(text, body, witness[3]) for name, ident, body in signatures if (name, ident) == witness[:2]]
        times += [stamp for stamp in stamps if stamp is not None][:1]
    times.sort()
    return int(parts[1]), tree, times[quorum - 1] if len(times) >= quorum else None


# -- entries, records, chains ----------------------------------------------------------------------------------


def is_record(record):
    return (
        isinstance(record, dict)
        and set(record) == MEMBERS
        and record["v"] == 1
        and isinstance(record["body"], dict)
        and isinstance(record["type"], str)
        and isinstance(record["scope"], str)
        and type(record["n"]) is int
        and record["n"] >= 0
        and is_hex(record["prev"], 32)
        and is_hex(record["actor"], 8)
        and seconds(record["at"]) is not None
        and (record["n"] == 0) == (record["prev"] == "0" * 64)
    )


def read_entry(entry):
    """The clear record of an entry; None for a sealed one."""
    if len(entry) == 32:
        return None
    try:
        record = json.loads(entry.decode("utf-8"))
        need(jcs(record) == entry, "entries", "entry")
    except ValueError:
        raise Fault("entries", "entry") from None
    need(32 < len(entry) <= 65535 and is_record(record) and record["type"] in CLEAR, "entries", "entry")
    return record


def entry_of(record, salt):
    need(is_record(record), "records", "record")
    need((record["type"] in CLEAR) == (salt is None), "records", "salt")
    try:
        entry = jcs(record) if salt is None else sealed(record, salt)
    except ValueError:
        raise Fault("records", "record") from None
    return entry


def disclosed(one, entries):
    entry = entry_of(one["record"], one["salt"])
    need(0 <= one["index"] < len(entries) and entries[one["index"]] == entry, "records", "not_the_entry")
    return one["record"]


def proof_of(text):
    """A c2sp.org/tlog-proof@v1 text: index, hashes, checkpoint."""
    head, found, note = text.partition("\n\n")
    lines = head.split("\n")
    match = re.fullmatch(r"index (0|[1-9]\d{0,15})", lines[1]) if len(lines) > 1 else None
    need(found and lines[0] == "c2sp.org/tlog-proof@v1" and match and len(lines) <= 65, "records", "receipt")
    hashes = [unbase64(line) for line in lines[2:]]
    need(all(one is not None and len(one) == 32 for one in hashes), "records", "receipt")
    return int(match.group(1)), hashes, note


def from_receipts(bundle, checkpoints, read_note):
    """The records of a bundle that gives receipts in the place of the log, and the checkpoints they bring."""
    need(not bundle["entries"] and not bundle["records"], "format", "entries_and_receipts")
    records, leaves, notes = {}, {}, {}
    for one in bundle["receipts"]:
        entry = entry_of(one["record"], one["salt"])
        index, hashes, note = proof_of(one["proof"])
        if note not in notes:
            try:
                notes[note] = read_note(note)
            except Fault as fault:
                raise Fault("records", fault.reason) from None
        size, tree, stamp = notes[note]
        need(included(leaf(entry), index, size, hashes, tree), "records", "not_the_entry")
        need(index not in records, "records", "twice")
        need(stamp is not None, "records", "receipt_without_quorum")
        records[index], leaves[index] = one["record"], leaf(entry)
    by_size = {}
    for one in checkpoints + list(notes.values()):
        other = by_size.get(one[0])
        need(other is None or other[1] == one[1], "entries", "root")
        if other is None or other[2] is None:
            by_size[one[0]] = one
    merged = [by_size[size] for size in sorted(by_size)]
    need(merged and merged[-1][2] is not None, "checkpoints", "no_quorum")
    return records, leaves, merged


def from_entries(bundle, checkpoints, size):
    """The records of a bundle that gives the whole log."""
    need(size == len(bundle["entries"]), "checkpoints", "entries_uncovered")
    need(checkpoints and checkpoints[-1][2] is not None, "checkpoints", "no_quorum")
    entries = [unbase64(entry) for entry in bundle["entries"]]
    need(None not in entries, "entries", "entry")
    records = {index: record for index, record in enumerate(map(read_entry, entries)) if record}
    leaves = [leaf(entry) for entry in entries]
    for covered, tree, _ in checkpoints:
        need(root(leaves[:covered]) == tree, "entries", "root")
    scopes(records, bundle["scope"])
    seen = set()
    for one in bundle["records"]:
        need(one["index"] not in seen, "records", "twice")
        seen.add(one["index"])
        records[one["index"]] = disclosed(one, entries)
    return records, leaves, checkpoints


def scopes(records, scope):
    """A clear record of this tender under another scope would hide a second try from its chain."""
    for record in records.values():
        body = record["body"]
        ours = body.get("tender") == scope or str(body.get("drawId")).startswith(f"{scope}/")
        need(record["type"] not in CLEAR or not ours or record["scope"] == scope, "records", "in_another_scope")


def chains(records, leaves, scope):
    heads, holes = {}, {}
    for index, record in sorted(records.items()):
        name = record["scope"]
        n, prev = heads.get(name, (0, "0" * 64))
        need(record["n"] >= n, "chains", "number_twice")
        need(record["n"] > n or record["prev"] == prev, "chains", "broken")
        holes[name] = holes.get(name, 0) + record["n"] - n
        heads[name] = (record["n"] + 1, leaves[index].hex())
    own = [record for _, record in sorted(records.items()) if record["scope"] == scope]
    need(own, "chains", "nothing_of_it")
    ends = [record for record in own if record["type"] == "tender.closed"]
    for end in ends:
        fits = len(ends) == 1 and end["body"].get("n") == end["n"] and end["body"].get("tender") == scope
        need(fits, "chains", "tender_closed")
        need(own[-1] is end, "chains", "after_tender_closed")
    need(all(count == 0 for name, count in holes.items() if name != scope), "chains", "hole")
    need(not ends or holes.get(scope, 0) == 0, "chains", "hole")
    return bool(ends)


# -- bids, closing, keys, envelopes ----------------------------------------------------------------------------


def of_type(log, *types):
    return [(i, r) for i, r in sorted(log["records"].items()) if r["type"] in types and r["scope"] == log["scope"]]


def opening_of(log):
    opening = None
    for _, record in of_type(log, "tender.published", "tender.amended"):
        if not isinstance(record["body"].get("opening"), dict):
            continue
        if opening:
            need(seconds(record["at"]) <= seconds(opening["deadline"]), "bids", "deadline_moved_late")
        opening = record["body"]["opening"]
        times = seconds(opening.get("deadline")), seconds(opening.get("openAt"))
        need(None not in times and times[0] <= times[1], "bids", "opening")
        lots = opening.get("lots", [])
        need(len(set(lots)) == len(lots), "bids", "opening")
    return opening


def bid_objects(bundle):
    objects = {}
    for one in bundle["bids"]:
        bid = one["bid"]
        whole = isinstance(bid, dict) and isinstance(bid.get("envelopes"), list) and isinstance(bid.get("bid"), str)
        need(whole, "bids", "malformed")
        need(bid["bid"] not in objects, "bids", "twice")
        objects[bid["bid"]] = (bid, one["blobs"])
    return objects


def check_bid(bid, log, used):
    need(bid["tender"] == log["scope"], "bids", "bid_invalid")
    lots = log["opening"].get("lots")
    need(bid.get("lot") in lots if lots else "lot" not in bid, "bids", "bid_invalid")
    mode, holders = log["opening"]["mode"], log["opening"]["holders"]
    expected = [] if mode == "bidder" else [holder["x"] for holder in holders]
    for envelope in bid["envelopes"]:
        recipient = envelope["recipient"]
        taken = recipient in used or recipient in [holder["recipient"] for holder in holders]
        need(not taken, "bids", "recipient_reused")
        used.add(recipient)
        need([share["x"] for share in envelope["shares"]] == expected, "bids", "bid_invalid")
        for share in envelope["shares"]:
            data = unbase64(share["envelope"])
            need(data is not None and has_one_stanza(data), "bids", "bid_invalid")


def submissions(bundle, log, closing):
    objects, used, submitted = log["objects"], set(), []
    keys = {key["kid"]: key for key in bundle["keys"]}
    deadline = seconds(log["opening"]["deadline"])
    of_bids = [(i, r) for i, r in sorted(log["records"].items()) if r["type"] in ("bid.submitted", "bid.withdrawn")]
    need(all(index < closing for index, _ in of_bids), "bids", "after_the_closing")
    for index, record in of_bids:
        if record["type"] != "bid.submitted":
            continue
        body = record["body"]
        need(record["scope"] == f"{log['scope']}/bid/{body['bid']}", "bids", "scope")
        need(body["bid"] in objects, "bids", "object_missing")
        bid = objects[body["bid"]][0]
        try:
            hashed = tagged("tp1/bid", bid)
        except ValueError:
            raise Fault("bids", "malformed") from None
        need(hashed == body["bidHash"], "bids", "hash")
        check_bid(bid, log, used)
        key = keys.get(body["sig"].get("kid"))
        need(key is not None and key["id"] == bid["bidder"], "bids", "unknown_key")
        need(signed(key["pub"], "tp1/bid", bid, body["sig"]), "bids", "signature")
        arrived = body.get("arrivedAt")
        grace = 0 if arrived is None else log["opening"]["submitGraceSec"]
        need(arrived is None or seconds(arrived) <= deadline, "bids", "late")
        need(seconds(record["at"]) <= deadline + grace, "bids", "late")
        withdrawals = [r for _, r in of_bids if r["type"] == "bid.withdrawn" and r["scope"] == record["scope"]]
        for one in withdrawals:
            payload = {"tender": bid["tender"], "bid": bid["bid"], "bidHash": hashed, "withdrawn": True}
            fits = one["body"]["bid"] == bid["bid"] and signed(key["pub"], "tp1/bid", payload, one["body"]["sig"])
            need(fits, "bids", "withdrawal")
        submitted.append((bid, hashed, bool(withdrawals)))
    return submitted


def closed_list(submitted):
    """Submitted − withdrawn − superseded (tp1 section 4.3)."""
    last = {}
    for bid, _, _ in submitted:
        place = bid["bidder"], bid.get("lot")
        last[place] = max(last.get(place, 0), bid["seq"])
    return {
        bid["bid"]: hashed
        for bid, hashed, gone in submitted
        if not gone and bid["seq"] == last[bid["bidder"], bid.get("lot")]
    }


def failed_lots(log, index, bids):
    """Lots whose bids went back unopened: each said once, after the closing, with the number of its bids."""
    failed = set()
    for at, record in of_type(log, "lot.failed"):
        body = record["body"]
        lot = body["lot"]
        received = sum(log["objects"][one["bid"]][0].get("lot") == lot for one in bids)
        fits = body["tender"] == log["scope"] and at > index and lot in log["opening"].get("lots", [])
        need(fits and lot not in failed and body["bids"] == received < body["minimum"], "closing", "lot_failed")
        failed.add(lot)
    return failed


def bids_step(bundle, log):
    closings = of_type(log, "bids.closed")
    need(len(closings) <= 1, "closing", "twice")
    log["opening"] = opening_of(log)
    if not closings:
        return None
    need(log["opening"] is not None, "bids", "opening_missing")
    index, record = closings[0]
    log["objects"] = bid_objects(bundle)
    submitted = submissions(bundle, log, index)
    deadline, gate = seconds(log["opening"]["deadline"]), log["gate"](index)
    late = seconds(record["at"]) >= deadline and (gate is None or gate[1] >= deadline)
    need(late, "closing", "before_the_deadline")
    body = record["body"]
    need(body["tender"] == log["scope"] and body["count"] == len(body["bids"]), "closing", "count")
    lines = sorted((one["bid"], one["bidHash"]) for one in body["bids"])
    need(lines == sorted(closed_list(submitted).items()), "closing", "list")
    failed = failed_lots(log, index, body["bids"])
    return {"index": index, "leaf": log["leaves"][index].hex(), "bids": body["bids"], "failed": failed}


def rule_of(log, env):
    """Visibility and stage of an envelope; without a rule: None, 1."""
    for one in log["opening"].get("envelopes", []):
        if one["id"] == env:
            return one["visibility"], one["stage"]
    return None, 1


def stages_step(bundle, log, closed):
    """From which entry on the keys of an envelope of a later stage may come, by stage and bid."""
    later = sorted({one["stage"] for one in log["opening"].get("envelopes", [])})[1:]
    ends = {(r["body"].get("bid"), r["body"].get("env")): (i, r["type"]) for i, r in of_type(log, "opening.opened", "opening.failed")}
    supervisor = next((key for key in bundle["keys"] if key["id"] == "supervisor"), None)
    going, starts = [one["bid"] for one in closed["bids"]], {}
    for at, (index, record) in enumerate(of_type(log, "opening.stage")):
        body = record["body"]
        payload = {name: body[name] for name in ("closed", "stage", "admitted")}
        lawful = supervisor and body["closed"] == closed["leaf"] and at < len(later) and body["stage"] == later[at]
        lawful = lawful and set(body["admitted"]) <= set(going) and len(set(body["admitted"])) == len(body["admitted"])
        need(lawful and signed(supervisor["pub"], "tp1/opening/stage", payload, body["sig"]), "keys", "stage_decision")
        for bid in going:
            for envelope in log["objects"][bid][0]["envelopes"]:
                if rule_of(log, envelope["id"])[1] < body["stage"]:
                    end = ends.get((bid, envelope["id"]))
                    need(end is not None and end[0] < index, "keys", "stage_before_its_time")
                    need(end[1] == "opening.opened" or bid not in body["admitted"], "keys", "admitted_though_failed")
        going = body["admitted"]
        gate = log["gate"](index)
        starts.update({(body["stage"], bid): gate[0] if gate else float("inf") for bid in going})
    return starts


def stage_start(log, starts, bid, env):
    stage = rule_of(log, env)[1]
    return 0 if stage == 1 else starts.get((stage, bid), float("inf"))


def keys_step(bundle, log, closed):
    released = of_type(log, "opening.key", "opening.share")
    if closed is None:
        need(not released, "keys", "before_the_closing")
        return []
    gate = log["gate"](closed["index"])
    start = gate[0] if gate else float("inf")
    for index, record in of_type(log, "opening.released")[:1]:
        body = record["body"]
        key = next((key for key in bundle["keys"] if key["id"] == "supervisor"), None)
        payload = {"closed": body.get("closed"), "reason": body.get("reason")}
        lawful = key and body.get("closed") == closed["leaf"] and signed(key["pub"], "tp1/opening/release", payload, body["sig"])
        need(lawful, "keys", "release_decision")
        start = min(start, index + 1)
    listed = {one["bid"] for one in closed["bids"]}
    log["starts"] = stages_step(bundle, log, closed)
    for index, record in released:
        body = record["body"]
        need(index >= start, "keys", "before_the_closing")
        need(seconds(record["at"]) >= seconds(log["opening"]["openAt"]), "keys", "before_the_opening")
        need(body["closed"] == closed["leaf"], "keys", "against_another_closing")
        need(body["bid"] in listed, "keys", "for_a_bid_not_closed")
        need(log["objects"][body["bid"]][0].get("lot") not in closed["failed"], "keys", "of_a_failed_lot")
        share = record["type"] == "opening.share"
        need(not (share and log["opening"]["mode"] == "bidder"), "keys", "share_without_holders")
        need(share or log["opening"]["mode"] != "threshold", "keys", "key_in_threshold_mode")
        need(index >= stage_start(log, log["starts"], body["bid"], body["env"]), "keys", "before_its_stage")
        visibility, plain = rule_of(log, body["env"])[0], "secret" in body or "share" in body
        need(not (visibility == "restricted" and plain), "keys", "secret_of_restricted")
        need(not (visibility == "public" and not plain), "keys", "secret_withheld")
    return [(index, record["body"]) for index, record in released]


def parts_root(data):
    size = 8 * 1024 * 1024
    pieces = [data[at : at + size] for at in range(0, len(data), size)] or [b""]
    return root([leaf(sha(piece)) for piece in pieces]).hex()


def stored(blobs, name, described):
    data = blobs.get(name)
    same = data is not None and sha(data).hex() == described["sha256"] and len(data) == described["size"]
    return data if same and ("parts" not in described or parts_root(data) == described["parts"]) else None


def open_envelope(bid, envelope, secret, blobs):
    """Verdict, manifest and hash of the manifest (tp1 section 4.5, 4)."""
    key, env = bytes.fromhex(secret), envelope["id"]
    sealed_manifest = stored(blobs, f"{env}/manifest", envelope["manifest"])
    if sealed_manifest is None:
        return "PLATFORM_CORRUPT", None, None
    plain = age_open(key, sealed_manifest)
    try:
        manifest = json.loads(plain.decode("utf-8"))
        bound = jcs(manifest) == plain and all(
            manifest[name] == bid[name] for name in ("tender", "bid", "bidder")
        ) and manifest.get("lot") == bid.get("lot")
        ids = [one["id"] for one in manifest["files"]]
        bound = bound and manifest["env"] == env and ids == [one["id"] for one in envelope["files"]]
    except (AttributeError, ValueError, KeyError, TypeError):
        bound = False
    if not bound:
        return "BIDDER_FAULT", None, None
    for described, file in zip(manifest["files"], envelope["files"]):
        data = stored(blobs, f"{env}/{file['id']}", file)
        if data is None:
            return "PLATFORM_CORRUPT", None, None
        content = age_open(key, data)
        fits = content is not None and sha(content).hex() == described["sha256"] and len(content) == described["size"]
        if not fits:
            return "BIDDER_FAULT", None, None
    return "OK", manifest, sha(plain).hex()


def find_key(bid, envelope, opening, released):
    """Verdict, secret and whose it is (tp1 section 4.4)."""
    mode = opening["mode"]
    posted = [] if mode == "threshold" else [one["secret"] for one in released if "secret" in one]
    for secret in posted:
        if recipient_of(bytes.fromhex(secret)) == envelope["recipient"]:
            return "OK", secret, "bidder"
    shares = [one for one in released if "share" in one]
    if posted and not shares:
        return "WRONG_SECRET", None, None
    if mode != "threshold" and not (mode == "either" and opening["onBidderAbsence"] == "holders"):
        return "BIDDER_ABSENT", None, None
    ctx = {"kind": "seal", "tender": bid["tender"], "bid": bid["bid"], "env": envelope["id"]}
    commits = {share["x"]: share["commit"] for share in envelope["shares"]}
    good = {}
    for one in shares:
        if tagged("tp1/share", {"ctx": ctx, "x": one["x"], "share": one["share"]}) == commits.get(one["x"]):
            good.setdefault(one["x"], one["share"])
    if len(good) < opening["t"]:
        return "TOO_FEW_SHARES", None, None
    secret = combine(list(good.values())[: opening["t"]])
    if recipient_of(bytes.fromhex(secret)) != envelope["recipient"]:
        return "DEALER_FAULT", None, None
    return "OK", secret, "holders"


def restricted(bid, envelope, log, blobs, secrets, released, record):
    """What can be checked of a restricted envelope: more where the auditor's bundle holds its key."""
    body, name = record["body"], (bid["bid"], envelope["id"])
    opened = record["type"] == "opening.opened"
    need(body.get("sheet") is None, "envelopes", "content_of_restricted")
    hashes = [one["secretHash"] for one in released if "secretHash" in one]
    dealt = {share["x"]: share["commit"] for share in envelope["shares"]}
    good = {one["x"] for one in released if "commit" in one and dealt.get(one["x"]) == one["commit"]}
    enough = log["opening"]["mode"] != "bidder" and len(good) >= log["opening"]["t"]
    if opened:
        backed = body.get("secretHash") in hashes if body["by"] == "bidder" else enough and "secretHash" in body
    else:
        backed = body["verdict"] not in ("BIDDER_ABSENT", "TOO_FEW_SHARES") or not (hashes or enough)
    need(backed, "envelopes", "another_verdict")
    secret = next((one["secret"] for one in secrets if (one["bid"], one["env"]) == name), None)
    if secret is None:
        return
    hashed = tagged("tp1/seal/secret", {"bid": name[0], "env": name[1], "secret": secret})
    need(hashed == body.get("secretHash", hashes[0] if hashes else None), "envelopes", "another_secret")
    fits = recipient_of(bytes.fromhex(secret)) == envelope["recipient"]
    verdict, _, digest = open_envelope(bid, envelope, secret, blobs) if fits else ("WRONG_SECRET", None, None)
    need(verdict == ("OK" if opened else body["verdict"]), "envelopes", "another_verdict")
    need(verdict != "OK" or digest == body.get("manifestSha256"), "envelopes", "another_manifest")


def deliveries(log, announced):
    entitled = {one["id"] for one in log["opening"].get("entitled", [])}
    for _, record in of_type(log, "opening.delivered"):
        body = record["body"]
        said = announced.get((body["bid"], body["env"]))
        fits = said and rule_of(log, body["env"])[0] == "restricted"
        need(fits and said[1]["body"].get("secretHash") == body["secretHash"], "envelopes", "delivery")
        need(all(one["id"] in entitled for one in body["to"]), "envelopes", "delivered_to_another")


def envelopes_step(bundle, log, closed, released, complete):
    announced, outcomes = {}, []
    for index, record in of_type(log, "opening.opened", "opening.failed"):
        name = record["body"]["bid"], record["body"]["env"]
        need(name not in announced, "envelopes", "announced_twice")
        announced[name] = (index, record)
    if closed is None:
        return outcomes
    failed = of_type(log, "tender.failed")
    unopened = failed and not announced and not released and failed[0][0] > closed["index"]
    if unopened:
        body = failed[0][1]["body"]
        if body["bids"] == len(closed["bids"]) < body["minimum"]:
            return outcomes
    for line in closed["bids"]:
        bid, blobs = log["objects"][line["bid"]]
        blobs = {name: unbase64(blob) for name, blob in blobs.items()}
        for envelope in bid["envelopes"]:
            name = line["bid"], envelope["id"]
            if bid.get("lot") in closed["failed"]:
                need(name not in announced, "envelopes", "of_a_failed_lot")
                continue
            own = [one for _, one in released if (one["bid"], one["env"]) == name and ("secret" in one or "share" in one)]
            visibility, stage = rule_of(log, envelope["id"])
            start = stage_start(log, log["starts"], *name)
            need(name not in announced or announced[name][0] >= start, "envelopes", "before_its_stage")
            returned = stage > 1 and (stage, line["bid"]) not in log["starts"]
            due = complete and not returned and (visibility is not None or own)
            need(name in announced or not due, "envelopes", "never_opened")
            if name not in announced:
                continue
            index, record = announced[name]
            before = [one for at, one in released if (one["bid"], one["env"]) == name and at < index]
            hashed = any((one["bid"], one["env"]) == name and ("secretHash" in one or "commit" in one) for _, one in released)
            if visibility == "restricted" or (visibility is None and hashed and not own):
                restricted(bid, envelope, log, blobs, bundle.get("secrets", []), before, record)
            else:
                outcomes.append(judged(bid, envelope, log, blobs, before, index, record))
    deliveries(log, announced)
    return outcomes


def judged(bid, envelope, log, blobs, released, index, record):
    body = record["body"]
    verdict, secret, by = find_key(bid, envelope, log["opening"], released)
    manifest = digest = None
    if secret is not None:
        verdict, manifest, digest = open_envelope(bid, envelope, secret, blobs)
    said = "OK" if record["type"] == "opening.opened" else body["verdict"]
    same = verdict == said and (verdict != "OK" or by == body["by"])
    need(same, "envelopes", "another_verdict")
    if manifest is not None:
        need(body.get("manifestSha256") == digest, "envelopes", "another_manifest")
        need(jcs(body.get("sheet")) == jcs(manifest.get("sheet")), "envelopes", "another_content")
    nonce = manifest and manifest["nonce"]
    return {"bid": bid["bid"], "env": envelope["id"], "index": index, "nonce": nonce, "opened": verdict == "OK"}


# -- base prices -----------------------------------------------------------------------------------------------

PRICE = re.compile(r"(?!0\.00$)(0|[1-9][0-9]{0,13})\.[0-9]{2}")


def has_form(body, more):
    """Tender, a lot perhaps, and the other members, all in form."""
    lot = body.get("lot", 1)
    fits = set(body) - {"lot"} == {"tender", *more} and isinstance(body["tender"], str)
    fits = fits and type(lot) is int and 1 <= lot <= 999
    return fits and all(
        PRICE.fullmatch(str(body[name])) is not None if name == "price" else is_hex(body[name], 32) for name in more
    )


def public_end(log, closed):
    """The last record of the opening of public first envelopes."""
    end = closed["index"] if closed else float("inf")
    for index, record in of_type(log, "opening.opened", "opening.failed") if closed else []:
        visibility, stage = rule_of(log, record["body"]["env"])
        end = max(end, index) if visibility != "restricted" and stage == 1 else end
    return end


def base_prices_step(log, closed):
    """Commitments before the closing, one for each lot; values as sealed, once, after every public first bid."""
    step, scope, sealed, opened = "base_prices", log["scope"], {}, set()
    notices = [index for index, _ in of_type(log, "tender.published")]
    for index, record in of_type(log, "base_price.sealed"):
        body = record["body"]
        need(has_form(body, ["commit"]), step, "malformed")
        lot, lots = body.get("lot"), log["opening"].get("lots") if closed else None
        fits = body["tender"] == scope and (closed is None or (lot in lots if lots else lot is None))
        need(fits, step, "base_price_of_another")
        need(notices and index > notices[0], step, "base_price_before_notice")
        need(lot not in sealed, step, "base_price_twice")
        if closed is not None:
            latest = seconds(log["opening"]["deadline"]) + log["opening"]["submitGraceSec"]
            need(index < closed["index"] and seconds(record["at"]) <= latest, step, "base_price_late")
        sealed[lot] = body["commit"]
    start = public_end(log, closed)
    for index, record in of_type(log, "base_price.opened"):
        body = record["body"]
        need(has_form(body, ["price", "nonce"]), step, "malformed")
        lot = body.get("lot")
        need(index > start, step, "base_price_early")
        need(lot is None or lot not in closed["failed"], step, "base_price_of_failed_lot")
        need(lot not in opened, step, "base_price_opened_twice")
        same = body["tender"] == scope and tagged("tp1/base-price", body) == sealed.get(lot)
        need(same, step, "base_price_not_sealed")
        opened.add(lot)


# -- everything ------------------------------------------------------------------------------------------------


def verify(bundle):
    """Verifies a bundle; raises Fault with the step and reason of the first thing that does not hold."""
    log_key, witnesses, quorum = formal(bundle)
    whole = "receipts" not in bundle
    checkpoints, size = [], 0
    for one in bundle["checkpoints"]:
        read = checkpoint(one["note"], log_key, witnesses, quorum)
        fits = not whole or read[0] <= len(bundle["entries"])
        need(read[0] == one["size"] and size <= read[0] and fits, "checkpoints", "size")
        size = read[0]
        checkpoints.append(read)
    scope = bundle["scope"]
    if whole:
        records, leaves, checkpoints = from_entries(bundle, checkpoints, size)
    else:
        note = lambda text: checkpoint(text, log_key, witnesses, quorum)
        records, leaves, checkpoints = from_receipts(bundle, checkpoints, note)
        scopes(records, scope)
    own = {i: r for i, r in records.items() if r["scope"] == scope or r["scope"].startswith(f"{scope}/")}
    complete = chains(own, leaves, scope)

    def gate(index):
        return next(((covered, stamp) for covered, _, stamp in checkpoints if covered > index and stamp), None)

    log = {"records": own, "leaves": leaves, "scope": scope, "gate": gate}
    closed = bids_step(bundle, log)
    released = keys_step(bundle, log, closed)
    outcomes = envelopes_step(bundle, log, closed, released, complete)
    base_prices_step(log, closed)
    own_scope = {i: r for i, r in own.items() if r["scope"] == scope}
    verify_draws(own_scope, leaves, scope, gate, bundle["keys"], closed, outcomes, complete, signed)
    opened = {one["bid"] for one in outcomes if one["opened"]}
    hall_draws_step(own_scope, opened, public_end(log, closed))
