#!/bin/bash
# Checks that a file's result belongs to a sealed run, without the program that sealed it.
#
#   check-proof-without-us.sh FILE PROOF.json SEAL.asice FINGERPRINT
#
# FINGERPRINT is the SHA-256 of the certificate that the analyst signs with, from the analyst by
# another way than the files. Needs bash, unzip, openssl (3.0 or later) and sha256sum.
# Exit status: 0 it belongs, 1 could not check, 4 it does not, 64 wrong use.

set -u
export LC_ALL=C OPENSSL_CONF=/dev/null
unset UNZIP UNZIPOPT

fail() {
  echo "REJECTED: $1"
  exit 4
}
cannot() {
  echo "check-proof-without-us.sh: error: $1" >&2
  exit 1
}

[ $# -eq 4 ] || {
  sed -n '2,4p' "$0" | sed 's/^# \{0,1\}//' >&2
  exit 64
}
for tool in unzip openssl sha256sum; do
  command -v "$tool" >/dev/null || cannot "$tool is not installed"
done
for name in "$1" "$2" "$3"; do
  [ -r "$name" ] || cannot "cannot read $name"
done
wanted=$(printf %s "$4" | sed 's/.*=//' | tr -d ': ' | tr A-F a-f)
[[ $wanted =~ ^[0-9a-f]{64}$ ]] || cannot "$4 is not a SHA-256 fingerprint"

work=$(mktemp -d) || cannot "no temporary folder"
trap 'rm -rf "$work"' EXIT

# 1. The seal: four files in the container, signed by that key, seal.xml with the signed digest.
names=$(unzip -Z1 "$3" 2>/dev/null | sort | tr '\n' ' ')
[ "$names" = \
  "META-INF/ASiCManifest001.xml META-INF/signature001.p7s mimetype seal.xml " ] ||
  fail "this is not a seal with one signature"
for entry in META-INF/ASiCManifest001.xml META-INF/signature001.p7s seal.xml; do
  unzip -p "$3" "$entry" >"$work/${entry##*/}" 2>/dev/null || fail "$entry cannot be read"
done
# -noverify leaves out the chain only: the certificate is compared by its fingerprint.
openssl cms -verify -binary -noverify -inform DER -in "$work/signature001.p7s" \
  -content "$work/ASiCManifest001.xml" -signer "$work/signer.pem" -out /dev/null 2>/dev/null ||
  fail "the signature does not hold"
[ "$(grep -c '^-----BEGIN' "$work/signer.pem")" = 1 ] || fail "there is more than one signer"
signer=$(openssl x509 -in "$work/signer.pem" -outform DER | sha256sum | cut -c 1-64)
[ "$signer" = "$wanted" ] || fail "signed by another key: $signer"
# Now that it is known: that the signature names this very certificate. Its dates are left out, since
# a seal outlives them. -CAfile alone also trusts the system's certificates.
openssl cms -verify -cades -binary -inform DER -in "$work/signature001.p7s" \
  -content "$work/ASiCManifest001.xml" -out /dev/null -CAfile "$work/signer.pem" -partial_chain \
  -no-CApath -no-CAstore -x509_strict -auth_level 2 -no_check_time 2>"$work/errors" ||
  fail "openssl does not accept the signature: $(tail -n 1 "$work/errors")"
openssl cms -cmsout -print -noout -inform DER -in "$work/signature001.p7s" >"$work/print" ||
  fail "the signature cannot be read"
grep -q 'id-smime-aa-signingCertificateV2' "$work/print" || fail "the signature names no signer"
grep -q '^      eContent: <ABSENT>' "$work/print" || fail "the signature carries content"
[ "$(grep -c '<asic:DataObjectReference' "$work/ASiCManifest001.xml")" = 1 ] ||
  fail "the manifest names something else than the seal"
grep -q 'URI="seal.xml"' "$work/ASiCManifest001.xml" || fail "the manifest does not name the seal"
signed=$(sed -n 's/^<ds:DigestValue>\(.*\)<\/ds:DigestValue>$/\1/p' "$work/ASiCManifest001.xml")
[ "$signed" = "$(openssl dgst -sha256 -binary "$work/seal.xml" | openssl base64 -A)" ] ||
  fail "seal.xml is not the one that was signed"

# 2. The proof: one line of JSON in one form, so that sed can take it apart.
proof=$(cat "$2")
[[ $proof =~ ^\{\"format\":\"readiness-proof-1\",\"index\":([0-9]{1,7}),\"leaf\":(\{[^{}]*\}),\"path\":\[([0-9a-f\",]*)\],\"root\":\"([0-9a-f]{64})\",\"size\":([0-9]{1,7})\}$ ]] ||
  fail "the proof is not written as laid down"
index=${BASH_REMATCH[1]}
leaf=${BASH_REMATCH[2]}
path=${BASH_REMATCH[3]//[\",]/ }
root=${BASH_REMATCH[4]}
size=${BASH_REMATCH[5]}
grep -qxF "<results count=\"$size\" root=\"$root\"/>" "$work/seal.xml" ||
  fail "the proof belongs to another seal"
[[ $leaf == *"\"file\":\"$(sha256sum <"$1" | cut -c 1-64)\""* ]] ||
  fail "the proof is about another file"

# 3. The way from the leaf to the root (RFC 9162, section 2.1.3.2).
digest_of_hex() {
  printf %b "$(printf %s "$1" | sed 's/../\\x&/g')" | sha256sum | cut -c 1-64
}
[ "$index" -lt "$size" ] || fail "there is no such place"
hash=$({ printf '\0' && printf '%s\n' "$leaf"; } | sha256sum | cut -c 1-64)
last=$((size - 1))
for other in $path; do
  [[ $last -gt 0 && ${#other} = 64 ]] || fail "the path is too long"
  if [ $((index & 1)) = 1 ] || [ "$index" = "$last" ]; then
    hash=$(digest_of_hex "01$other$hash")
    while [ $((index & 1)) = 0 ] && [ "$index" != 0 ]; do
      index=$((index >> 1)) last=$((last >> 1))
    done
  else
    hash=$(digest_of_hex "01$hash$other")
  fi
  index=$((index >> 1)) last=$((last >> 1))
done
[[ $last = 0 && $hash = "$root" ]] || fail "the result is not one of those that were sealed"
echo "result: $leaf"
sed -n '2,4p' "$work/seal.xml"
echo "BELONGS: this result is one of the $size that the key above sealed"
