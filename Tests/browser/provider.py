# SPDX-License-Identifier: MIT
"""A small OpenID provider that signs properly, and on demand wrongly: what a real one never does and an attacker tries.

`forgery` names what is wrong with the next token. Keys and signatures are joserfc's.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from joserfc import jws
from joserfc.jwk import ECKey, RSAKey


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider:
    """Answers on a port of its own; every sign-in is by `subject` with `claims`, at once and without a page."""

    def __init__(self):
        self.key, self.other = RSAKey.generate_key(2048, {"kid": "one"}), RSAKey.generate_key(2048, {"kid": "one"})
        self.curve = ECKey.generate_key("P-256", {"kid": "curve"})
        self.subject, self.claims = "subject-1", {}
        self.forgery = None
        self.codes, self.used, self.seen = {}, set(), []
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                provider.answer(self, urllib.parse.urlsplit(self.path), None)

            def do_POST(self):
                sent = self.rfile.read(int(self.headers["content-length"])).decode()
                provider.answer(self, urllib.parse.urlsplit(self.path), dict(urllib.parse.parse_qsl(sent)))

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def end(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler, place, form):
        query = dict(urllib.parse.parse_qsl(place.query))
        if place.path == "/.well-known/openid-configuration":
            return self.send(handler, {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/authorize",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "end_session_endpoint": f"{self.issuer}/out",
                "authorization_response_iss_parameter_supported": True,
            })
        if place.path == "/keys":
            return self.send(handler, {"keys": [self.key.as_dict(private=False), self.curve.as_dict(private=False)]})
        if place.path == "/authorize":
            return self.authorize(handler, query)
        if place.path == "/token":
            return self.token(handler, form)
        return self.send(handler, {}, 404)

    def authorize(self, handler, query):
        code = secrets.token_urlsafe(16)
        self.codes[code] = query
        back = {"code": code, "state": query["state"], "iss": self.issuer}
        if self.forgery == "wrong issuer in the answer":
            back["iss"] = "https://elsewhere.example"
        if self.forgery == "no issuer in the answer":
            del back["iss"]
        if self.forgery == "wrong state":
            back["state"] = secrets.token_urlsafe(32)
        handler.send_response(303)
        handler.send_header("location", f"{query['redirect_uri']}?{urllib.parse.urlencode(back)}")
        handler.end_headers()

    def token(self, handler, form):
        asked = self.codes.get(form["code"])
        challenge = encoded(hashlib.sha256(form["code_verifier"].encode()).digest())
        isRight = asked and asked["code_challenge_method"] == "S256" and asked["code_challenge"] == challenge
        if not isRight or form["code"] in self.used or form["redirect_uri"] != asked["redirect_uri"]:
            return self.send(handler, {"error": "invalid_grant"}, 400)
        self.used.add(form["code"])
        access = secrets.token_urlsafe(32)
        token = self.signed(self.payload(asked, access))
        self.seen += [form["code"], access, token, form["code_verifier"]]
        return self.send(handler, {"access_token": access, "token_type": "Bearer", "id_token": token})

    def payload(self, asked, access):
        now = int(time.time())
        half = hashlib.sha256(access.encode()).digest()[:16]
        payload = {
            "iss": self.issuer, "aud": asked["client_id"], "sub": self.subject, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], "at_hash": encoded(half), **self.claims,
        }
        wrong = {
            "wrong issuer": {"iss": self.issuer + "/"},
            "wrong audience": {"aud": "another"},
            "two audiences": {"aud": [asked["client_id"], "another"]},
            "wrong party": {"azp": "another"},
            "wrong nonce": {"nonce": "of another sign-in"},
            "expired": {"exp": now - 120, "iat": now - 500},
            "issued tomorrow": {"iat": now + 86_400, "exp": now + 90_000},
            "wrong access token": {"at_hash": encoded(b"0" * 16)},
        }
        return {**payload, **wrong.get(self.forgery, {})}

    def signed(self, payload):
        body = json.dumps(payload).encode()
        if self.forgery == "unsigned":
            return encoded(b'{"alg":"none"}') + "." + encoded(body) + "."
        if self.forgery == "public key as secret":
            message = encoded(b'{"alg":"HS256","kid":"one"}') + "." + encoded(body)
            secret = self.key.as_pem(private=False)
            return message + "." + encoded(hmac.new(secret, message.encode(), hashlib.sha256).digest())
        if self.forgery == "unknown key":
            return jws.serialize_compact({"alg": "RS256", "kid": "nobody"}, body, self.key)
        if self.forgery == "another's key":
            return jws.serialize_compact({"alg": "RS256", "kid": "one"}, body, self.other)
        if self.forgery == "key in the token":
            header = {"alg": "RS256", "kid": "one", "jwk": self.other.as_dict(private=False)}
            message = encoded(json.dumps(header).encode()) + "." + encoded(body)
            whole = jws.serialize_compact({"alg": "RS256"}, body, self.other)
            return message + "." + whole.split(".")[2]
        if self.forgery == "changed afterwards":
            parts = jws.serialize_compact({"alg": "RS256", "kid": "one"}, body, self.key).split(".")
            return ".".join([parts[0], encoded(body.replace(b'"sub"', b'"Sub"')), parts[2]])
        if self.forgery == "on the curve":
            return jws.serialize_compact({"alg": "ES256", "kid": "curve"}, body, self.curve)
        return jws.serialize_compact({"alg": "RS256", "kid": self.key.kid}, body, self.key)

    @staticmethod
    def send(handler, content, status=200):
        body = json.dumps(content).encode()
        handler.send_response(status)
        handler.send_header("content-type", "application/json")
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)


#: What must never lead in.
FORGERIES = [
    "wrong issuer", "wrong audience", "two audiences", "wrong party", "wrong nonce", "expired", "issued tomorrow",
    "wrong access token", "unsigned", "public key as secret", "unknown key", "another's key", "key in the token",
    "changed afterwards", "wrong issuer in the answer", "no issuer in the answer", "wrong state",
]
