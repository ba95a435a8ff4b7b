/* OpenSSL calls that are macros or variadic and therefore unknown to Swift. */
#ifndef CCRYPTOSUPPORT_H
#define CCRYPTOSUPPORT_H

#include <openssl/crypto.h>

/* Frees memory that OpenSSL allocated. */
void ccrypto_free(void *pointer);

#endif
