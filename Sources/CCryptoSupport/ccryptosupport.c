#include "ccryptosupport.h"

void ccrypto_free(void *pointer) { OPENSSL_free(pointer); }

EVP_PKEY *ccrypto_new_ec_key(const char *curve) { return EVP_EC_gen(curve); }

long ccrypto_bio_bytes(BIO *bio, const unsigned char **bytes) {
  char *data = NULL;
  long count = BIO_get_mem_data(bio, &data);
  *bytes = (const unsigned char *)data;
  return data == NULL || count < 0 ? 0 : count;
}

STACK_OF(X509) *ccrypto_certificates_new(void) { return sk_X509_new_null(); }

int ccrypto_certificates_count(const STACK_OF(X509) *stack) { return sk_X509_num(stack); }

X509 *ccrypto_certificates_at(const STACK_OF(X509) *stack, int index) {
  return sk_X509_value(stack, index);
}

int ccrypto_certificates_add(STACK_OF(X509) *stack, X509 *certificate) {
  return X509_add_cert(stack, certificate, X509_ADD_FLAG_UP_REF);
}

void ccrypto_certificates_free(STACK_OF(X509) *stack) { sk_X509_pop_free(stack, X509_free); }

void ccrypto_certificates_free_stack(STACK_OF(X509) *stack) { sk_X509_free(stack); }

int ccrypto_signers_count(const STACK_OF(CMS_SignerInfo) *stack) {
  return sk_CMS_SignerInfo_num(stack);
}

CMS_SignerInfo *ccrypto_signers_at(const STACK_OF(CMS_SignerInfo) *stack, int index) {
  return sk_CMS_SignerInfo_value(stack, index);
}

int ccrypto_purposes_count(const EXTENDED_KEY_USAGE *usage) { return sk_ASN1_OBJECT_num(usage); }

ASN1_OBJECT *ccrypto_purposes_at(const EXTENDED_KEY_USAGE *usage, int index) {
  return sk_ASN1_OBJECT_value(usage, index);
}
