#!/bin/sh
# Makes a time-stamp authority in the current folder: ts.cnf, tsa-root.pem, tsa.pem, tsa-key.pem.
set -eu
cat >ts.cnf <<'X'
[tsa]
default_tsa = this
[this]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
signer_digest = sha256
accuracy = secs:1
ess_cert_id_chain = no
[req]
distinguished_name = name
prompt = no
[name]
CN = Authority
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
X
echo 01 >serial
for name in tsa-root tsa; do
  openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$name-key.pem"
done
openssl req -x509 -new -key tsa-root-key.pem -config ts.cnf -extensions root -days 900 \
  -subj /CN=Stamps-Root -set_serial 0x5151515151515151 -out tsa-root.pem
openssl req -new -key tsa-key.pem -config ts.cnf -subj /CN=Stamps -out tsa.csr
openssl x509 -req -in tsa.csr -CA tsa-root.pem -CAkey tsa-root-key.pem -days 800 \
  -extfile ts.cnf -extensions leaf -set_serial 0x6262626262626262 -out tsa.pem
