#include "ccryptoauthority.h"

int ccrypto_request_extensions(X509_REQ *request, X509_EXTENSION *const *extensions, int count) {
  STACK_OF(X509_EXTENSION) *stack = sk_X509_EXTENSION_new_null();
  int done = stack != NULL;
  for (int i = 0; done && i < count; i++) done = sk_X509_EXTENSION_push(stack, extensions[i]) > 0;
  done = done && X509_REQ_add_extensions(request, stack) == 1;
  sk_X509_EXTENSION_free(stack);
  return done;
}
