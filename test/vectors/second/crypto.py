"""Ed25519 verification (RFC 8032), X25519 (RFC 7748), ChaCha20-Poly1305 (RFC 8439), and age files of one X25519
recipient, written from their specifications. For checking only: nothing here runs in constant time."""
import base64
import functools
import hashlib
import hmac
import re
import struct

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    x = recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def add(one, other):
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, base):
    result = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            result = add(result, base)
        base = add(base, base)
        scalar >>= 1
    return result


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (recover_x(BASE_Y, 0), BASE_Y, 1, recover_x(BASE_Y, 0) * BASE_Y % P)


@functools.lru_cache(maxsize=4096)
def ed25519_verify(pub, message, signature):
    if len(pub) != 32 or len(signature) != 64:
        return False
    key, nonce = point(pub), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or nonce is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + pub + message).digest(), "little") % L
    one, other = multiply(s, BASE), add(nonce, multiply(h, key))
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def x25519(scalar, u):
    k = int.from_bytes(scalar, "little")
    k = (k & ~(7 | 128 << 8 * 31) & (2**256 - 1)) | 64 << 8 * 31
    x1 = int.from_bytes(u, "little") & ((1 << 255) - 1)
    x2, z2, x3, z3, swap = 1, 0, x1, 1, 0
    for bit in reversed(range(255)):
        now = k >> bit & 1
        if swap ^ now:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = now
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        da, cb, aa, bb = d * a, c * b, a * a, b * b
        x3, z3 = (da + cb) ** 2 % P, x1 * (da - cb) ** 2 % P
        e = aa - bb
        x2, z2 = aa * bb % P, e * (aa + 121665 * e) % P
    if swap:
        x2, x3, z2, z3 = x3, x2, z3, z2
    return (x2 * pow(z2, P - 2, P) % P).to_bytes(32, "little")


def hkdf(secret, salt, info):
    extracted = hmac.new(salt or bytes(32), secret, hashlib.sha256).digest()
    return hmac.new(extracted, info + b"\1", hashlib.sha256).digest()


def chacha20_block(key, counter, nonce):
    start = [0x61707865, 0x3320646E, 0x79622D32, 0x6B206574, *struct.unpack("<8I", key), counter]
    start += struct.unpack("<3I", nonce)
    state = list(start)

    def quarter(a, b, c, d):
        for first, second, third, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            state[first] = state[first] + state[second] & 0xFFFFFFFF
            word = state[third] ^ state[first]
            state[third] = (word << turn | word >> 32 - turn) & 0xFFFFFFFF

    for _ in range(10):
        for columns in ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)):
            quarter(*columns)
        for diagonals in ((0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)):
            quarter(*diagonals)
    return struct.pack("<16I", *(word + first & 0xFFFFFFFF for word, first in zip(state, start)))


def poly1305(key, message):
    r = int.from_bytes(key[:16], "little") & 0x0FFFFFFC0FFFFFFC0FFFFFFC0FFFFFFF
    total = 0
    for at in range(0, len(message), 16):
        total = (total + int.from_bytes(message[at : at + 16] + b"\1", "little")) * r % ((1 << 130) - 5)
    return (total + int.from_bytes(key[16:], "little") & (1 << 128) - 1).to_bytes(16, "little")


def aead_open(key, nonce, sealed):
    """ChaCha20-Poly1305 without associated data; None when the tag does not fit."""
    if len(sealed) < 16:
        return None
    text, tag = sealed[:-16], sealed[-16:]
    padded = text + bytes(-len(text) % 16) + struct.pack("<QQ", 0, len(text))
    if poly1305(chacha20_block(key, 0, nonce)[:32], padded) != tag:
        return None
    stream = b"".join(chacha20_block(key, 1 + at, nonce) for at in range((len(text) + 63) // 64))
    return bytes(one ^ other for one, other in zip(text, stream))


CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def bech32(prefix, data):
    bits = int.from_bytes(data, "big") << (-len(data) * 8 % 5)
    count = (len(data) * 8 + 4) // 5
    words = [bits >> 5 * (count - 1 - at) & 31 for at in range(count)]
    spread = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]

    def polymod(values):
        check = 1
        for value in values:
            top = check >> 25
            check = (check & 0x1FFFFFF) << 5 ^ value
            for at, mask in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
                check ^= mask if top >> at & 1 else 0
        return check

    check = polymod(spread + words + [0] * 6) ^ 1
    words += [check >> 5 * (5 - at) & 31 for at in range(6)]
    return prefix + "1" + "".join(CHARSET[word] for word in words)


@functools.lru_cache(maxsize=1024)
def recipient_of(secret):
    return bech32("age", x25519(secret, (9).to_bytes(32, "little")))


ONE_STANZA = re.compile(
    rb"(age-encryption\.org/v1\n-> X25519 ([A-Za-z0-9+/]{43})\n([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n"
)


def unpadded(text):
    data = base64.b64decode(text + b"=")
    return data if base64.b64encode(data).rstrip(b"=") == text else None


def has_one_stanza(data):
    return ONE_STANZA.match(data) is not None


@functools.lru_cache(maxsize=1024)
def age_open(secret, data):
    """The plaintext of an age file of one X25519 recipient, or None."""
    match = ONE_STANZA.match(data)
    if not match:
        return None
    head, share, body, mac = match.group(1), *(unpadded(match.group(at)) for at in (2, 3, 4))
    if None in (share, body, mac):
        return None
    own = x25519(secret, (9).to_bytes(32, "little"))
    wrap = hkdf(x25519(secret, share), share + own, b"age-encryption.org/v1/X25519")
    key = aead_open(wrap, bytes(12), body)
    if key is None or hmac.new(hkdf(key, b"", b"header"), head, hashlib.sha256).digest() != mac:
        return None
    payload = data[match.end() :]
    stream = hkdf(key, payload[:16], b"payload")
    rest, plain, counter = payload[16:], b"", 0
    while True:
        chunk, rest = rest[: 65536 + 16], rest[65536 + 16 :]
        nonce = counter.to_bytes(11, "big") + (b"\0" if rest else b"\1")
        piece = aead_open(stream, nonce, chunk)
        if piece is None or (piece == b"" and counter > 0):
            return None
        plain, counter = plain + piece, counter + 1
        if not rest:
            return plain
