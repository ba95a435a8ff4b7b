/* OpenSSL calls on time-stamps that are macros or stacks and therefore unknown to Swift. */
#ifndef CCRYPTOTIMESTAMP_H
#define CCRYPTOTIMESTAMP_H

#include <openssl/pkcs7.h>
#include <openssl/ts.h>

/* OpenSSL's number of the digest by which the token's one signer signed; 0 where there is not
   exactly one signer. */
int ccrypto_token_digest(PKCS7 *token);

/* The certificates that a token carries; lent, NULL for none. */
STACK_OF(X509) *ccrypto_token_certificates(PKCS7 *token);

#endif
