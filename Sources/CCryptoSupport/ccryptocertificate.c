/* EC_KEY is the old way, and the only one by which a certificate takes a key without encoders. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "ccryptocertificate.h"

#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/provider.h>
#include <pthread.h>

static OSSL_LIB_CTX *without_decoders;
static EC_GROUP *p256;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void set_up(void) {
  p256 = EC_GROUP_new_by_curve_name(NID_X9_62_prime256v1);
  OSSL_LIB_CTX *context = OSSL_LIB_CTX_new();
  if (context == NULL) return;
  /* Without this, OpenSSL would load its default provider here too. */
  if (OSSL_PROVIDER_load(context, "null") == NULL) {
    OSSL_LIB_CTX_free(context);
    return;
  }
  without_decoders = context;
}

/* The key as a point on the named curve P-256; NULL where it stands there in any other way. */
static EVP_PKEY *p256_key(const X509 *certificate) {
  const unsigned char *point;
  int length, kind;
  X509_ALGOR *algorithm;
  const ASN1_OBJECT *type;
  const void *curve;
  X509_PUBKEY *stated = X509_get_X509_PUBKEY(certificate);
  if (stated == NULL || X509_PUBKEY_get0_param(NULL, &point, &length, &algorithm, stated) != 1)
    return NULL;
  X509_ALGOR_get0(&type, &kind, &curve, algorithm);
  if (OBJ_obj2nid(type) != NID_X9_62_id_ecPublicKey || kind != V_ASN1_OBJECT ||
      OBJ_obj2nid(curve) != NID_X9_62_prime256v1 || length != 65 || point[0] != 4)
    return NULL;
  EVP_PKEY *key = EVP_PKEY_new();
  EC_KEY *own = EC_KEY_new();
  /* Whether the point is on the curve is seen here. */
  if (key != NULL && own != NULL && EC_KEY_set_group(own, p256) == 1 &&
      EC_KEY_oct2key(own, point, (size_t)length, NULL) == 1 && EVP_PKEY_assign_EC_KEY(key, own) == 1)
    return key;
  EC_KEY_free(own);
  EVP_PKEY_free(key);
  return NULL;
}

/* NULL where the certificate has another key, or cannot be read. */
static X509 *with_p256_key(const unsigned char **in, long length) {
  pthread_once(&once, set_up);
  if (without_decoders == NULL || p256 == NULL) return NULL;
  const unsigned char *position = *in;
  OSSL_LIB_CTX *usual = OSSL_LIB_CTX_set0_default(without_decoders);
  if (usual == NULL) return NULL;
  X509 *certificate = d2i_X509(NULL, &position, length);
  OSSL_LIB_CTX_set0_default(usual);
  if (certificate == NULL) return NULL;
  EVP_PKEY *key = p256_key(certificate);
  int is_set = key != NULL && X509_set_pubkey(certificate, key) == 1;
  EVP_PKEY_free(key);
  if (!is_set) {
    X509_free(certificate);
    return NULL;
  }
  *in = position;
  return certificate;
}

X509 *ccrypto_certificate(const unsigned char **in, long length, int *is_p256) {
  ERR_set_mark();
  X509 *certificate = with_p256_key(in, length);
  ERR_pop_to_mark();
  *is_p256 = certificate != NULL;
  return certificate != NULL ? certificate : d2i_X509(NULL, in, length);
}
