#!/bin/sh
# Checks an attestation file (.asice) without the program that made it.
#
#   verify-without-us.sh [OPTIONS] FILE.asice CERTIFICATE
#   verify-without-us.sh [OPTIONS] FILE.asice FINGERPRINT ['GB-COH 04336774']
#   verify-without-us.sh [OPTIONS] --crl LISTS.pem FILE.asice PROGRAMME-ROOT
#
# CERTIFICATE is the signer's certificate (PEM or DER), FINGERPRINT its SHA-256, and the last
# argument the register entry that was confirmed together with it; all from the firm itself by
# another way than the file, for instance by telephone. PROGRAMME-ROOT is the root certificate of a
# programme that vouches for its firms, LISTS.pem its revocation lists, root's and issuing one's.
#
# --at SECONDS judges as of another moment. --tsa FILE.pem names the certificate of a time-stamp
# authority: a stamp by it is taken for the time of signing; without it stamps count for nothing.
#
# Needs unzip, openssl (3.0 or later) and sha256sum; for stamps a date that reads dates (GNU's).
# Exit status: 0 holds, 1 could not check, 3 undecided (whose key it is is not known; a list is
# missing or out of date; revoked, and the stamp may be older), 4 rejected, 64 wrong use.
#
# For one signature. It does not check that the page attestation.html says
# what attestation.xml says, nor the XML against its schema, nor that the ZIP file can be read in
# one way only: read the very files that were extracted here, whose digests were compared.
# A signature proves who says it, not that it is true.

set -u
LC_ALL=C
export LC_ALL
# openssl reads a configuration and may load more of it; nothing of the environment may decide.
OPENSSL_CONF=/dev/null
export OPENSSL_CONF
unset SSL_CERT_DIR SSL_CERT_FILE OPENSSL_MODULES OPENSSL_ENGINES UNZIP UNZIPOPT ZIPINFO

fail() {
  echo "REJECTED: $1"
  exit 4
}
cannot() {
  echo "verify-without-us.sh: error: $1" >&2
  exit 1
}
usage() {
  sed -n '2,6p' "$0" | sed 's/^# \{0,1\}//' >&2
  exit 64
}

undecided() {
  echo "UNDECIDED: $1"
  exit 3
}

at=
lists=
stampers=
while :; do
  case ${1-} in
  --at)
    at=${2-}
    case $at in '' | *[!0-9]*) usage ;; esac
    ;;
  --crl) lists=${2-} ;;
  --tsa) stampers=${2-} ;;
  *) break ;;
  esac
  [ $# -ge 2 ] || usage
  shift 2
done
[ $# -eq 2 ] || [ $# -eq 3 ] || usage
for tool in unzip openssl sha256sum; do
  command -v "$tool" >/dev/null || cannot "$tool is not installed"
done
for name in "$1" ${lists:+"$lists"} ${stampers:+"$stampers"}; do
  [ -r "$name" ] || cannot "cannot read $name"
done
if [ -n "$at" ]; then
  now=$(date -u -d "@$at" +%Y-%m-%dT%H:%M:%SZ) || cannot "this date program knows no -d"
else
  at=$(date -u +%s)
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
fi

work=$(mktemp -d) || cannot "no temporary folder"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/a" || cannot "no temporary folder"
# A copy, so that nobody changes the file between two of the steps.
cp -- "$1" "$work/file.asice" || cannot "cannot read $1"
[ "$(wc -c <"$work/file.asice")" -le 16777216 ] || fail "the file is larger than 16 MiB"

# The confirmed certificate, or the fingerprint that the enclosed one must have.
wanted=
programme=no
if [ -f "$2" ]; then
  openssl x509 -in "$2" -out "$work/pinned.pem" 2>/dev/null || cannot "$2 is not a certificate"
  ! openssl x509 -in "$work/pinned.pem" -noout -text | grep -q '^ *CA:TRUE' || programme=yes
else
  wanted=$(printf %s "$2" | sed 's/.*=//' | tr -d ': ' | tr A-F a-f)
  case $wanted in *[!0-9a-f]*) wanted= ;; esac
  [ "${#wanted}" -eq 64 ] || cannot "$2 is neither a file nor a SHA-256 fingerprint"
fi
if [ -n "$lists" ]; then
  [ $programme = yes ] || cannot "--crl goes with a programme's root, and $2 is none"
  # All lists in PEM, one to the file, so that each can be looked at.
  awk -v base="$work/list" '/^-----BEGIN X509 CRL-----/ { n++ } n { print > (base "." n) }' "$lists"
  [ -f "$work/list.1" ] || openssl crl -inform DER -in "$lists" -out "$work/list.1" 2>/dev/null ||
    cannot "$lists holds no revocation list"
fi

if [ -n "$stampers" ]; then
  openssl x509 -in "$stampers" -out "$work/stampers.pem" 2>/dev/null ||
    cannot "$stampers is not a certificate"
fi

# 1. The container. Names are checked before anything is extracted: programs differ on which of two
#    entries of one name they take, and a name can lead out of the folder.
#    unzip itself passes over a few bytes that follow the last record.
[ "$(tail -c 22 "$work/file.asice" | od -An -v -tx1 -N4 | tr -d ' \n')" = 504b0506 ] ||
  fail "this is not a ZIP file, or something follows it"
unzip -Z1 "$work/file.asice" >"$work/names" 2>/dev/null || fail "this is not a sound ZIP file"
! grep -qEvx 'mimetype|attestation\.(xml|html)|presentation\.xml|assessor-statement\.xml|(disclosure|note|outcome)-[A-Za-z0-9._-]+\.json|META-INF/(ASiCManifest[0-9]{3}\.xml|signature[0-9]{3}\.p7s)' \
  "$work/names" || fail "an entry does not belong into an attestation"
[ -z "$(tr '[:upper:]' '[:lower:]' <"$work/names" | sort | uniq -d)" ] ||
  fail "an entry stands there twice"
for name in mimetype attestation.xml attestation.html META-INF/ASiCManifest001.xml \
  META-INF/signature001.p7s; do
  grep -qxF "$name" "$work/names" || fail "$name is missing"
done
if grep -qE '^META-INF/.*(00[2-9]|0[1-9][0-9]|[1-9][0-9][0-9])' "$work/names"; then
  cannot "there is more than one signature; this script knows one"
fi
# The limit is 32 MiB for a file, against archives that blow up.
(ulimit -f 65536 && unzip -q "$work/file.asice" -d "$work/a") >/dev/null 2>&1 ||
  fail "the ZIP file does not unpack without complaint"
cd "$work/a" || cannot "no temporary folder"
[ -z "$(find . ! -type f ! -type d)" ] || fail "the ZIP file holds something else than files"
printf %s application/vnd.etsi.asic-e+zip | cmp -s - mimetype ||
  fail "the container is of another kind"
manifest=META-INF/ASiCManifest001.xml
signature=META-INF/signature001.p7s
[ "$(wc -c <$signature)" -le 65536 ] || fail "the signature is larger than 64 KiB"

# 2. The time-stamp, where there is one: over the signature's value, and by whom. What it says
#    of its time counts only by an authority that was named.
signed=$at
stamp=$(openssl asn1parse -inform DER -in $signature 2>/dev/null |
  awk '/id-smime-aa-timeStampToken/ { getline; getline; print $1 + 0; exit }')
if [ -n "$stamp" ]; then
  value=$(openssl asn1parse -inform DER -in $signature |
    awk '/d=5 .*OCTET STRING/ { o = $1 + 0 } /id-smime-aa-timeStampToken/ { print o; exit }')
  openssl asn1parse -inform DER -in $signature -strparse "$stamp" -noout -out "$work/tst.der"
  openssl asn1parse -inform DER -in $signature -strparse "$value" -noout -out "$work/value.bin"
  openssl ts -reply -token_in -in "$work/tst.der" -text >"$work/stamp" 2>/dev/null ||
    fail "the time-stamp cannot be read"
  digest=$(sed -n 's/^Hash Algorithm: //p' "$work/stamp")
  case $digest in sha256 | sha384 | sha512) ;; *) fail "the time-stamp uses $digest" ;; esac
  imprint=$(sed -n '/^Message data:/,/^Serial number:/s/^    [0-9a-f]* - \(.\{47\}\).*/\1/p' \
    "$work/stamp" | tr -d ' \n-')
  [ "$imprint" = "$(openssl dgst "-$digest" -r "$work/value.bin" | cut -d ' ' -f 1)" ] ||
    fail "the time-stamp is over other bytes than the signature"
  if [ -n "$stampers" ]; then
    openssl cms -verify -noverify -inform DER -in "$work/tst.der" -out /dev/null \
      -certsout "$work/tsa.pem" 2>/dev/null || fail "the time-stamp does not fit its own signature"
    time=$(sed -n 's/^Time stamp: //p' "$work/stamp")
    time=$(date -u -d "$time" +%s) || cannot "this date program cannot read $time"
    if openssl ts -verify -in "$work/tst.der" -token_in -data "$work/value.bin" \
      -CAfile "$work/stampers.pem" -untrusted "$work/tsa.pem" -partial_chain -attime "$time" >/dev/null 2>&1; then
      [ "$time" -le $((at + 60)) ] || fail "the time-stamp tells a time that is still to come"
      signed=$time
    else
      stamp=untrusted
    fi
  else
    stamp=untrusted
  fi
fi

# 3. The signer's certificate. With a fingerprint it comes out of the signature and is compared;
#    -noverify only leaves out the chain, which the next step judges.
if [ -n "$wanted" ]; then
  openssl cms -verify -noverify -binary -inform DER -in $signature -content $manifest \
    -out /dev/null -signer "$work/pinned.pem" 2>/dev/null ||
    fail "the signature does not fit the manifest"
  [ "$(grep -c '^-----BEGIN' "$work/pinned.pem")" -eq 1 ] || fail "there is more than one signer"
fi
fingerprint=
[ $programme = yes ] ||
  fingerprint=$(openssl x509 -in "$work/pinned.pem" -outform DER | sha256sum | cut -c 1-64)
[ -z "$wanted" ] || [ "$wanted" = "$fingerprint" ] ||
  fail "signed by another key: $fingerprint"

# 4. The signature, as of when it was made: now, unless a stamp shows more.
#    -CAfile alone also trusts the system's certificates, hence -no-CApath and -no-CAstore.
#    Without -binary a good signature fails, since openssl rewrites line ends.
#    -partial_chain lets the pinned certificate stand for itself, whoever issued it.
openssl cms -verify -cades -binary -inform DER -in $signature -content $manifest -out /dev/null \
  -signer "$work/signer.pem" -CAfile "$work/pinned.pem" -partial_chain -no-CApath -no-CAstore \
  -x509_strict -auth_level 2 -attime "$signed" 2>"$work/errors" ||
  fail "openssl does not accept the signature: $(tail -n 1 "$work/errors")"
signer=$(openssl x509 -in "$work/signer.pem" -outform DER | sha256sum | cut -c 1-64)
[ $programme = no ] || fingerprint=$signer
[ "$signer" = "$fingerprint" ] || fail "signed by another key: $signer"
# openssl accepts, even with -cades, a signature without any signed attributes (so that the
# attributes of another signature can be presented as content), SHA-1, and attached content.
openssl cms -cmsout -print -noout -inform DER -in $signature >"$work/print" 2>/dev/null ||
  fail "the signature cannot be read"
grep -q '^      eContentType: pkcs7-data ' "$work/print" || fail "it signs something else than data"
grep -q '^      eContent: <ABSENT>' "$work/print" || fail "the signature carries content"
[ "$(grep -cE '^        d\.(issuerAndSerialNumber|subjectKeyIdentifier):' "$work/print")" -eq 1 ] ||
  fail "there is more than one signer"
attributes=$(sed -n '/^        signedAttrs:/,/^        signatureAlgorithm:/p' "$work/print" |
  sed -n 's/^            object: \([A-Za-z0-9-]*\) .*/\1/p' | sort | tr '\n' ' ')
[ "$attributes" = \
  "contentType id-smime-aa-signingCertificateV2 messageDigest signingTime " ] ||
  fail "the signed attributes are not the four that must be there: $attributes"
digest=$(sed -n '/^        digestAlgorithm:/,/^        signedAttrs:/p' "$work/print" |
  sed -n 's/^          algorithm: \([A-Za-z0-9-]*\) .*/\1/p')
case $digest in sha256 | sha384 | sha512) ;; *) fail "the digest $digest is not accepted" ;; esac
# openssl refuses short RSA keys with -auth_level 2, and no curve at all.
openssl x509 -in "$work/signer.pem" -noout -text >"$work/certificate"
grep -qE '^ *(ASN1 OID: (prime256v1|secp384r1)|Public Key Algorithm: rsaEncryption)$' \
  "$work/certificate" || fail "the kind of key is not accepted"
! grep -q '^ *CA:TRUE' "$work/certificate" || fail "the certificate is an authority's"

# 5. The files. The manifest has one element to the line, so sed can read it now that its signature
#    holds; the number of lines must be that of the references.
count=$(grep -c '<asic:DataObjectReference' $manifest)
sed -n 's/^<asic:DataObjectReference .*URI="\([^"]*\)">$/\1/p' $manifest >"$work/uris"
sed -n 's/^<ds:DigestValue>\(.*\)<\/ds:DigestValue>$/\1/p' $manifest >"$work/values"
[ "$(wc -l <"$work/uris") $(wc -l <"$work/values")" = "$count $count" ] ||
  fail "the manifest is not written as laid down"
[ "$(grep -cxF '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>' \
  $manifest)" -eq "$count" ] || cannot "the manifest uses another digest than SHA-256"
[ -z "$(sort "$work/uris" | uniq -d)" ] || fail "the manifest names a file twice"
grep -vE '^(mimetype$|META-INF/)' "$work/names" | sort >"$work/data"
sort "$work/uris" >"$work/covered"
cmp -s "$work/data" "$work/covered" || fail "the manifest does not name exactly the files enclosed"
while read -r uri && read -r value <&3; do
  printf '%s  %s\n' \
    "$(printf %s "$value" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')" "$uri"
done <"$work/uris" 3<"$work/values" >"$work/sums"
sha256sum -c --strict --status "$work/sums" || fail "a file is not the one that was signed"

# 6. The statement: its certificate, its dates, its firm. It is written one element to the line, with
#    nothing in it that XML readers pass over, so sed sees what they see.
! grep -q '<!' attestation.xml || fail "the statement is not written as laid down"
[ "$(grep -c '<?' attestation.xml) $(grep -c '<subject' attestation.xml)" = "1 1" ] ||
  fail "the statement is not written as laid down"
stated=$(sed -n 's/^<signer certificate-sha256="\([0-9a-f]*\)"\/>$/\1/p' attestation.xml)
[ "$stated" = "$fingerprint" ] || fail "the statement names another certificate: $stated"
until=$(sed -n 's/^<attestation .* valid-until="\([^"]*\)">$/\1/p' attestation.xml)
[ -n "$until" ] || fail "the statement says no date until which it is valid"
! expr "$now" \> "$until" >/dev/null || fail "the statement was valid until $until, now is $now"
# The first entries belong to the firm; those of other entities come after.
sed -nE '/^<subject /,/^<(\/subject|other-entity)>/s/^<identifier scheme="([^"]*)" id="([^"]*)"\/>$/\1 \2/p' \
  attestation.xml >"$work/identifiers"
# As certificates write them (ETSI EN 319 412-1).
sed -n 's/^GB-COH /NTRGB-/p; s/^VAT /VATGB-/p; s/^XI-LEI /LEIXG-/p' "$work/identifiers" \
  >"$work/organisations"
named=$(openssl x509 -in "$work/signer.pem" -noout -subject -nameopt RFC2253,sep_multiline |
  sed -nE 's/^ *(organizationIdentifier|2\.5\.4\.97)=//p')
whose=known
if [ $# -eq 3 ]; then
  grep -qxF "$3" "$work/identifiers" || grep -qxF "$3" "$work/organisations" ||
    fail "the statement is about another organisation than $3"
elif [ -n "$named" ]; then
  grep -qxF "$named" "$work/organisations" ||
    fail "the certificate is for $named, the statement is about another organisation"
  # What a certificate says of itself counts only where the certificate itself was confirmed.
  [ -z "$wanted" ] || whose=unknown
else
  whose=unknown
fi

# 7. Revocation, under a programme: only lists that were given count, and openssl takes no notice of
#    the date of a revocation. Lists are judged as of now, certificates as of when it was signed.
doubt=
if [ $programme = yes ] && [ -z "$lists" ]; then
  doubt="there is no revocation list; name the programme's with --crl"
elif [ $programme = yes ]; then
  openssl cms -verify -noverify -inform DER -in $signature -content $manifest -binary \
    -out /dev/null -certsout "$work/chain.pem" 2>/dev/null
  cat "$work/pinned.pem" "$work"/list.* >"$work/trust.pem"
  check="openssl verify -crl_check_all -extended_crl -use_deltas -x509_strict -auth_level 2"
  # The certificates' dates were judged above; -no_check_time leaves out those of lists too, hence
  # the loop.
  if [ "$signed" = "$at" ]; then check="$check -attime $at"; else check="$check -no_check_time"; fi
  if ! $check -no-CApath -no-CAstore -CAfile "$work/trust.pem" \
    -untrusted "$work/chain.pem" "$work/signer.pem" >"$work/errors" 2>&1; then
    if ! grep -q 'certificate revoked' "$work/errors"; then
      doubt="a revocation list is missing, forged or out of date: $(grep '^error' "$work/errors")"
    elif [ "$signed" = "$at" ]; then
      fail "a certificate was revoked"
    else
      doubt="a certificate was revoked; compare the date in the list with the stamp's"
    fi
  elif [ "$signed" != "$at" ]; then
    for list in "$work"/list.*; do
      next=$(openssl crl -in "$list" -noout -nextupdate | sed 's/^nextUpdate=//')
      next=$(date -u -d "$next" +%s) || cannot "this date program cannot read $next"
      [ "$at" -le "$next" ] || doubt="a revocation list is out of date"
    done
  fi
fi

echo "files:       unchanged since they were signed ($count)"
echo "signed by:   $(openssl x509 -in "$work/signer.pem" -noout -subject -nameopt RFC2253)"
echo "fingerprint: $fingerprint"
echo "valid until: $until (judged as of $now)"
if [ "$stamp" = untrusted ]; then
  echo "stamped:     by nobody you named; its time does not count"
elif [ -n "$stamp" ]; then
  echo "stamped:     $(date -u -d "@$signed" +%Y-%m-%dT%H:%M:%SZ), by an authority you named"
fi
[ "$whose" = known ] || undecided "the key is the one you named; whose it is was not confirmed"
[ -z "$doubt" ] || undecided "$doubt"
echo "HOLDS: self-declared by the firm above, not checked by anybody"
