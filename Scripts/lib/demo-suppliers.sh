#!/bin/sh
# Makes twelve invented suppliers' files as a prime gets them, from the example firm's answers.
# Usage: demo-suppliers.sh PROGRAM ANSWERS-NOVEMBER ANSWERS-JANUARY, in an empty folder. Leaves
# inbox/, suppliers.csv and trusted-keys there. The clock is READINESS_NOW.
set -eu
program=$1 november=$2 january=$3
passphrase=$(mktemp)
trap 'rm -f "$passphrase"' EXIT
echo "an example pass phrase, not for real use" >"$passphrase"
mkdir inbox
: >trusted-keys
echo "identifier,name,reference,award,contract_start" >suppliers.csv

number() { printf '990000%02d' "$1"; }
firm() { # number, answers, perhaps another number to claim
  sed -e "s/\"99999999\"/\"$(number "${3:-$1}")\"/" -e "s/Example Precision Engineering Ltd/Example Supplier $1 Ltd/" \
    "$2" >"answers-$1.json"
  "$program" assess "firm-$1" --answers "answers-$1.json" >/dev/null 2>&1 || [ $? -eq 2 ]
  "$program" key create "firm-$1" --passphrase-fd 3 3<"$passphrase" >/dev/null
}
confirm() { # number: the buyer confirmed the key by telephone
  print=$(openssl x509 -in "firm-$1/key/certificate.pem" -noout -fingerprint -sha256)
  printf '%s; GB-COH %s; Supplier desk, by telephone; 2027-01-04\n' "${print#*=}" "$(number "$1")" >>trusted-keys
}
attest() { # number, file
  "$program" attest "firm-$1" --out "inbox/$2.asice" --declare "Example Director" --role "Managing director" \
    --passphrase-fd 3 3<"$passphrase" >/dev/null
  rm -f "inbox/$2.html" "inbox/$2.txt"
}
certificate() { # number, last day
  "$program" profile certificate "firm-$1" --scheme ce --number "EXAMPLE-CE-$1" --issued 2026-06-01 \
    --expires "$2" --body "An Example Body Ltd" >/dev/null
}
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
  echo "GB-COH $(number $i),Example Supplier $i,S-$i,2027-02-01,2027-03-01" >>suppliers.csv
done

# 1 and 2 hold a certificate and are ready; 3 holds one that ends before the contract starts.
for i in 1 2; do firm $i "$january"; confirm $i; certificate $i 2027-05-31; attest $i supplier-$i; done
firm 3 "$january"; confirm 3; certificate 3 2027-02-15; attest 3 supplier-3
# 4 is ready without a certificate, 5 is not ready.
firm 4 "$january"; confirm 4; attest 4 supplier-4
firm 5 "$november"; confirm 5; attest 5 supplier-5
# The key of 6 was never confirmed. The file of 7 was changed on its way; 8 sent a letter instead.
firm 6 "$january"; certificate 6 2027-05-31; attest 6 supplier-6
firm 7 "$january"; confirm 7; attest 7 supplier-7
printf 'X' | dd of=inbox/supplier-7.asice bs=1 seek=3000 conv=notrunc status=none
echo "Dear buyer, we are secure." >inbox/supplier-8.asice
# 9 signs in the name of 1. 10 sent a newer file after an old one.
firm 9 "$january" 1; confirm 9; attest 9 supplier-9
firm 10 "$november"; confirm 10; attest 10 supplier-10-first
sed -e "s/\"99999999\"/\"$(number 10)\"/" -e "s/Example Precision Engineering Ltd/Example Supplier 10 Ltd/" \
  "$january" >answers-10b.json
"$program" assess firm-10 --answers answers-10b.json --choose theirs >/dev/null 2>&1
certificate 10 2027-05-31
attest 10 supplier-10-second
# 11 took its statement back. 12 sent nothing.
firm 11 "$january"; confirm 11; certificate 11 2027-05-31; attest 11 supplier-11
id=$("$program" show inbox/supplier-11.asice | sed -n 's/.*\([0-9a-f]\{8\}-[0-9a-f-]\{27\}\).*/\1/p' | head -1)
"$program" attest firm-11 --withdraw "$id" --reason "A laptop with the drawings was stolen." \
  --out inbox/supplier-11-withdrawal.asice --declare "Example Director" --role "Managing director" \
  --passphrase-fd 3 3<"$passphrase" >/dev/null
rm -f inbox/*.txt
