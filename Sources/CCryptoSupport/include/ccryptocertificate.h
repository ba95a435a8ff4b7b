/* Certificates decoded as OpenSSL decodes them, but faster for the usual key. */
#ifndef CCRYPTOCERTIFICATE_H
#define CCRYPTOCERTIFICATE_H

#include <openssl/x509.h>

/* What `d2i_X509(NULL, in, length)` gives.

   OpenSSL 3.0 looks through all decoders of all providers for the key of every certificate, which
   takes as long as two signatures. Where the key stands there as a point on the named curve P-256,
   it is taken from there instead, and `*is_p256` is 1; every other certificate is decoded as ever. */
X509 *ccrypto_certificate(const unsigned char **in, long length, int *is_p256);

#endif
