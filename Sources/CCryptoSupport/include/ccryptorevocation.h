/* OpenSSL calls on revocation lists that are macros and therefore unknown to Swift. */
#ifndef CCRYPTOREVOCATION_H
#define CCRYPTOREVOCATION_H

#include <openssl/cms.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

/* Stacks of revocation lists. `at` lends, `free` lets go of the stack and its lists. */
int ccrypto_lists_count(const STACK_OF(X509_CRL) *stack);
X509_CRL *ccrypto_lists_at(const STACK_OF(X509_CRL) *stack, int index);
void ccrypto_lists_free(STACK_OF(X509_CRL) *stack);

/* The entries of a list. `at` lends. */
int ccrypto_list_entries_count(X509_CRL *list);
X509_REVOKED *ccrypto_list_entry_at(X509_CRL *list, int index);

/* Whether the list is of a kind that is not read here: indirect, for some reasons only, for
   attribute certificates only, or with a scope that cannot be read. */
int ccrypto_list_is_partial(X509_CRL *list);

/* Whether the scope of the list, which is not partial, takes in the certificate. */
int ccrypto_list_covers(X509_CRL *list, X509 *certificate);

#endif
