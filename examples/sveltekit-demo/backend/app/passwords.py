"""
Passwords, of which only hashes are kept.
"""

import hashlib
import hmac
import secrets

_ROUNDS = 60_000


def hash_password(password: str, salt: str | None = None) -> str:
    """
    Return what is kept of `password`: a salt and a hash.
    """
    salt = salt or secrets.token_hex(8)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ROUNDS)
    return f"{salt}${digest.hex()}"


def is_password(password: str, kept: str) -> bool:
    """
    Say whether `password` is the one that `kept` was made from.
    """
    salt, _, _ = kept.partition("$")
    return hmac.compare_digest(hash_password(password, salt), kept)
