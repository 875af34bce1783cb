"""What an integration with OMS needs, in Python's standard library: token, idempotency keys, retries, signatures."""

import hashlib
import hmac
import http.client
import json
import random
import re
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

RETRIED = {408, 429, 500, 502, 503, 504}


class OmsError(Exception):
    """OMS responded with an error status. The body may quote what was sent, so it is kept out of the message."""

    def __init__(self, status, operation, body):
        super().__init__(f"{operation}: {status} {body.get('code', '')}".rstrip())
        self.status, self.body = status, body


class SignatureError(Exception):
    """A delivery that cannot be trusted."""


class Oms:
    """One for the whole process: it keeps the token."""

    def __init__(self, base_url, api_key, api_secret, timeout_seconds=30):
        self.base_url, self.timeout_seconds = base_url.rstrip("/"), timeout_seconds
        self._credentials = {"apiKey": api_key, "apiSecret": api_secret}
        self._token, self._renew_at, self._lock = None, 0.0, threading.Lock()
        self._opener = urllib.request.build_opener(_NoRedirects)

    def request(self, method, path, body=None, idempotency_key=None, **ids):
        """Sends a call: `request("GET", "/customers/{customerId}", customerId=id)`. Errors show the template alone."""
        # One key per call, not per attempt: that is what makes a repeated POST harmless.
        key = (idempotency_key or str(uuid.uuid4())) if method == "POST" else None
        token = self._bearer()
        try:
            return self._call(method, path, ids, body, key, token)
        except OmsError as error:
            if error.status != 401:
                raise
        self._forget(token)
        return self._call(method, path, ids, body, key, self._bearer())

    def _call(self, method, path, ids, body, key, token):
        filled = path.format(**{name: urllib.parse.quote(value, safe="") for name, value in ids.items()})
        for attempt in range(3):
            is_last = attempt == 2
            try:
                status, headers, result = self._send(method, filled, body, key, token)
            except (OSError, http.client.HTTPException, ValueError):
                # No response, or half of one. A PATCH may have been carried out, and has no key to repeat it under.
                if method == "PATCH" or is_last:
                    raise
                time.sleep(_backoff(attempt))
                continue
            if status < 300:
                return result
            waits = headers.get("Retry-After")
            is_safe = method != "PATCH" or (status in (429, 503) and waits is not None)
            delay = float(waits) if waits and waits.isdigit() else _backoff(attempt)
            if status not in RETRIED or not is_safe or is_last or delay > 60:
                raise OmsError(status, f"{method} {path}", result if isinstance(result, dict) else {})
            time.sleep(delay)

    def _bearer(self):
        with self._lock:  # concurrent calls share one exchange
            if self._token is None or time.monotonic() >= self._renew_at:
                started = time.monotonic()
                token = self._call("POST", "/auth/token", {}, self._credentials, None, None)
                # The lifetime is what the response says, on a clock that nobody sets back.
                self._token, self._renew_at = token["accessToken"], started + token["expiresIn"] - 60
            return self._token

    def _forget(self, token):
        with self._lock:
            if self._token == token:
                self._token = None

    def _send(self, method, path, body, key, token):
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if key is not None:
            headers["Idempotency-Key"] = key
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base_url + path, data, headers, method=method)
        try:
            response = self._opener.open(request, timeout=self.timeout_seconds)
        except urllib.error.HTTPError as error:
            response = error
        with response:
            text = response.read()
            is_json = "json" in response.headers.get("Content-Type", "")
            return response.status, response.headers, json.loads(text) if text and is_json else None


def verify_webhook(raw_body, signature, secret, now=time.time, tolerance_seconds=300):
    """Returns the event of a delivery. `raw_body` are the bytes as they came, `signature` is the header `Webhook-Signature`."""
    parts = [part.strip().partition("=")[::2] for part in (signature or "").split(",")]
    times = [value for name, value in parts if name == "t"]
    if len(times) != 1 or not re.fullmatch(r"[0-9]{1,12}", times[0]):
        raise SignatureError("the header has no time")
    expected = hmac.new(secret.encode(), times[0].encode() + b"." + raw_body, hashlib.sha256).hexdigest()
    given = [value for name, value in parts if name == "v1"]
    # Several signatures are sent while a secret is rotated; every comparison takes the same time.
    if not any([hmac.compare_digest(expected.encode(), value.encode()) for value in given]):
        raise SignatureError("no signature matches")
    if abs(now() - int(times[0])) > tolerance_seconds:
        raise SignatureError("the delivery is too old or too new")
    return json.loads(raw_body)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A redirect would carry token and personal data to another host."""

    def redirect_request(self, *_):
        return None


def _backoff(attempt):
    return 0.5 * 2**attempt * random.uniform(0.75, 1)
