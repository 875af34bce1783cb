"""Onboards a customer and waits for the webhook. Against the mock server: start `npx oms-mock`, then `python3 main.py`."""

import os
import queue
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from oms import Oms, SignatureError, verify_webhook

oms = Oms(
    os.environ.get("OMS_BASE_URL", "http://127.0.0.1:4010/v0.9"),
    os.environ.get("OMS_API_KEY", "sk_sdbx_any"),
    os.environ.get("OMS_API_SECRET", "any"),
)
secret = ""
granted = queue.Queue()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            event = verify_webhook(body, self.headers["Webhook-Signature"], secret)
        except SignatureError:
            return self.send(400)
        self.send(204)  # respond first, work afterwards
        if event["event"] == "customer.endorsement.granted":
            granted.put(event["data"])

    def send(self, status):
        self.send_response(status)
        self.end_headers()

    def log_message(self, *_):
        """Writes no line for each request."""


receiver = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=receiver.serve_forever, daemon=True).start()
endpoint = oms.request(
    "POST",
    "/webhooks",
    {"url": f"http://127.0.0.1:{receiver.server_port}/", "events": ["customer.endorsement.granted"]},
)
secret = endpoint["secret"]  # shown only once: store it

customer = oms.request(
    "POST",
    "/customers",
    {
        "type": "individual",
        "firstName": "Alice",
        "lastName": "Martin",
        "email": "alice@example.com",
        "phone": "+12125551234",
        "birthDate": "1990-05-15",
        "nationality": "US",
        "signedAgreement": True,
        "ipAddress": "203.0.113.7",
        "residentialAddress": {
            "line1": "123 Main St",
            "city": "New York",
            "state": "NY",
            "country": "US",
            "zipCode": "10001",
        },
        "identifyingInformation": [{"type": "passport", "issuingCountry": "US", "number": "X0000000"}],
        "endorsements": ["cryptoCustody"],
    },
)
data = granted.get(timeout=30)
print(f"{customer['id']} has {', '.join(data['endorsements'])}, says a webhook whose signature is genuine")

wallet = oms.request(
    "POST",
    "/customers/{id}/wallets",
    {"asset": "usdc", "chain": "polygon"},
    idempotency_key=f"wallet-{customer['id']}",  # your own key makes the write safe to repeat after a crash
    id=customer["id"],
)
print(f"deposits go to {wallet['address']}")
receiver.shutdown()
