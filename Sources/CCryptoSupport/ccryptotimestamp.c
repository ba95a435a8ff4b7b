#include "ccryptotimestamp.h"

int ccrypto_token_digest(PKCS7 *token) {
  STACK_OF(PKCS7_SIGNER_INFO) *signers = PKCS7_get_signer_info(token);
  if (sk_PKCS7_SIGNER_INFO_num(signers) != 1) return 0;
  X509_ALGOR *digest = NULL;
  PKCS7_SIGNER_INFO_get0_algs(sk_PKCS7_SIGNER_INFO_value(signers, 0), NULL, &digest, NULL);
  return digest == NULL ? 0 : OBJ_obj2nid(digest->algorithm);
}

STACK_OF(X509) *ccrypto_token_certificates(PKCS7 *token) {
  return PKCS7_type_is_signed(token) && token->d.sign != NULL ? token->d.sign->cert : NULL;
}
