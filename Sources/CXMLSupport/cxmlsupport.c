#include "cxmlsupport.h"

void cxml_free(void *pointer) { xmlFree(pointer); }

static xmlParserInputPtr refuse(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

void cxml_refuse_external_entities(void) { xmlSetExternalEntityLoader(refuse); }
