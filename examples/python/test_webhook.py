"""The signature of a webhook, with the worked example of the guide "From Python, Go, Java, curl"."""

import unittest

from oms import SignatureError, verify_webhook

secret = "whsec_example"
body = (
    b'{"event":"customer.endorsement.granted",'
    b'"data":{"id":"cst_01H9XaA1iceM4rTn","object":"customer","endorsements":["basic"]}}'
)
v1 = "1f40dbf8629f6fcee39962e5f1e703fab97e5b0bcced59e50b4fd0b589f33cdb"
header = f"t=1767225600,v1={v1}"


def verify(raw_body=body, signature=header, key=secret, now=1767225600):
    return verify_webhook(raw_body, signature, key, now=lambda: now)


class Signature(unittest.TestCase):
    def test_a_genuine_delivery_is_read(self):
        self.assertEqual(verify()["event"], "customer.endorsement.granted")

    def test_one_of_several_signatures_is_enough(self):
        self.assertIn("data", verify(signature=f"t=1767225600,v1={'0' * 64},v1={v1}"))

    def test_everything_else_is_refused(self):
        others = [
            {"raw_body": body.replace(b"basic", b"usd")},
            {"key": "whsec_other"},
            {"signature": f"t=1767225601,v1={v1}"},
            {"signature": f"t=1767225600,t=1767225600,v1={v1}"},
            {"signature": "t=1767225600"},
            {"signature": f"v1={v1}"},
            {"signature": f"t=now,v1={v1}"},
            {"signature": "t=1767225600,v1=ü"},
            {"signature": None},
            {"now": 1767225600 + 301},
            {"now": 1767225600 - 301},
        ]
        for other in others:
            with self.subTest(other), self.assertRaises(SignatureError):
                verify(**other)
