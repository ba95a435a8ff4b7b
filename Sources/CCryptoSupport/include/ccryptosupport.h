/* OpenSSL calls that are macros or variadic and therefore unknown to Swift. */
#ifndef CCRYPTOSUPPORT_H
#define CCRYPTOSUPPORT_H

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/proverr.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include "ccryptoauthority.h"
#include "ccryptocertificate.h"
#include "ccryptorevocation.h"
#include "ccryptotimestamp.h"

/* Frees memory that OpenSSL allocated. */
void ccrypto_free(void *pointer);

/* A new key on a named curve ("P-256"), owned by the caller, or NULL. */
EVP_PKEY *ccrypto_new_ec_key(const char *curve);

/* The bytes that a memory BIO holds; they belong to it. Returns their number, 0 for none. */
long ccrypto_bio_bytes(BIO *bio, const unsigned char **bytes);

/* Stacks of certificates. `at` lends, `add` shares, `free` lets go of the stack and its certificates. */
STACK_OF(X509) *ccrypto_certificates_new(void);
int ccrypto_certificates_count(const STACK_OF(X509) *stack);
X509 *ccrypto_certificates_at(const STACK_OF(X509) *stack, int index);
int ccrypto_certificates_add(STACK_OF(X509) *stack, X509 *certificate);
void ccrypto_certificates_free(STACK_OF(X509) *stack);
/* Lets go of the stack alone, where its certificates were only lent. */
void ccrypto_certificates_free_stack(STACK_OF(X509) *stack);

/* The signatures of a message. Both lend. */
int ccrypto_signers_count(const STACK_OF(CMS_SignerInfo) *stack);
CMS_SignerInfo *ccrypto_signers_at(const STACK_OF(CMS_SignerInfo) *stack, int index);

/* The purposes of an extended key usage. Both lend. */
int ccrypto_purposes_count(const EXTENDED_KEY_USAGE *usage);
ASN1_OBJECT *ccrypto_purposes_at(const EXTENDED_KEY_USAGE *usage, int index);

#endif
