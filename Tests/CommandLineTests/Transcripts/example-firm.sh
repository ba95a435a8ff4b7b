#!/bin/sh
# Makes the example firm with its key, and a statement for anybody: firm, firm.pem, firm.asice.
set -eu
printf '%s\n' "an example pass phrase" >pass
readiness assess firm --answers "$EXAMPLE/answers.json" || [ $? -eq 2 ]
readiness key create firm --passphrase-fd 3 3<pass
cp firm/key/certificate.pem firm.pem
readiness attest firm --out firm.asice --declare "Example Director" \
  --role "Managing director" --passphrase-fd 3 3<pass
