#include "ccryptosupport.h"

void ccrypto_free(void *pointer) { OPENSSL_free(pointer); }
