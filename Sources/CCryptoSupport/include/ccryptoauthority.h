/* OpenSSL calls for making certificates that are macros and therefore unknown to Swift. */
#ifndef CCRYPTOAUTHORITY_H
#define CCRYPTOAUTHORITY_H

#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* Asks for so many extensions in a request, in their order. Returns 1 where that was done. */
int ccrypto_request_extensions(X509_REQ *request, X509_EXTENSION *const *extensions, int count);

#endif
