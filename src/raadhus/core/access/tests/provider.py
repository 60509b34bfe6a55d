"""A log-in service of the tests' own: OpenID Connect on loopback, as small as it can be.

with Provider() as provider: provider.person = {...}; provider.spoil = "nonce"
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID, SECRET = "raadhus", "hemmelig-hos-udbyderen"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider:
    """Logs in whoever `person` says. `spoil` names what is wrong with the ID token: nonce, audience, signature, age, issuer."""

    def __init__(self):
        self.person = {"sub": "person-1", "email": "ingen@eksempelkoebing.example", "email_verified": True}
        self.spoil = ""
        self.userinfo_sub = None
        self.asked = {}
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                provider.answer(self, urlsplit(self.path), {})

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                provider.answer(self, urlsplit(self.path), {key: value[0] for key, value in parse_qs(body).items()})

            def log_message(self, *_arguments):
                """Stay quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler, url, body):
        query = {key: value[0] for key, value in parse_qs(url.query).items()}
        pages = {
            "/.well-known/openid-configuration": self.discovery,
            "/authorize": lambda: self.authorize(query),
            "/token": lambda: self.token(body),
            "/userinfo": lambda: {**self.person, "sub": self.userinfo_sub or self.person["sub"]},
            "/jwks": self.jwks,
        }
        found = pages[url.path]()
        moved = isinstance(found, str)
        handler.send_response(302 if moved else 400 if "error" in found else 200)
        handler.send_header("Location" if moved else "Content-Type", found if moved else "application/json")
        handler.end_headers()
        handler.wfile.write(b"" if moved else json.dumps(found).encode())

    def discovery(self):
        names = ("authorize", "token", "userinfo", "jwks")
        keys = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri")
        return {"issuer": self.address} | {key: f"{self.address}/{name}" for key, name in zip(keys, names, strict=True)}

    def authorize(self, query):
        self.asked = query
        return f"{query['redirect_uri']}?{urlencode({'code': 'en-kode', 'state': query['state']})}"

    def token(self, body):
        challenge = base64.urlsafe_b64encode(hashlib.sha256(body.get("code_verifier", "").encode()).digest())
        if challenge.decode().rstrip("=") != self.asked.get("code_challenge") or body.get("client_secret") != SECRET:
            return {"error": "invalid_grant"}
        return {"access_token": secrets.token_urlsafe(), "token_type": "Bearer", "id_token": self.id_token()}

    def id_token(self):
        age = 7200 if self.spoil == "age" else 0
        claims = self.person | {
            "iss": "https://en-anden.example" if self.spoil == "issuer" else self.address,
            "aud": "en-anden" if self.spoil == "audience" else CLIENT_ID,
            "nonce": "en-anden" if self.spoil == "nonce" else self.asked["nonce"],
            "iat": int(time.time()) - age,
            "exp": int(time.time()) + 3600 - age,
        }
        if self.spoil == "unsigned":
            return jwt.encode(claims, None, algorithm="none", headers={"kid": "one"})
        key = OTHER_KEY if self.spoil == "signature" else KEY
        return jwt.encode(claims, key, algorithm="RS256", headers={"kid": "one"})

    def jwks(self):
        key = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
        return {"keys": [key | {"kid": "one", "alg": "RS256", "use": "sig"}]}
