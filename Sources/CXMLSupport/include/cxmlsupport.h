/* libxml2 calls that Swift 6 refuses (global function pointers) or that are macros. */
#ifndef CXMLSUPPORT_H
#define CXMLSUPPORT_H

#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>

/* Frees memory that libxml2 allocated. */
void cxml_free(void *pointer);

/* Makes every attempt to load an external entity fail, for the whole process. */
void cxml_refuse_external_entities(void);

#endif
