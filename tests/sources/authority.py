"""A timestamp authority of the tests' own: openssl signs what it is asked, and a server hands it out."""

import datetime
import subprocess
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from tests.installed_programs import needs

_CONFIG = """
[tsa]
serial = {folder}/serial
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
ess_cert_id_alg = sha256
"""


class Authority:
    """An authority with a root of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        needs("openssl")
        self.folder = folder
        self.roots = folder / "root.pem"
        root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        root = _certificate("Test root", "Test root", root_key, root_key, None)
        signer = _certificate("Test authority", "Test root", key, root_key, ExtendedKeyUsageOID.TIME_STAMPING)
        self.roots.write_bytes(root.public_bytes(serialization.Encoding.PEM))
        (folder / "tsa.pem").write_bytes(signer.public_bytes(serialization.Encoding.PEM))
        (folder / "tsa.key").write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        (folder / "tsa.cnf").write_text(_CONFIG.format(folder=folder))
        (folder / "serial").write_text("01\n")

    def serve(self, httpserver: HTTPServer) -> str:
        """Answer timestamp queries; give the address."""
        httpserver.expect_request("/tsr", method="POST").respond_with_handler(self._answer)
        return httpserver.url_for("/tsr")

    def verified(self, token: Path, content: bytes) -> str:
        """Let openssl verify a token; give what it says."""
        named = self.folder / "content"
        named.write_bytes(content)
        return self._run("-verify", "-in", str(token), "-data", str(named), "-CAfile", str(self.roots))

    def _answer(self, request: Request) -> Response:
        assert request.content_type == "application/timestamp-query"
        (self.folder / "query").write_bytes(request.get_data())
        reply = self.folder / "reply"
        self._run("-reply", "-config", str(self.folder / "tsa.cnf"), "-section", "tsa", "-queryfile", str(self.folder / "query"), "-out", str(reply))  # fmt: skip
        return Response(reply.read_bytes(), content_type="application/timestamp-reply")

    @staticmethod
    def _run(*arguments: str) -> str:
        done = subprocess.run(["openssl", "ts", *arguments], capture_output=True, text=True, check=False)
        return done.stdout + done.stderr


def _certificate(
    name: str,
    issuer: str,
    key: ec.EllipticCurvePrivateKey,
    signing: ec.EllipticCurvePrivateKey,
    use: x509.ObjectIdentifier | None,
) -> x509.Certificate:
    began = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, issuer)]))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(began)
        .not_valid_after(began.replace(year=2120))
        .add_extension(x509.BasicConstraints(ca=use is None, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signing.public_key()), critical=False)
    )
    if use is not None:
        builder = builder.add_extension(x509.ExtendedKeyUsage([use]), critical=True)
    return builder.sign(signing, hashes.SHA256())
