"""Asks pyHanko what it makes of a CAdES signature over a file, by ETSI EN 319 102-1.

Prints the indication, as PASSED or INDETERMINATE, and for all but the first the sub-indication; then,
where a time-stamp counts, the moment it tells. Nothing is fetched.

usage: pyhanko-check.py SIGNATURE CONTENT AT --trust PEM [--crl DER]... [--stamps PEM]
AT is a moment such as 2026-11-22T09:30:00Z; without --crl no revocation list is demanded.
"""

import argparse
import asyncio
import hashlib
from datetime import datetime

from asn1crypto import cms, crl, pem, x509
from pyhanko.sign.validation.ades import (
    ades_basic_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.policy_decl import (
    CertificateFetchingRule,
    LocalKnowledge,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    NO_REVOCATION,
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer


def read(path):
    with open(path, "rb") as file:
        return file.read()


def policy(path, revocation):
    certificate = x509.Certificate.load(pem.unarmor(read(path))[2])
    return CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=[certificate]),
        revinfo_policy=CertRevTrustPolicy(revocation),
    )


arguments = argparse.ArgumentParser()
for name in ["signature", "content", "at"]:
    arguments.add_argument(name)
arguments.add_argument("--trust", required=True)
arguments.add_argument("--crl", action="append", default=[])
arguments.add_argument("--stamps")
given = arguments.parse_args()

signed = cms.ContentInfo.load(read(given.signature), strict=True)["content"]
digest = signed["signer_infos"][0]["digest_algorithm"]["algorithm"].native
at = datetime.fromisoformat(given.at.replace("Z", "+00:00"))
lists = [CRLContainer(crl.CertificateList.load(read(path))) for path in given.crl]
demanded = NO_REVOCATION
if lists:
    demanded = RevocationCheckingPolicy(
        RevocationCheckingRule.CRL_REQUIRED, RevocationCheckingRule.CRL_REQUIRED
    )
rules = SignatureValidationSpec(
    cert_validation_policy=policy(given.trust, demanded),
    ts_cert_validation_policy=policy(given.stamps, NO_REVOCATION) if given.stamps else None,
    revinfo_gathering_policy=RevocationInfoGatheringSpec(
        online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY,
        certificate_fetching_rule=CertificateFetchingRule.NEVER_FETCH,
    ),
    local_knowledge=LocalKnowledge(known_crls=lists),
    key_usage_settings=KeyUsageConstraints(key_usage={"digital_signature"}),
)
validation = ades_with_time_validation if given.stamps else ades_basic_validation
result = asyncio.run(
    validation(
        signed,
        rules,
        timing_info=ValidationTimingInfo(at, at, point_in_time_validation=True),
        raw_digest=hashlib.new(digest, read(given.content)).digest(),
    )
)
words = [result.ades_subindic.status.name]
if words[0] != "PASSED":
    words.append(getattr(result.ades_subindic, "name", "-"))
elif given.stamps:
    words.append(result.best_signature_time.strftime("%Y-%m-%dT%H:%M:%SZ"))
print(*words)
