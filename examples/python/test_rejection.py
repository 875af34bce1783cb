"""A rejection, tested against a running mock server: start `npx oms-mock`, then `python3 -m unittest`."""

import json
import os
import unittest
import urllib.request

from oms import Oms, OmsError

base_url = os.environ.get("OMS_BASE_URL", "http://127.0.0.1:4010/v0.9")


def admin(method, route, body=None):
    """Calls a route with which a test controls the mock server."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(
        f"{base_url}/__oms/{route}", data, {"Content-Type": "application/json"}, method=method
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


class Rejection(unittest.TestCase):
    def setUp(self):
        admin("POST", "reset")
        self.oms = Oms(base_url, "sk_sdbx_any", "any")

    def test_a_rejected_customer_gets_no_wallet(self):
        admin("POST", "scenarios", {"match": {"email": "jane@example.com"}, "outcome": "reject"})
        body = {"type": "individual", "email": "jane@example.com", "endorsements": ["cryptoCustody"]}
        jane = self.oms.request("POST", "/customers", body)
        admin("POST", "clock", {"advanceMs": 1000})  # the checks take a second

        jane = self.oms.request("GET", "/customers/{customerId}", customerId=jane["id"])
        self.assertEqual(jane["endorsements"][0]["status"], "REJECTED")
        with self.assertRaises(OmsError) as refused:
            self.oms.request("POST", "/customers/{id}/wallets", {"asset": "usdc", "chain": "polygon"}, id=jane["id"])
        self.assertIn(refused.exception.status, (409, 422))

    def tearDown(self):
        self.assertEqual(admin("GET", "violations"), {"violations": []})
